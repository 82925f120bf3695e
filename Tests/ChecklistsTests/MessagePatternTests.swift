import RulesEngine
import TestSupport
import Testing

@testable import Checklists

/// Patterns: chosen by what the log knows, filled from it, with a blank for what it does not know; and every shipped one
/// passes the checks of the shipped rules once its blanks are filled.
struct MessagePatternTests {
    private static let shipped = Result { try Shipped() }

    /// The shipped packs, and a log of somebody who has come a long way.
    private struct Shipped {
        let rules: RuleSet
        let kit: AdviceKit
        let document: LogDocument

        init() throws {
            var diagnostics = Diagnostics()
            let folders = ["career", "asking", "first-conversation", "finding-people", "after-the-meeting", "messages"]
            kit = try KitFixture.load([:], shipped: folders, &diagnostics)
            rules = kit.rules
            document = try KitFixture(kit).log(MessagePatternTests.log)
            #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        }
    }

    private static let log = """
        me:
          name: Sam Okafor
          background: a shoe seller
        people:
          - name: Maya Lindt
            relation: colleague
            field: people operations
          - name: Ana Ruiz
            organization: Delta Logistics
            field: logistics
          - name: Tom Baker
            relation: alum
          - name: Lee
        activities:
          - 2026-11-01 10:00: introduction.made with Ana Ruiz
            helper: Maya Lindt
          - 2026-11-02 10:00: request.sent with Ana Ruiz
          - 2026-11-17 10:00: meeting.held with Ana Ruiz
            learned:
              - career path
              - pay
          - 2026-11-17 11:00: referral.received with Ana Ruiz
            referred: Tom Baker
          - 2026-11-18 10:00: tip.followed with Ana Ruiz
            tip: read the annual report
        """

    /// Friday 20 November 2026, 18:00.
    private static let now = Instant(seconds: 1_795_197_600)

    private static func draft(_ word: String, to person: String) throws -> MessageDrafter.Draft {
        let shipped = try shipped.get()
        let drafter = MessageDrafter(kit: shipped.kit, frame: TimeFrame(zone: .utc))
        var diagnostics = Diagnostics()
        let draft = drafter.draft(
            drafter.patterns(named: word), to: person, in: shipped.document, at: now, &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return try #require(draft)
    }

    // MARK: Choosing and filling

    @Test(arguments: [
        ("request", "Ana Ruiz", "request-by-referral"), ("request", "Tom Baker", "request-to-alum"),
        ("request", "Maya Lindt", "request-to-somebody-you-know"), ("request", "Lee", "request-to-a-stranger"),
        ("request-to-alum", "Lee", "request-to-alum"), ("thanks", "Ana Ruiz", "thank-you"),
        ("follow-up", "Ana Ruiz", "report-on-a-tip"), ("report-back", "Lee", "follow-up-on-a-talk"),
        ("dropping-the-field", "Ana Ruiz", "dropping-the-field"),
    ])
    func chosen(_ word: String, _ person: String, _ pattern: String) throws {
        #expect(try Self.draft(word, to: person).pattern == pattern)
    }

    @Test func whatTheLogKnowsIsFilledIn() throws {
        let draft = try Self.draft("thank-you", to: "Ana Ruiz")
        #expect(
            draft.text == """
                To: Ana Ruiz
                Kind: thank-you
                Subject: Thank you for your time

                Dear Ana,

                Thank you for taking the time to talk with me on Tuesday, and for answering so openly.

                What you told me about career path and pay helps me most, above all [one thing you learned]. I will [what you \
                will do with it].

                I will write to Tom Baker this week, and let you know how it goes.

                Kind regards,
                Sam Okafor

                """)
        #expect(draft.blanks == ["[one thing you learned]", "[what you will do with it]"])
    }

    @Test func whatItDoesNotKnowIsLeftOutOrABlank() throws {
        let draft = try Self.draft("thank-you", to: "Lee")
        #expect(draft.text.contains("talk with me, and for answering") && !draft.text.contains("this week"))
        #expect(try Self.draft("request-by-referral", to: "Lee").blanks.contains("[who introduced you]"))
    }

    // MARK: All of them

    static let patterns = ((try? shipped.get().kit.patterns) ?? []).map(\.id)
    static let words = ((try? shipped.get().rules.vocabulary.messageKinds) ?? []).compactMap(\.messages.first)

    /// What the shipped rules find in a text, as `rule: what is wrong`.
    private static func findings(_ text: String) throws -> [Diagnostic] {
        let shipped = try shipped.get()
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "draft.md", text: text)
        let message = try #require(MessageReader(vocabulary: shipped.rules.vocabulary).read(file, &diagnostics))
        let engine = Engine(rules: shipped.rules, frame: TimeFrame(zone: .utc))
        let outcome = MessageCheck(engine: engine).check(message, against: shipped.document, at: now, &diagnostics)
        #expect(diagnostics.all.isEmpty)
        return outcome.findings
    }

    private static func expectFilledDraftPasses(_ draft: MessageDrafter.Draft) throws {
        let text = draft.blanks.reduce(draft.text) { $0.replacing($1, with: "your work in the field") }
        let found = try findings(text).map { "\($0.name): \($0.message)" }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))\n\(text)")
    }

    @Test(arguments: patterns)
    func aPatternPassesTheChecksOnceItsBlanksAreFilled(_ pattern: String) throws {
        try Self.expectFilledDraftPasses(Self.draft(pattern, to: "Lee"))
    }

    @Test(arguments: words, ["Ana Ruiz", "Tom Baker", "Maya Lindt", "Lee"])
    func whatFitsAPersonPassesTheChecks(_ word: String, _ person: String) throws {
        try Self.expectFilledDraftPasses(Self.draft(word, to: person))
    }

    @Test(arguments: patterns)
    func anUnfilledBlankIsFound(_ pattern: String) throws {
        let draft = try Self.draft(pattern, to: "Lee")
        let found = try Self.findings(draft.text).filter { $0.name == "messages/fill-in-the-blanks" }
        #expect(found.compactMap(\.range?.text) == draft.blanks)
    }

    @Test func everyPatternHasASource() throws {
        #expect(!Self.patterns.isEmpty && Self.words.count == 7)
        for pattern in try Self.shipped.get().kit.patterns { #expect(pattern.source != nil, "\(pattern.id)") }
    }
}
