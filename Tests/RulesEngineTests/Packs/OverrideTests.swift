import TestSupport
import Testing

@testable import RulesEngine

/// Overrides of packs and persons: what holds, what is refused, and where it says so.
struct OverrideTests {
    // MARK: Values

    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let override: String
        let key: String
        let sentence: String
    }

    static let rows = [
        Row(
            testDescription: "a number", override: "set: {within: 48 hours}", key: "within",
            sentence: "After you meet someone, send the same person a thank-you note within 48 hours."),
        Row(
            testDescription: "a link", override: "set: {to: anyone}", key: "to",
            sentence: "After you meet someone, send a thank-you note within 24 hours."),
        Row(
            testDescription: "a key the rule does not have", override: "set: {which: latest}", key: "which",
            sentence:
                "After you meet someone, send the same person a thank-you note within 24 hours. Only the latest time "
                + "with each person counts."),
    ]

    @Test(arguments: rows)
    func aValueIsLaidOver(_ row: Row) throws {
        let loaded = try load(settings: settings("small/thanks", row.override))
        let rule = try #require(loaded.rules.rules.first)
        #expect(loaded.diagnostics.all.isEmpty, "\(loaded.messages)")
        #expect(rule.sentence(in: loaded.rules.vocabulary) == row.sentence)
        #expect(rule.changes.map(\.key) == [row.key])
        #expect(rule.changes.first?.place.file.name == "settings.yaml")
    }

    @Test func theStrengthIsLaidOver() throws {
        let loaded = try load(settings: settings("small/thanks", "strength: consider"))
        let rule = try #require(loaded.rules.rules.first)
        #expect(rule.strength == .consider)
        #expect(rule.changes.map(\.before) == ["must"] && rule.changes.map(\.after) == ["consider"])
    }

    /// Examples belong to the rule as its pack wrote it.
    @Test func thePackKeepsItsRuleAsItWroteIt() throws {
        let loaded = try load(settings: settings("small/thanks", "strength: consider"))
        let own = try #require(loaded.rules.packs.last?.rules.first)
        #expect(own.strength == .must && own.changes.isEmpty)
    }

    @Test func aRuleIsSwitchedOff() throws {
        let loaded = try load(settings: settings("small/thanks", "off: yes"))
        #expect(loaded.rules.rules.isEmpty)
        let resting = try #require(loaded.rules.resting.first)
        guard case .switchedOff(let override) = resting.reason else {
            Issue.record("rests for another reason")
            return
        }
        #expect(override.because == "It suits us." && override.author == .person)
    }

    // MARK: Whose word counts

    @Test func thePersonsWordIsTheLast() throws {
        let campus = SmallPacks.pack(
            "campus", rules: "rules: []", page: page("strength: should\n    set:\n      within: 2 days"))
        let loaded = try load([campus], settings: settings("small/thanks", "strength: consider"))
        let rule = try #require(loaded.rules.rules.first)
        #expect(rule.strength == .consider)
        #expect(rule.changes.map(\.key) == ["strength", "within"])
        #expect(rule.changes.map(\.override.author) == [.person, .pack("campus")])
    }

    @Test func thePersonTakesBackWhatAPackSwitchedOff() throws {
        let campus = SmallPacks.pack("campus", rules: "rules: []", page: page("off: yes"))
        #expect(try load([campus]).rules.rules.isEmpty)
        #expect(try load([campus], settings: settings("small/thanks", "off: no")).rules.rules.count == 1)
    }

    // MARK: Lapsing

    static let days: [(until: String, lapsed: Bool)] = [
        ("2026-11-19", true), ("2026-11-20", false), ("2026-11-21", false), ("2027-01-01", false),
    ]

    @Test(arguments: days)
    func anOverrideEndsWithItsDay(_ row: (until: String, lapsed: Bool)) throws {
        let loaded = try load(settings: settings("small/thanks", "off: yes\n    until: \(row.until)"))
        #expect(loaded.rules.rules.isEmpty == !row.lapsed)
        #expect(loaded.codes == (row.lapsed ? [.overrideLapsed] : []))
        #expect(loaded.diagnostics.all.allSatisfy { $0.severity == .note })
    }

    @Test func aPacksOverrideLapsesTheSameWay() throws {
        let campus = SmallPacks.pack("campus", rules: "rules: []", page: page("off: yes\n    until: 2026-11-19"))
        let loaded = try load([campus])
        #expect(loaded.codes == [.overrideLapsed] && loaded.rules.rules.count == 1)
        #expect(loaded.diagnostics.all.first?.range?.file.name == "campus/pack.yaml")
    }

    // MARK: What is wrong

    struct Wrong: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var rule = "small/thanks"
        let override: String
        let code: DiagnosticCode
        var severity = Diagnostic.Severity.error
        let at: String
        var help = ""
    }

    static let wrong = [
        Wrong(
            testDescription: "a bad value, at its place in the override", override: "set: {within: soon}",
            code: .unreadableDuration, at: "soon"),
        Wrong(
            testDescription: "a bad strength, at its place", override: "strength: shuld", code: .unknownChoice,
            at: "shuld",
            help: "did you mean 'should'?"),
        Wrong(
            testDescription: "a misspelt key", override: "set: {witin: 2 days}", code: .unknownKey, at: "witin",
            help: "did you mean 'within'?"),
        Wrong(
            testDescription: "a key of another shape", override: "set: {at_most: 3}", code: .unknownKey, at: "at_most"),
        Wrong(
            testDescription: "what the rule is about", override: "set: {expect: thanks.said}", code: .notOverridable,
            at: "expect"),
        Wrong(
            testDescription: "another text", override: "set: {because: no}", code: .notOverridable, at: "because"),
        Wrong(
            testDescription: "nothing", override: "until: 2027-01-01", code: .missingKey, at: "small/thanks"),
        Wrong(
            testDescription: "neither yes nor no", override: "off: perhaps", code: .notYesOrNo, at: "perhaps"),
        Wrong(
            testDescription: "no day", override: "off: yes\n    until: someday", code: .unreadableTime, at: "someday"),
        Wrong(
            testDescription: "'set' is a text", override: "set: within 2 days", code: .wrongKind, at: "within 2 days"),
        Wrong(
            testDescription: "a misspelt rule", rule: "small/thansk", override: "off: yes", code: .unknownRule,
            severity: .warning, at: "small/thansk", help: "did you mean 'small/thanks'?"),
        Wrong(
            testDescription: "a rule without its pack", rule: "thanks", override: "off: yes", code: .unknownRule,
            severity: .warning, at: "thanks", help: "did you mean 'small/thanks'?"),
        Wrong(
            testDescription: "a pack that is not in use", rule: "harbour/greet", override: "off: yes",
            code: .unknownRule, severity: .note, at: "harbour/greet"),
    ]

    @Test(arguments: wrong)
    func whatIsWrongIsSaidAtItsPlace(_ row: Wrong) throws {
        let loaded = try load(settings: settings(row.rule, row.override))
        #expect(loaded.codes == [row.code], "\(loaded.messages)")
        let found = try #require(loaded.diagnostics.all.first)
        #expect(found.severity == row.severity)
        #expect(found.range?.file.name == "settings.yaml" && found.range?.text == row.at)
        #expect(found.help?.hasPrefix(row.help) ?? row.help.isEmpty)
        if row.severity != .error { #expect(loaded.rules.rules.count == 1, "what does not hold changes nothing") }
    }

    @Test(arguments: ["", "    because: ''\n", "    because: '  '\n"])
    func aReasonIsNeeded(_ because: String) throws {
        let text = "settings: 1\noverrides:\n  - rule: small/thanks\n    off: yes\n" + because
        let loaded = try load(settings: text)
        #expect(loaded.diagnostics.hasErrors && loaded.codes.count == 1, "\(loaded.messages)")
    }

    @Test func oneFileSaysItOnce() throws {
        let text =
            settings("small/thanks", "strength: should") + """

                  - rule: small/thanks
                    strength: consider
                    set: {within: 2 days}
                    because: It suits us.
                """
        let loaded = try load(settings: text)
        #expect(loaded.codes == [.sameOverride])
        #expect(loaded.diagnostics.all.first?.notes.count == 1)
    }

    @Test func aMistakeOfTheRuleItselfIsSaidOnce() throws {
        let small = SmallPacks.pack("small", rules: SmallPacks.thanks.replacing("same person", with: "same persn"))
        var diagnostics = Diagnostics()
        _ = PackLoader.load(
            [try SmallPacks.career(), small],
            settings: SourceFile(name: "settings.yaml", text: settings("small/thanks", "strength: should")),
            &diagnostics)
        #expect(diagnostics.all.map(\.code) == [.unknownWord])
    }

    // MARK: Packs that override

    @Test func aPackChangesRulesOfThePacksItNeeds() throws {
        let campus = SmallPacks.pack("campus", rules: "rules: []", page: page("strength: should", needs: "[career]"))
        let loaded = try load([campus])
        #expect(loaded.codes == [.notOverridable] && loaded.rules.rules.first?.strength == .must)
        #expect(loaded.diagnostics.all.first?.help == "add small to 'needs'")
    }

    @Test func aPackDoesNotOverrideItself() throws {
        let own = SmallPacks.pack(
            "own", rules: SmallPacks.thanks,
            page: "overrides:\n  - rule: own/thanks\n    off: yes\n    because: It suits us.\n")
        #expect(try load([own]).codes == [.notOverridable])
    }

    // MARK: Settings

    static let files: [(text: String, codes: [DiagnosticCode])] = [
        ("settings: 1\n", []),
        ("settings: 1\noverrides: []\npositions:\n", []),
        ("settings: 2\n", [.numberOutOfRange]),
        ("overrides: []\n", [.missingKey]),
        ("settings: 1\noverride: []\n", [.unknownKey]),
        ("settings: 1\noverrides: none\n", [.missingDash]),
        ("settings: 1\npositions: none\n", [.wrongKind]),
        ("", [.emptyFile]),
    ]

    @Test(arguments: files)
    func aSettingsFileIsChecked(_ row: (text: String, codes: [DiagnosticCode])) throws {
        let loaded = try load(settings: row.text)
        #expect(loaded.codes == row.codes, "\(loaded.messages)")
        #expect(loaded.rules.rules.count == 1)
    }

    // MARK: Support

    private struct Loaded {
        let rules: RuleSet
        let diagnostics: Diagnostics

        var codes: [DiagnosticCode] { diagnostics.sorted().map(\.code) }
        var messages: [String] { diagnostics.all.map(\.message) }
    }

    /// The pack `small` with one rule, others after it, and a person's settings.
    private func load(_ others: [PackFiles] = [], settings: String? = nil) throws -> Loaded {
        var diagnostics = Diagnostics()
        let small = SmallPacks.pack("small", rules: SmallPacks.thanks)
        let rules = PackLoader.load(
            [try SmallPacks.career(), small] + others,
            settings: settings.map { SourceFile(name: "settings.yaml", text: $0) }, today: SmallPacks.today,
            &diagnostics)
        return Loaded(rules: rules, diagnostics: diagnostics)
    }

    private func settings(_ rule: String, _ override: String) -> String {
        "settings: 1\noverrides:\n  - rule: \(rule)\n    \(override)\n    because: It suits us.\n"
    }

    private func page(_ override: String, needs: String = "[career, small]") -> String {
        "needs: \(needs)\noverrides:\n  - rule: small/thanks\n    \(override)\n    because: It suits us.\n"
    }
}
