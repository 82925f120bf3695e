import Foundation
import Testing

@testable import explore

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `explore pack explain` as a handout: complete, printable, and safe whatever a pack says of itself.
struct PackExplainTests {
    private static let hostile = "<script>alert('1')</script> & \"x\" *y* [z](javascript:1) `q`"

    /// A pack whose every text tries to get out of the page.
    private func terminal() throws -> PackTerminal {
        let terminal = try PackTerminal()
        let text = "'" + Self.hostile.replacing("'", with: "''") + "'"
        try terminal.write(
            "x/pack.yaml",
            """
            id: x
            version: 1.0.0
            title: \(text)
            publisher: \(text)
            licence: \(text)
            engine: 1
            needs: [career]
            review_by: 2027-11-01
            sources:
              - work: page
                title: \(text)
                author: \(text)
                url: 'https://example.org/?a=1&b="2"'
              - work: trap
                title: A trap
                url: 'javascript:alert(1)'
            disputes:
              - dispute: d
                question: \(text)
                positions: [soon, later]
                default: soon
                because: \(text)
            files:
              - rules/first-talk.yaml

            """)
        try terminal.write(
            "x/rules/first-talk.yaml",
            """
            rules:
              - id: thanks
                title: \(text)
                strength: must
                after: meeting.held
                expect: thank_you.sent
                to: same person
                within: 24 hours
                because: \(text)
                dispute: d
                position: soon
                source:
                  work: page
                  at: \(text)

            """)
        return terminal
    }

    // MARK: HTML

    @Test(arguments: ["first-conversation", "asking", "career"])
    func aPageIsWhole(_ pack: String) throws {
        let screen = try PackTerminal().run("pack", "explain", pack, "--format", "html")
        #expect(screen.status == .inOrder && screen.errors.isEmpty)
        let page = try PageReader.read(screen.output)
        #expect(page.headings.first == 1 && page.headings.count { $0 == 1 } == 1)
        #expect(
            zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 },
            "no level of headings is left out")
        #expect(Set(page.ids).count == page.ids.count)
        #expect(page.links.filter { $0.hasPrefix("#") }.allSatisfy { page.ids.contains(String($0.dropFirst())) })
        #expect(screen.output.contains("<html lang=\"en\">"))
    }

    @Test func nothingIsLoadedFromElsewhere() throws {
        let screen = try PackTerminal().run("pack", "explain", "first-conversation", "--format", "html")
        let page = try PageReader.read(screen.output)
        #expect(page.elements["style"] == 1)
        for name in ["script", "link", "img", "iframe", "object"] { #expect(page.elements[name] == nil) }
        for word in ["url(", "@import", "src="] { #expect(!screen.output.contains(word)) }
    }

    @Test func everyTextStandsForItself() throws {
        let screen = try terminal().run("pack", "explain", "@/x", "--format", "html")
        let page = try PageReader.read(screen.output)
        #expect(page.elements["script"] == nil)
        #expect(page.links.filter { !$0.hasPrefix("#") } == ["https://example.org/?a=1&b=\"2\""])
        #expect(page.text.components(separatedBy: Self.hostile).count > 6)
    }

    @Test func theHandoutNamesEverything() throws {
        let text = try terminal().run("pack", "explain", "@/x", "--format", "html").output
        for part in [
            "First talk", "Must.", "within 24 hours", "Because", "Source", "soon (in force)", "later", "Version 1.0.0",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    // MARK: What a pack brings beside rules

    private func whole() throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write(
            "w/pack.yaml",
            """
            id: w
            version: 1.0.0
            title: Everything but rules
            engine: 1
            needs: [career, first-conversation, messages]
            overrides:
              - rule: first-conversation/thank-you-within-a-day
                set: {within: 2 days}
                strength: must
                because: Mail is slow here.
                until: 2027-06-30
              - rule: first-conversation/pledge-at-the-start
                off: yes
                because: Not here.
            positions:
              thank-you-deadline: within a week
            files: [topics.yaml, questions/a.yaml, checklists/a.yaml, vocabulary.yaml]

            """)
        try terminal.write(
            "w/topics.yaml",
            "topics:\n  - topic: stands\n    goal: I know the stands.\n    words: [booths]\n    because: It helps.\n")
        try terminal.write(
            "w/questions/a.yaml", "questions:\n  - {id: why, topic: stands, wording: Why here?, variants: [Why?]}\n")
        try terminal.write(
            "w/checklists/a.yaml",
            """
            checklist: fair
            title: The fair
            items:
              - {id: shoes, phase: before, text: Wear good shoes}

            """)
        try terminal.write(
            "w/vocabulary.yaml",
            """
            vocabulary: w
            kinds:
              - kind: stand.visited
                noun: visit to a stand
                happens: you visit a stand
                do: visit a stand
                words: [stand]

            """)
        return terminal
    }

    private static let parts = [
        "Changes first-conversation/thank-you-within-a-day: ", "within 2 days instead of 24 hours",
        "Mail is slow here.",
        "2027-06-30", "Switches off first-conversation/pledge-at-the-start", "Not here.",
        "This pack says: within a week.",
        "stands", "I know the stands.", "booths", "It helps.", "Why here?", "Why?", "The fair", "Wear good shoes",
        "before",
        "visit to a stand",
    ]

    @Test(arguments: ["text", "markdown", "html", "json"])
    func everythingAPackBringsIsThere(_ format: String) throws {
        let screen = try whole().run("pack", "explain", "@/w", "--format", format)
        #expect(screen.status == .inOrder, "\(screen.text)")
        for part in Self.parts { #expect(screen.output.contains(part), "\(part) in \(screen.output)") }
        if format == "html" { _ = try PageReader.read(screen.output) }
    }

    // MARK: Markdown

    @Test func markdownIsEscaped() throws {
        let text = try terminal().run("pack", "explain", "@/x", "--format", "markdown").output
        // A bracket behind a backslash makes no link.
        let links = text.replacing("\\]", with: "")
        #expect(!text.contains("<script") && !links.contains("](") && !text.contains("javascript:alert"))
        #expect(text.hasPrefix("# &lt;script&gt;"))
        #expect(text.contains("\n## First talk\n") && text.contains("\n**Must.** After you meet someone"))
    }

    @Test func everyRuleIsInTheHandout() throws {
        let terminal = try PackTerminal()
        let rules = terminal.run("pack", "explain", "first-conversation", "--format", "json").output.split(
            separator: "\n"
        ).count
        let text = terminal.run("pack", "explain", "first-conversation", "--format", "markdown").output
        let body = text.components(separatedBy: "\n## Where guides differ").first ?? ""
        #expect(body.split(separator: "\n").count { $0.hasPrefix("### ") } == rules && rules > 10)
    }
}

/// Reads a page as strictly as XML is read: every element is closed, every sign is escaped.
private final class PageReader: NSObject, XMLParserDelegate {
    private(set) var elements: [String: Int] = [:]
    private(set) var headings: [Int] = []
    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    private(set) var text = ""

    static func read(_ page: String) throws -> PageReader {
        let reader = PageReader()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "\(String(describing: parser.parserError))")
        return reader
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements[name, default: 0] += 1
        if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) { headings.append(level) }
        if let id = attributes["id"] { ids.append(id) }
        if let link = attributes["href"] { links.append(link) }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
}
