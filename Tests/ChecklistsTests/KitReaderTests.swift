import Checklists
import RulesEngine
import Testing

/// What is wrong with a checklist, a question or a topic is shown at its place.
struct KitReaderTests {
    /// One file with one mistake: `⟦…⟧` marks what the message must point at.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let code: DiagnosticCode
        let text: String
        var testDescription: String { name }
    }

    static let mistakes = [
        Mistake(
            name: "a question without a topic", file: "questions/q.yaml", code: .missingKey,
            text: "questions:\n  - ⟦id⟧: day\n    wording: What is your day like?\n"),
        Mistake(
            name: "a topic nobody declared", file: "questions/q.yaml", code: .unknownTopic,
            text: "questions:\n  - id: day\n    topic: ⟦typcal day⟧\n    wording: What is your day like?\n"),
        Mistake(
            name: "a question of an unknown kind", file: "questions/q.yaml", code: .unknownWord,
            text: "questions:\n  - id: day\n    topic: typical day\n    kind: ⟦question.aksed⟧\n    wording: What?\n"),
        Mistake(
            name: "a word for skipping nobody knows", file: "questions/q.yaml", code: .unknownChoice,
            text: "questions:\n  - id: day\n    topic: typical day\n    wording: What?\n    skip_when: ⟦reserched⟧\n"),
        Mistake(
            name: "a misspelt key of a question", file: "questions/q.yaml", code: .unknownKey,
            text: "questions:\n  - id: day\n    topic: typical day\n    wording: What?\n    ⟦closng⟧: yes\n"),
        Mistake(
            name: "a source the pack does not list", file: "questions/q.yaml", code: .unknownWork,
            text:
                "questions:\n  - id: day\n    topic: typical day\n    wording: What?\n    source:\n      work: ⟦gide⟧\n"
        ),
        Mistake(
            name: "a message pattern with a slot nobody knows", file: "messages/m.yaml", code: .unknownPlaceholder,
            text: pattern("text:\n      - Dear ⟦<persn>⟧,")),
        Mistake(
            name: "a slot that is only named, and unknown", file: "messages/m.yaml", code: .unknownPlaceholder,
            text: pattern("known: [⟦introdcer⟧]\n    text: Hello")),
        Mistake(
            name: "a slot that is looked up and not said", file: "messages/m.yaml", code: .unusedSlot,
            text: pattern("text:\n      - known: [⟦talk_day⟧]\n        text: Hello")),
        Mistake(
            name: "a pattern without words", file: "messages/m.yaml", code: .emptyValue,
            text: pattern("text: ⟦[]⟧")),
        Mistake(
            name: "a pattern without a text", file: "messages/m.yaml", code: .missingKey,
            text: "kind: thank-you\nmessages:\n  - ⟦id⟧: a\n    title: A\n"),
        Mistake(
            name: "patterns for no kind of message", file: "messages/m.yaml", code: .unknownWord,
            text: "kind: ⟦thank-yo⟧\nmessages: []\n"),
        Mistake(
            name: "a condition on what a message does not have", file: "messages/m.yaml", code: .unknownWord,
            text: pattern("where:\n      ⟦formt⟧: phone\n    text: Hello")),
        Mistake(
            name: "an item proven by an unknown kind", file: "checklists/c.yaml", code: .unknownWord,
            text: item("done_when: ⟦thank_you.snt⟧")),
        Mistake(
            name: "an item of an unknown rule", file: "checklists/c.yaml", code: .unknownRule,
            text: item("rule: ⟦first-conversation/bring-your-resum⟧")),
        Mistake(
            name: "an item of a rule in a pack nobody has", file: "checklists/c.yaml", code: .unknownRule,
            text: item("rule: ⟦south-campus/wear-a-hat⟧")),
        Mistake(
            name: "a condition on what a meeting does not have", file: "checklists/c.yaml", code: .unknownWord,
            text: item("where:\n      ⟦formt⟧: phone")),
        Mistake(
            name: "a proof at a time nobody knows", file: "checklists/c.yaml", code: .unknownChoice,
            text: item("done_when:\n      happened: thank_you.sent\n      when: ⟦after⟧")),
        Mistake(
            name: "a placeholder that cannot be filled", file: "checklists/c.yaml", code: .unknownPlaceholder,
            text: "checklist: c\nfor: meeting\nitems:\n  - id: a\n    phase: before\n    text: Greet ⟦<persn>⟧\n"),
        Mistake(
            name: "an item without words", file: "checklists/c.yaml", code: .missingKey,
            text: "checklist: c\nfor: meeting\nitems:\n  - ⟦id⟧: a\n    phase: before\n"),
        Mistake(
            name: "a phase nobody knows", file: "checklists/c.yaml", code: .unknownChoice,
            text: "checklist: c\nfor: meeting\nitems:\n  - id: a\n    phase: ⟦durng⟧\n    text: Listen\n"),
        Mistake(
            name: "a checklist for what cannot be planned", file: "checklists/c.yaml", code: .unknownWord,
            text: "checklist: c\nfor: ⟦meting⟧\nitems: []\n"),
        Mistake(
            name: "an item whose name is taken", file: "checklists/c.yaml", code: .sameItem,
            text: "checklist: c\nfor: meeting\nitems:\n  - id: ⟦pay-for-the-coffee⟧\n    phase: before\n    text: Pay\n"
        ),
        Mistake(
            name: "a question whose name is taken", file: "questions/q.yaml", code: .sameItem,
            text: "questions:\n  - id: ⟦typical-day⟧\n    topic: typical day\n    wording: What?\n"),
        Mistake(
            name: "a topic whose name is taken", file: "topics.yaml", code: .sameItem,
            text: "topics:\n  - topic: ⟦Typical day⟧\n    goal: To know the day\n"),
        Mistake(
            name: "a topic shown by an unknown kind", file: "topics.yaml", code: .unknownWord,
            text: "topics:\n  - topic: pay\n    goal: To know the pay\n    shown_by: ⟦pay.told⟧\n"),
        Mistake(
            name: "a topic without a goal", file: "topics.yaml", code: .missingKey, text: "topics:\n  - ⟦topic⟧: pay\n"),
    ]

    private static func pattern(_ lines: String) -> String {
        "kind: thank-you\nmessages:\n  - id: a\n    title: A\n    \(lines)\n"
    }

    private static func item(_ lines: String) -> String {
        "checklist: c\nfor: meeting\nitems:\n  - id: a\n    phase: after\n    text: Write\n    \(lines)\n"
    }

    @Test(arguments: mistakes)
    func aMistakeIsShownAtItsPlace(_ mistake: Mistake) throws {
        let text = mistake.text.replacing("⟦", with: "").replacing("⟧", with: "")
        let found = try diagnostics([mistake.file: text])
        #expect(found.all.map(\.code) == [mistake.code], "\(DiagnosticRenderer().render(all: found.all))")
        let range = try #require(found.all.first?.range)
        let start = try #require(mistake.text.range(of: "⟦"))
        let place = mistake.text[..<start.lowerBound].utf8.count
        #expect(range.bytes.lowerBound == place, "\(DiagnosticRenderer().render(all: found.all))")
    }

    @Test func aKeyNobodyKnowsIsNamedWithTheNearestOne() throws {
        let found = try diagnostics([
            "questions/q.yaml": "questions:\n  - id: d\n    topic: culure\n    wording: What?\n"
        ])
        #expect(found.all.first?.help == "did you mean 'culture'?")
        #expect(found.all.first?.fix?.replacement == "culture")
    }

    @Test func anUnknownRuleIsNoError() throws {
        let found = try diagnostics(["checklists/c.yaml": Self.item("rule: first-conversation/wear-a-hat")])
        #expect(found.all.map(\.severity) == [.warning])
        #expect(!found.hasErrors)
    }

    @Test func everyMistakeOfAFileIsTold() throws {
        let text = """
            questions:
              - id: a
                topic: culure
                wording: What?
              - id: b
                wording: What?
              - id: c
                topic: culture
                wording: What?
            """
        var diagnostics = Diagnostics()
        let kit = try KitFixture.load(
            ["questions/q.yaml": text], shipped: KitFixture.packs, &diagnostics)
        #expect(diagnostics.all.map(\.code) == [.unknownTopic, .missingKey])
        #expect(kit.questions.map(\.id).suffix(1) == ["c"])
    }

    @Test func packsWithoutAnyOfItGiveAnEmptyKit() throws {
        var diagnostics = Diagnostics()
        let kit = try KitFixture.load([:], shipped: ["career"], &diagnostics)
        #expect(diagnostics.all.isEmpty && kit.items.isEmpty && kit.questions.isEmpty && kit.topics.topics.isEmpty)
    }

    private func diagnostics(_ files: [String: String]) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        _ = try KitFixture.load(files, shipped: KitFixture.packs, &diagnostics)
        return diagnostics
    }
}
