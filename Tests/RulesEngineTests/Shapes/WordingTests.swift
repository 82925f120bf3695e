import TestSupport
import Testing

@testable import RulesEngine

/// A message says this and not that.
struct WordingTests {
    /// A rule, a message, and what is found in it: `the words it points at: what is wrong`.
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

    /// What is found in a message of a kind that stands in a file, as it is or with a head above.
    private static func findings(
        _ rule: String, _ text: String, kind: String = "note"
    ) throws -> [Diagnostic] {
        let trial = RuleTrial("in: note.sent\n" + rule)
        #expect(trial.mistakes.isEmpty)
        return try findings(trial.rules, text, kind: kind)
    }

    private static func findings(_ rules: RuleSet, _ text: String, kind: String = "note") throws -> [Diagnostic] {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "note.txt", text: text)
        let message = try #require(
            MessageReader(vocabulary: rules.vocabulary).read(file, as: kind, &diagnostics), "\(diagnostics.all)")
        let check = MessageCheck(engine: Engine(rules: rules, frame: TimeFrame(zone: .utc)))
        let outcome = check.check(message, against: LogDocument(), at: Instant(seconds: 0), &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return outcome.findings
    }

    private func check(_ row: Row, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try Self.findings(row.rule, row.message).map { finding in
            "\(try #require(finding.range).text): \(finding.message)"
        }
        #expect(found == row.found, "\(row.name)", sourceLocation: sourceLocation)
    }

    // MARK: Words

    @Test(arguments: [
        Row("as many as may be", "words:\n  at_most: 3", "One two three."),
        Row(
            "one too many", "words:\n  at_most: 3", "One two three four five.",
            "four five.: this has 5 words, and at most 3 are wanted"),
        Row("marks are no words", "words:\n  at_most: 3", "One – two & three !"),
        Row("a number is", "words:\n  at_most: 3", "One 2 three 4", "4: this has 4 words, and at most 3 are wanted"),
        Row("as few as may be", "words:\n  at_least: 3", "One two\nthree"),
        Row("one too few", "words:\n  at_least: 3", "One two", ": this has 2 words, and at least 3 are wanted"),
        Row("no word at all", "words:\n  at_least: 1", "– !", ": this has 0 words, and at least 1 are wanted"),
    ])
    func words(_ row: Row) throws { try check(row) }

    // MARK: What it says

    @Test(arguments: [
        Row("said", "mention: [thank you]", "Dear Ana, thank you for the soup."),
        Row("said in capitals and over two lines", "mention: [thank you]", "Dear Ana,\nThank\n  You for the soup."),
        Row("not said", "mention: [thank you]", "Dear Ana.", ": 'thank you' is missing"),
        Row("only inside a word", "mention: [art]", "I start the party.", ": 'art' is missing"),
        Row("with a curly apostrophe", "mention: [\"don't worry\"]", "Don’t worry."),
        Row("with marks around it", "mention: [soup]", "(soup)"),
        Row("one of several", "mention:\n  - any: [soup, cake]", "I liked the cake."),
        Row("none of several", "mention:\n  - any: [soup, cake]", "I liked it.", ": 'soup' or 'cake' is missing"),
        Row("a list as an item", "mention:\n  - [soup, cake]", "I liked the cake."),
        Row("two things", "mention: [soup, cake]", "I liked the cake.", ": 'soup' is missing"),
        Row("anything the vocabulary knows", "mention: [greeting.said]", "Good morning, Ana."),
        Row("nothing it knows", "mention: [greeting.said]", "Ana.", ": a greeting is missing"),
    ])
    func mention(_ row: Row) throws { try check(row) }

    @Test(arguments: [
        Row("within the first sentence", "mention: [soup]\nin_first: 1 sentence", "I liked the soup. And the cake."),
        Row(
            "later", "mention: [cake]\nin_first: 1 sentence", "I liked the soup. And the cake.",
            "cake: 'cake' belongs in the first sentence"),
        Row("nowhere", "mention: [pie]\nin_first: 1 sentence", "I liked the soup. And the cake.", ": 'pie' is missing"),
        Row("within the first words", "mention: [soup]\nin_first: 4 words", "I liked the soup. And the cake."),
        Row(
            "one word later", "mention: [soup]\nin_first: 3 words", "I liked the soup.",
            "soup: 'soup' belongs in the first 3 words"),
        Row("within the first lines", "mention: [soup]\nin_first: 2 lines", "Dear Ana,\n\nthe soup was good.\nBen"),
        Row(
            "one line later", "mention: [soup]\nin_first: 1 line", "Dear Ana,\r\nthe soup was good.",
            "soup: 'soup' belongs in the first line"),
        Row(
            "an empty line ends a sentence", "mention: [soup]\nin_first: 1 sentence", "Dear Ana,\n\nthe soup was good.",
            "soup: 'soup' belongs in the first sentence"),
    ])
    func inFirst(_ row: Row) throws { try check(row) }

    @Test func whatIsMissingIsPlacedWhereItsStretchEnds() throws {
        let found = try Self.findings("mention: [pie]\nin_first: 1 sentence", "I liked it. Bye.")
        #expect(found.map(\.range?.bytes) == [11..<11])
        #expect(try Self.findings("mention: [pie]", "I liked it.\n\n").map(\.range?.bytes) == [11..<11])
    }

    // MARK: What it does not say

    @Test(arguments: [
        Row("not said", "avoid: [money]", "Dear Ana."),
        Row(
            "said", "avoid: [money]", "I need Money, much money.", "Money: 'money' does not belong here",
            "money: 'money' does not belong here"),
        Row("inside a word", "avoid: [rent]", "A different parent."),
        Row(
            "anything the vocabulary knows", "avoid: [tool.asked]", "May I have your saw?",
            "May I have your: a request for a tool does not belong here"),
        Row(
            "behind letters of several bytes", "avoid: [money]", "Grüße – für mich: money",
            "money: 'money' does not belong here"),
        Row(
            "the longest phrase wins", "avoid: [greeting.said]", "Say hello to nobody.",
            "hello: a greeting does not belong here"),
    ])
    func avoid(_ row: Row) throws { try check(row) }

    @Test func aPhraseInsideALongerOneOfAnotherKindMeansThat() throws {
        let vocabulary = """
            vocabulary: more
            kinds:
              - kind: goodbye.said
                noun: goodbye
                happens: you say goodbye
                do: say goodbye
                phrases: [hello and goodbye]
            """
        var diagnostics = Diagnostics()
        let more = PackFiles(
            name: "more",
            files: [
                "pack.yaml": SourceFile(
                    name: "pack.yaml",
                    text: "id: more\nversion: 1.0.0\ntitle: More\nengine: 1\nfiles: [vocabulary.yaml]\n"),
                "vocabulary.yaml": SourceFile(name: "vocabulary.yaml", text: vocabulary),
            ])
        let street = Neighbours.pack(Street.filledIn("in: note.sent\navoid: [greeting.said]"))
        let rules = PackLoader.load([street, more], &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(diagnostics.all)")
        #expect(try Self.findings(rules, "So hello and goodbye.").isEmpty)
        #expect(try Self.findings(rules, "So hello, and goodbye.").count == 1)
    }

    // MARK: Order and what is to be filled in

    @Test(arguments: [
        Row("in order", "in_order: [hello, soup, bye]", "Hello Ana, good soup, bye."),
        Row(
            "out of order", "in_order: [hello, soup, bye]", "Bye Ana, good soup, hello.",
            "Bye: 'bye' belongs after 'soup'", "soup: 'soup' belongs after 'hello'"),
        Row("what is not there has no place", "in_order: [hello, soup, bye]", "Hello Ana, bye."),
    ])
    func order(_ row: Row) throws { try check(row) }

    @Test(arguments: [
        Row(
            "nothing left", "placeholders: no",
            "Dear Ana [1], see <https://example.org> or <ana@example.org>, a < b, {}"),
        Row("pointed", "placeholders: no", "Dear <name>,", "<name>: '<name>' is still to be filled in"),
        Row(
            "square", "placeholders: no", "Dear [first name],", "[first name]: '[first name]' is still to be filled in"),
        Row(
            "curly, and doubled", "placeholders: no", "Dear {name} and {{friend}},",
            "{name}: '{name}' is still to be filled in",
            "{{friend}}: '{{friend}}' is still to be filled in"),
        Row("a line to write on", "placeholders: no", "Dear ____,", "____: '____' is still to be filled in"),
        Row("crosses", "placeholders: no", "Dear XXX, XL and XXXL", "XXX: 'XXX' is still to be filled in"),
        Row("not over a line's end", "placeholders: no", "a < b\nand c > d"),
        Row("they may be left", "placeholders: yes\nwords:\n  at_most: 9", "Dear <name>,"),
    ])
    func placeholders(_ row: Row) throws { try check(row) }

    @Test func findingsComeInTheOrderOfTheText() throws {
        let found = try Self.findings("words:\n  at_most: 2\navoid: [two, one]\nplaceholders: no", "one <x> two three")
        #expect(found.map(\.range?.bytes.lowerBound) == [0, 4, 8, 8])
    }

    @Test func amessageOfAnotherKindIsNotItsBusiness() throws {
        #expect(try Self.findings("avoid: [money]", "money", kind: "gift").isEmpty)
    }

    // MARK: Examples

    @Test(arguments: [
        ("Thank you, Ana.", "ok", true), ("Hi.", "overdue", true), ("Hi.", "ok", false),
        ("Thank you, Ana.", "overdue", false),
    ])
    func example(_ text: String, _ verdict: String, _ passes: Bool) throws {
        let rule =
            "in: note.sent\nmention: [thank you]\nexamples:\n  - name: a note\n    message: \(text)\n    verdict: \(verdict)\n"
        let trial = RuleTrial(rule)
        var diagnostics = Diagnostics()
        let results = ExampleRunner(rules: trial.rules, zones: { _ in nil }).run(
            try #require(trial.rules.packs.first), &diagnostics)
        #expect(diagnostics.all.isEmpty && results.map(\.passed) == [passes])
    }

    @Test func anExampleOfAnotherKindDoesNotApply() throws {
        let trial = RuleTrial(
            "in: note.sent\navoid: [money]\nexamples:\n  - name: a gift\n    in: gift.given\n    message: money\n    verdict: does not apply\n"
        )
        var diagnostics = Diagnostics()
        let results = ExampleRunner(rules: trial.rules, zones: { _ in nil }).run(
            try #require(trial.rules.packs.first), &diagnostics)
        #expect(results.map(\.passed) == [true])
    }

    // MARK: Words and reading

    @Test(arguments: [
        SentenceCase(
            "in: note.sent\nwords:\n  at_most: 90\nmention: [thank you, greeting.said]\nin_first: 2 sentences\navoid: [money]\nplaceholders: no",
            "A note has at most 90 words, says 'thank you' and a greeting in the first 2 sentences, does not say 'money' and leaves nothing to be filled in."
        ),
        SentenceCase("in: note.sent\nin_order: [hello, bye]", "A note says in this order 'hello' and 'bye'."),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        MistakeCase(
            "nothing asked", "in: note.sent", "missing-key 'in': this rule checks something, but not what it should be"),
        MistakeCase(
            "a kind without phrases", "in: note.sent\navoid: [gift.given]",
            "unknown-word 'gift.given': the vocabulary has no phrases by which to recognise 'gift.given'"),
        MistakeCase(
            "no such kind", "in: note.sent\navoid: [greeting.sad]",
            "unknown-word 'greeting.sad': 'greeting.sad' is not a kind of activity"),
        MistakeCase(
            "no such beginning", "in: note.sent\nmention: [a]\nin_first: two sentences",
            "unreadable-value 'two sentences': 'two sentences' is not the beginning of a message"),
        MistakeCase(
            "the beginning of nothing", "in: note.sent\navoid: [a]\nin_first: 2 sentences",
            "missing-key 'id': a rule needs 'mention'"),
        MistakeCase(
            "a number alone", "in: note.sent\nwords: 90",
            "wrong-kind '90': 'words' must be settings, each with its name and a colon, but this is text"),
        MistakeCase(
            "limits the wrong way round", "in: note.sent\nwords:\n  at_least: 9\n  at_most: 3",
            "empty-range 'at_least: 9\n      at_most: 3': no number can be inside these limits"),
        MistakeCase(
            "a slot nobody knows", "in: note.sent\nmention: [<person.stret>]",
            "unknown-placeholder '<person.stret>': '<person.stret>' cannot be filled in here"),
        MistakeCase(
            "no kind of message", "in: call.made\navoid: [a]",
            "unknown-word 'call.made': 'call.made' is not a kind of message"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }
}
