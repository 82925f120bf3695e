import Testing

@testable import explore

/// `explore pack test --mutation` asks what no example says, and `--add` writes the answers down.
struct PackMutationTests {
    /// A pack whose rules have lost all their examples but the first.
    private func bare(_ terminal: PackTerminal) throws {
        _ = terminal.run("pack", "new", "@/x")
        let lines = try terminal.read("x/rules/first.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var names = 0
        for line in lines {
            if line.hasPrefix("    examples:") { names = 0 }
            if line.hasPrefix("  - id:") { names = -1 }
            if line.hasPrefix("      - name:") { names += 1 }
            if names < 2 || line.hasPrefix("  #") { kept.append(line) }
        }
        try terminal.write("x/rules/first.yaml", kept.joined(separator: "\n"))
    }

    @Test func whatIsAddedAnswersEveryQuestion() throws {
        let terminal = try PackTerminal()
        try bare(terminal)
        #expect(
            terminal.run("pack", "test", "@/x", "--mutation").output.contains("  No example says. The rule as written"))
        let asked = terminal.run("pack", "test", "@/x", "--mutation", "--add")
        #expect(asked.status == .findings, "\(asked.errors)")
        #expect(asked.output.contains("  Added: the rule as written gives"))
        #expect(asked.output.contains("added; read each and keep what you mean."))
        let again = terminal.run("pack", "test", "@/x", "--mutation")
        #expect(again.status == .inOrder, "\(again.text)")
        #expect(again.output.contains("@/x: 100 % of"))
        #expect(terminal.run("pack", "test", "@/x", "--mutation", "--add").output.contains("added") == false)
    }

    @Test func aRuleWithoutExamplesGetsThem() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let text = try terminal.read("x/rules/first.yaml")
        let end = try #require(text.range(of: "    examples:\n"))
        try terminal.write("x/rules/first.yaml", String(text[..<end.lowerBound]))
        #expect(terminal.run("pack", "test", "@/x", "--add").status == .findings)
        let again = terminal.run("pack", "test", "@/x", "--mutation")
        #expect(again.status == .inOrder && again.output.contains("100 %"), "\(again.text)")
    }

    /// A pack with one rule of these lines.
    private func small(_ rule: String) throws -> PackTerminal {
        let terminal = try PackTerminal()
        let lines = rule.split(separator: "\n").map { "    " + $0 + "\n" }.joined()
        let head = "rules:\n  - id: r\n    title: A rule\n    strength: should\n    because: x\n"
        try terminal.write("x/pack.yaml", PackTryTests.page)
        try terminal.write("x/rules/a.yaml", head + "    source:\n      work: guide\n" + lines)
        return terminal
    }

    @Test func aRuleForEachPathGetsItsExamples() throws {
        let terminal = try small("cover: learned\ntopics: [typical day, culture]\nby_at_least: 3\nfor_each: path")
        _ = terminal.run("pack", "test", "@/x", "--mutation", "--add")
        let again = terminal.run("pack", "test", "@/x", "--mutation")
        #expect(again.status == .inOrder && again.output.contains("@/x: 100 % of 9 wrong rules"), "\(again.text)")
        #expect(try terminal.read("x/rules/a.yaml").contains("            path: one\n"))
    }

    @Test func aNumberTooHighForExamplesIsNamed() throws {
        let rule = "never: resume.offered\nby: anyone\nunless_first:\n  happened: meeting.held\n  count: 200"
        let asked = try small(rule).run("pack", "test", "@/x", "--mutation")
        #expect(asked.status == .findings)
        #expect(
            asked.output.contains(
                """
                small/r: The rule counts up to 200, and examples are made for numbers up to 60: nobody would read a longer \
                one. To have the rest of the rule tried, give it a lower number for a while.
                small/r: No example comes out as 'ok', and none was found. Write one by hand; till then these questions \
                are open:
                  Is it wrong even after a meeting?

                """), "\(asked.output)")
    }

    /// Two different people cannot both be the same person: the exception never holds, so its number is open.
    @Test func whatNothingSettlesIsOpen() throws {
        let rule = """
            never: resume.offered
            unless_first: meeting.held
            by: same person
            only_if:
              happened: request.sent
              to: same person
              count: 2
              different: person
            """
        let asked = try small(rule).run("pack", "test", "@/x", "--mutation")
        #expect(asked.status == .findings && !asked.output.contains("1 more mean"), "\(asked.output)")
    }

    @Test func theLineEndsOfAFileAreKept() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let file = try #require(try terminal.files("x/rules").first { $0.hasSuffix(".yaml") })
        let text = try terminal.read("x/rules/\(file)")
        let cut = try #require(text.range(of: "      - name: reading it a year ago"))
        let rest = try #require(text[cut.upperBound...].range(of: "      - name: "))
        let short = String(text[..<cut.lowerBound] + text[rest.lowerBound...])
        try terminal.write("x/rules/\(file)", short.replacing("\n", with: "\r\n"))
        _ = terminal.run("pack", "test", "@/x", "--mutation", "--add")
        let added = try terminal.read("x/rules/\(file)")
        #expect(added.utf8.count > short.utf8.count + 100)
        #expect(!added.replacing("\r\n", with: "").unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
    }

    @Test func theScoreOfEachRuleIsData() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let lines = terminal.run("pack", "test", "@/x", "--mutation", "--format", "json").output.split(separator: "\n")
        let scores = lines.filter { $0.contains("\"killed\"") }
        #expect(scores.count == 2)
        #expect(scores.allSatisfy { $0.contains("\"unnoticed\"") && $0.contains("\"percent\"") })
    }
}
