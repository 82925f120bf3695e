import TestSupport
import Testing

@testable import RulesEngine

/// Everything that makes a pack weak though it can be read is reported at once, each with what to do about it.
struct PackCheckTests {
    private static let page = """
        id: weak
        version: 1.0.0
        title: A weak pack
        engine: 1
        needs: [career]
        review_by: 2026-11-19
        sources:
          - work: guide
            title: A guide
        disputes:
          - dispute: channel
            question: How does one say thanks?
            default: by post
        files:
          - rules/a.yaml

        """

    /// One rule for each thing that can be wrong with it.
    private static let rules = """
        rules:
          - id: bare
            title: Thank people
            strength: should
            after: meeting.held
            expect: thank_you.sent
          - id: too-few-examples
            title: Thank people in time
            strength: should
            after: referral.received
            expect: thank_you.sent
            to: same person
            within: 2 days
            because: x
            source:
              work: guide
            examples:
              - name: open
                log:
                  - Mon 10:00: referral.received with Ana
                now: Mon 12:00
                verdict: due
          - id: never
            title: Never speaks
            strength: should
            after: meeting.held
            where:
              all:
                - format: phone
                - format: video
            expect: notes.written
            because: x
            source:
              work: guide
          - id: impossible
            title: Nobody can follow it
            strength: should
            for_each: meeting.planned
            check: length
            at_least: 30 minutes
            because: x
            source:
              work: guide
          - id: the-other
            title: The other limit
            strength: should
            for_each: meeting.planned
            check: length
            at_most: 20 minutes
            because: x
            source:
              work: guide
          - id: chase
            title: Remind them
            strength: should
            after: request.sent
            expect: chase.sent
            to: same person
            within: 3 days
            because: x
            source:
              work: guide
          - id: leave
            title: Leave them in peace
            strength: should
            after: request.sent
            avoid: chase.sent
            to: same person
            for: 7 days
            because: x
            source:
              work: guide
          - id: forbidden
            title: Never write up
            strength: should
            never: notes.written
            because: x
            source:
              work: guide
          - id: wanted
            title: Write up
            strength: should
            after: meeting.held
            expect: notes.written
            within: 2 days
            because: x
            source:
              work: guide
          - id: small
            title: Thank people within a week
            strength: should
            after: referral.received
            expect: thank_you.sent
            to: same person
            within: 7 days
            because: x
            source:
              work: guide

        """

    private func found() throws -> [Diagnostic] {
        let pack = PackFiles(
            name: "weak",
            files: [
                "pack.yaml": SourceFile(name: "weak/pack.yaml", text: Self.page),
                "rules/a.yaml": SourceFile(name: "weak/rules/a.yaml", text: Self.rules),
            ])
        var diagnostics = Diagnostics()
        let rules = PackLoader.load([try SmallPacks.career(), pack], &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        PackCheck(rules: rules, zones: { _ in nil }).check(
            try #require(rules.packs.last), today: try #require(SmallPacks.today), &diagnostics)
        return diagnostics.all
    }

    @Test func everythingIsReportedAtOnce() throws {
        let found = try found()
        let wanted: [(DiagnosticCode, String)] = [
            (.reviewPassed, "weak"), (.oneSidedDispute, "channel"), (.noSource, "bare"), (.noReason, "bare"),
            (.noExample, "bare"), (.noLink, "bare"), (.verdictWithoutExample, "too-few-examples"),
            (.neverSpeaks, "never"), (.contradiction, "impossible"), (.contradiction, "chase"),
            (.contradiction, "forbidden"), (.shadowedRule, "small"),
        ]
        for (code, name) in wanted {
            #expect(
                found.contains { $0.code == code && $0.message.contains(name) },
                "\(code.rawValue) of \(name) in: \(found.map { "\($0.code.rawValue): \($0.message)" })")
        }
    }

    /// What a plan should not contain can be taken out until it starts; from then on it is broken.
    @Test func aPartToLeaveOutWantsAnExampleOfEachVerdict() throws {
        let trial = RuleTrial(
            """
            in_each: visit.planned
            avoid: story.told
            examples:
              - name: planned so
                log: []
                plan:
                  plan: visit
                  with: Ana
                  starts: Wed 10:00
                  program:
                    - story.told
                now: Mon 10:00
                verdict: overdue
            """)
        #expect(trial.mistakes == [])
        var diagnostics = Diagnostics()
        PackCheck(rules: trial.rules, zones: { _ in nil }).check(
            try #require(trial.rules.packs.last), today: try #require(SmallPacks.today), &diagnostics)
        let missing = diagnostics.all.first { $0.code == .verdictWithoutExample }
        #expect(missing?.message.hasSuffix("shows the verdicts 'does not apply', 'ok', 'broken'") == true)
    }

    @Test func eachSaysWhatToDoAndWhere() throws {
        for diagnostic in try found() {
            #expect(diagnostic.help?.isEmpty == false, "\(diagnostic.message)")
            #expect(diagnostic.range != nil || diagnostic.code == .reviewPassed, "\(diagnostic.message)")
        }
    }
}
