import TestSupport
import Testing

@testable import RulesEngine

/// A message held against the log: what the log knows, what came before, and where findings stand.
struct MessageCheckTests {
    /// A rule, a message, and what is found: `the words it points at: what is wrong`.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let rule: String
        let message: String
        let found: [String]
        var testDescription: String { name }

        init(_ name: String, _ rule: String, _ message: String, _ found: String...) {
            self.name = name
            self.rule = rule
            self.message = message
            self.found = found
        }
    }

    private static let log = """
        log: 1
        me:
          street: Elm Street
        people:
          - name: Ana Ruiz
            introduced_by: Will Stone
            street: Oak Lane
          - name: Will Stone
            street: Mill Road
          - name: José Díaz
          - name: Ben
        activities:
          - 2026-11-10 10:00: call.made with Ana Ruiz
          - 2026-11-12 10:00: tool.lent with Will Stone
            names: Ben
        """

    private static func outcome(_ rule: String, _ text: String) throws -> PlanCheck.Outcome {
        let trial = RuleTrial("in: note.sent\n" + rule)
        #expect(trial.mistakes.isEmpty, "\(trial.mistakes)")
        var diagnostics = Diagnostics()
        let vocabulary = trial.rules.vocabulary
        let tree = try #require(YAMLLoader.load(SourceFile(name: "log.yaml", text: log), &diagnostics))
        let document = LogReader(vocabulary: vocabulary, zones: { _ in .utc }).read(tree, zone: .utc, &diagnostics)
        let message = try #require(
            MessageReader(vocabulary: vocabulary).read(
                SourceFile(name: "note.txt", text: text), as: "note", &diagnostics)?
                .withKnownNames(from: document, &diagnostics))
        let engine = Engine(rules: trial.rules, frame: TimeFrame(zone: .utc))
        let outcome = MessageCheck(engine: engine)
            .check(message, against: document, at: Instant(seconds: 1_795_197_600), &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        return outcome
    }

    @Test(arguments: [
        Row("the whole name", "mention: [<person>]", "To: Ana\n\nDear Ana Ruiz, hello."),
        Row("a part of it", "mention: [<person>]", "To: Ana\n\nDear Ms. RUIZ, hello."),
        Row(
            "another name", "mention: [<person>]", "To: Ana\n\nDear Anna.",
            ": the name of the one you write to is missing"),
        Row("without its accents", "mention: [<person>]", "To: José\n\nDear Jose,"),
        Row("with accents behind their letters", "mention: [<person>]", "To: José Díaz\n\nDear Jose\u{301},"),
        Row("nobody to name", "mention: [<person>]", "Hello."),
        Row("what is known about them", "mention: [<person.street>]", "To: Ana\n\nI walked down Oak  Lane."),
        Row("what nobody knows", "mention: [<person.street>]", "To: Ben\n\nHello."),
        Row("what is known about oneself", "mention: [<me.street>]", "To: Ben\n\nI live in Elm Street."),
        Row("who introduced them", "mention: [<person.introduced_by>]", "To: Ana\n\nWill sent me."),
        Row(
            "a verb is no name", "mention: [<person.introduced_by>]", "To: Ana\n\nI will come.",
            ": their introducer is missing"),
        Row("one of several, of which one is known", "mention:\n  - any: [<person.street>, soup]", "To: Ben\n\nSoup!"),
        Row("names in order", "in_order: [<person>, soup]", "To: Ana\n\nDear Ana, soup."),
        Row(
            "names out of order", "in_order: [<person>, soup]", "To: Ana\n\nSoup, dear Ana.",
            "Soup: 'soup' belongs after the name of the one you write to"),
        Row(
            "a name to avoid", "avoid: [<person.introduced_by>]", "To: Ana\n\nStone said",
            "Stone: their introducer does not belong here"),
    ])
    func slots(_ row: Row) throws { try check(row) }

    @Test(arguments: [
        Row(
            "a condition that holds", "avoid: [soup]\nwhere:\n  person.street: Oak Lane", "To: Ana\n\nSoup",
            "Soup: 'soup' does not belong here"),
        Row("one that does not", "avoid: [soup]\nwhere:\n  person.street: Oak Lane", "To: Will\n\nSoup"),
        Row(
            "one that nobody can tell", "avoid: [soup]\nwhere:\n  person.street: Oak Lane", "To: Ben\n\nSoup",
            "Ben: On which street does Ben live?"),
        Row("nothing to tell", "avoid: [soup]\nwhere:\n  person.street: Oak Lane", "To: Ben\n\nHello"),
        Row(
            "what happened keeps it out", "avoid: [soup]\nunless:\n  happened: call.made\n  to: same person",
            "To: Ana\n\nSoup"),
        Row(
            "what happened to others does not", "avoid: [soup]\nunless:\n  happened: call.made\n  to: same person",
            "To: Ben\n\nSoup", "Soup: 'soup' does not belong here"),
        Row(
            "only if it happened", "avoid: [soup]\nonly_if:\n  happened: call.made\n  to: same person",
            "To: Ben\n\nSoup"),
        Row("denied", "avoid: [soup]\nunless_after: [not, never]", "I do not want any soup, ever."),
        Row(
            "denied in another clause", "avoid: [soup]\nunless_after: [not, never]",
            "If not, soup will do. Never mind: soup!",
            "soup: 'soup' does not belong here", "soup: 'soup' does not belong here"),
        Row(
            "in the subject line", "avoid: [soup]", "Subject: About soup\n\nHello", "soup: 'soup' does not belong here"),
        Row("nothing attached", "attachments: no", "Hello"),
        Row(
            "attached", "attachments: no", "Attach: a.pdf, b.pdf\n\nHello", "a.pdf: 'a.pdf' is attached",
            "b.pdf: 'b.pdf' is attached"),
        Row(
            "overlapping phrases are one", "avoid:\n  - any: [hot soup, soup]", "hot soup",
            "hot soup: 'hot soup' or 'soup' does not belong here"),
        Row("a link is no blank", "placeholders: no", "See [my page](https://example.org)."),
        Row(
            "a blank in the subject", "placeholders: no", "Subject: [what]\n\nHello",
            "[what]: '[what]' is still to be filled in"),
    ])
    func surroundings(_ row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let found = try Self.outcome(row.rule, row.message).findings.map { finding in
            "\(try #require(finding.range).text): \(finding.message)"
        }
        #expect(found == row.found, "\(row.name)")
    }

    @Test func aRuleMaySayItInItsOwnWords() throws {
        let found = try Self.outcome("avoid: [soup]\nsay:\n  overdue: No soup for <person>.", "To: Ana\n\nSoup")
            .findings
        #expect(found.map(\.message) == ["No soup for Ana Ruiz"])
    }

    @Test func whatIsFollowedIsTold() throws {
        #expect(try Self.outcome("avoid: [soup]", "Hello").followed.count == 1)
    }

    @Test func columnsCountCharacters() throws {
        let found = try Self.outcome("avoid: [soup]", "👋🏽 Jose\u{301}, soup").findings
        let start = try #require(found.first?.range?.start)
        #expect(start.line == 1 && start.column == 11)
    }

    @Test func aHugeLineOfNothingButPhrasesIsSearchedInTime() throws {
        let text = String(repeating: "soup ", count: 12_000)
        let found = try Self.outcome("avoid: [soup]", text).findings
        #expect(found.count == 20 && found.last?.message == "'soup' does not belong here (and 11980 more like it)")
    }
}
