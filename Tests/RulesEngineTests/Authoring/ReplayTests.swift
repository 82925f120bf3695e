import Foundation
import TestSupport
import Testing

@testable import RulesEngine

/// Old logs lived through again: what is known when, what is counted, and that no day is missed.
struct ReplayTests {
    // MARK: The same as looking every day

    /// One rule of each shape whose answers depend on the clock.
    static let restless = """
        rules:
          - id: follow-up
            title: A
            strength: must
            after: meeting.held
            expect: thank_you.sent
            to: same person
            within: 2 days
            not_before: 12 hours
            give_up: 9 days
          - id: lead-up
            title: B
            strength: must
            before: meeting.planned
            expect: research.done
            to: same person
            ahead: 1 day
          - id: hold-off
            title: C
            strength: should
            after: request.sent
            avoid: request.sent
            to: same person
            for: 2 weeks
          - id: limit
            title: D
            strength: should
            for_each: meeting.planned
            check: length
            at_most: 30 minutes
          - id: weekly
            title: E
            strength: should
            keep: request.sent
            at_least: 2
            per: week
          - id: rolling
            title: F
            strength: should
            keep: meeting.held
            at_least: 1
            per: 10 days
          - id: at-most
            title: G
            strength: should
            keep: request.sent
            at_most: 1
            per: week

        """

    /// Every shipped pack, and one more.
    static let everything: RuleSet = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: ProjectFiles.root.path + "/Rules")) ?? []
        let shipped = names.sorted().filter { $0 != "career" }.compactMap {
            try? PackFiles(folder: ProjectFiles.root.path + "/Rules/" + $0)
        }
        var none = Diagnostics()
        let all = try? ReplayLogs.rules(
            shipped + [SmallPacks.pack("small", rules: restless, page: "needs: [career]\n")])
        return all?.0 ?? PackLoader.load([], &none)
    }()

    @Test(arguments: 0..<40)
    func theResultIsThatOfLookingEveryDay(_ seed: Int) throws {
        let log = try #require(try ReplayLogs.random(seed, Self.everything))
        let replay = Replay(Self.everything)
        let quick = replay.run(log)
        var pass = ReplayPass(log, Engine(rules: Self.everything, frame: log.frame))
        for day in 0..<log.dayCount {
            pass.learn(by: day)
            pass.note(pass.look(at: replay.followed, on: day))
        }
        let slow = pass.record(of: replay.followed)
        #expect(quick.rules == slow.rules && quick.silences == slow.silences)
        for (place, rule) in quick.rules.enumerated() {
            #expect(quick.timelines[place] == slow.timelines[place], "\(rule)")
        }
    }

    @Test func theRandomLogsMakeEveryRuleOfTheSmallPackSpeak() throws {
        let replay = Replay(Self.everything, pack: "small")
        let records = try (0..<150).compactMap { try ReplayLogs.random($0, Self.everything).map { replay.run($0) } }
        let report = ReplayReport(records)
        #expect(report.lines.count == 7)
        for line in report.lines { #expect(line.findings > 0, "\(line)") }
    }

    // MARK: What is known when

    private func line(_ rules: String, _ log: String, until: CalendarDay? = nil) throws -> ReplayReport.Line {
        let (loaded, diagnostics) = try ReplayLogs.rules([
            SmallPacks.pack("small", rules: rules, page: "needs: [career]\n")
        ])
        #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        let log = try #require(ReplayLogs.log(log, loaded, until: until))
        return try #require(ReplayReport([Replay(loaded, pack: "small").run(log)]).lines.first)
    }

    private static let monday = "log: 1\nactivities:\n  - 2026-11-16 10:00: meeting.held with Ana\n"

    @Test func aFindingLastsFromItsFirstDayToTheDayItIsAnswered() throws {
        let line = try line(SmallPacks.thanks, Self.monday + "  - 2026-11-20 09:00: thank_you.sent with Ana\n")
        #expect(line.findings == 1 && line.due == 1 && line.overdue == 1 && line.broken == 0)
        #expect(line.medianDays == 4 && line.stillOpen == 0 && line.days == 4)
        #expect(line.people == 1 && line.logs == 1 && line.silence == nil)
    }

    @Test func whatIsDoneTheSameDayIsNoFinding() throws {
        let line = try line(SmallPacks.thanks, Self.monday + "  - 2026-11-16 15:00: thank_you.sent with Ana\n")
        #expect(line.findings == 0 && line.medianDays == nil)
        #expect(line.silence == "1 × followed")
    }

    @Test func whatIsNotAnsweredStaysOpenUntilItIsGivenUp() throws {
        let last = try #require(CalendarDay(year: 2026, month: 11, day: 19))
        #expect(try line(SmallPacks.thanks, Self.monday, until: last).stillOpen == 1)
        let year = try #require(CalendarDay(year: 2026, month: 12, day: 31))
        let whole = try line(SmallPacks.thanks, Self.monday, until: year)
        #expect(whole.stillOpen == 0 && whole.days == 31, "30 days of patience: \(whole)")
    }

    @Test func aMoveIsNotANewFinding() throws {
        let rules = """
            rules:
              - id: research
                title: Read up on people
                strength: should
                before: meeting.planned
                expect: research.done
                to: same person
                ahead: 1 day

            """
        let log = """
            log: 1
            activities:
              - 2026-11-02 10:00: meeting.planned with Ana
                id: m1
                starts: 2026-11-10 10:00
              - 2026-11-05 10:00: meeting.moved with Ana
                meeting: m1
                starts: 2026-11-12 10:00

            """
        let line = try line(rules, log)
        #expect(line.findings == 1 && line.due == 1 && line.overdue == 0)
    }

    @Test func whatComesLaterIsNotKnownBefore() throws {
        let rules = SmallPacks.thanks.replacing(
            "    because:", with: "    where:\n      person.level: senior\n    because:")
        let log = """
            log: 1
            people:
              - name: Ana
                level: entry
                changes:
                  - since: 2026-11-18
                    level: senior
            activities:
              - 2026-11-16 10:00: meeting.held with Ana
              - 2026-11-19 10:00: meeting.held with Ana

            """
        #expect(try line(rules, log).findings == 1)
    }

    // MARK: Rules that never speak

    @Test func aRuleWithoutOccasionsSaysWhatItWaitsFor() throws {
        let log = "log: 1\nactivities:\n  - 2026-11-16 10:00: research.done with Ana\n"
        #expect(try line(SmallPacks.thanks, log).silence == "no meeting in any log")
    }

    @Test func aConditionThatNeverHoldsIsNamed() throws {
        let rules = SmallPacks.thanks.replacing(
            "    because:", with: "    where:\n      format: video\n      person.level: senior\n    because:")
        let log = """
            log: 1
            people:
              - name: Ana
                level: senior
              - name: Tom
                level: entry
            activities:
              - 2026-11-16 10:00: meeting.held with Ana
                format: phone
              - 2026-11-17 10:00: meeting.held with Tom
                format: phone

            """
        #expect(try line(rules, log).silence == "'where' never held: 'format' (2 × something else)")
    }

    @Test func conditionsThatNeverHoldTogetherAreTold() throws {
        let rules = SmallPacks.thanks.replacing(
            "    because:", with: "    where:\n      format: video\n      person.level: senior\n    because:")
        let log = """
            log: 1
            people:
              - name: Ana
                level: senior
              - name: Tom
                level: entry
            activities:
              - 2026-11-16 10:00: meeting.held with Ana
                format: phone
              - 2026-11-17 10:00: meeting.held with Tom
                format: video

            """
        #expect(try line(rules, log).silence == "the conditions of 'where' never held together")
    }

    // MARK: Loud rules

    @Test func aRuleThatSpeaksOnManyDaysIsLoud() throws {
        let last = try #require(CalendarDay(year: 2026, month: 11, day: 25))
        let (rules, _) = try ReplayLogs.rules([
            SmallPacks.pack("small", rules: SmallPacks.thanks, page: "needs: [career]\n")
        ])
        let text = Self.monday + "  - 2026-11-21 09:00: thank_you.sent with Ana\n"
        let record = Replay(rules, pack: "small").run(try #require(ReplayLogs.log(text, rules, until: last)))
        #expect(ReplayReport([record]).lines[0].loudness == .days(percent: 50))
        #expect(ReplayReport([record], loudAbove: 50).lines[0].loudness == nil)
    }

    @Test func aRuleThatComesUpInManyLogsIsLoudWhenThereAreEnough() throws {
        let (rules, _) = try ReplayLogs.rules([
            SmallPacks.pack("small", rules: SmallPacks.thanks, page: "needs: [career]\n")
        ])
        let replay = Replay(rules, pack: "small")
        let answered = Self.monday + "  - 2026-11-17 09:00: thank_you.sent with Ana\n"
        let log = try #require(ReplayLogs.log(answered, rules))
        #expect(ReplayReport([replay.run(log)]).lines[0].loudness == nil)
        #expect(ReplayReport((0..<5).map { _ in replay.run(log) }).lines[0].loudness == .logs(percent: 100))
    }

    // MARK: Edges

    @Test func aLogWithoutActivitiesIsNoReplay() {
        #expect(ReplayLog(name: "x", document: LogDocument(), frame: TimeFrame(zone: .utc)) == nil)
    }

    @Test func aSlipOfThePenDoesNotTakeForEver() throws {
        let log = try #require(
            ReplayLogs.log(
                "log: 1\nactivities:\n  - 0001-01-01: research.done with Ana\n  - 9999-12-31: research.done with Ana\n",
                Self.everything))
        #expect(log.dayCount == 36_526)
    }

    @Test func progressIsToldUpToTheLastDay() throws {
        let log = try #require(ReplayLogs.log(Self.monday, Self.everything))
        var told: [Int] = []
        _ = Replay(Self.everything, pack: "small").run(log) { told.append($0) }
        #expect(told == told.sorted() && told.last == log.dayCount)
    }
}
