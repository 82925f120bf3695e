import Checklists
import RulesEngine
import Testing

/// Checklists hold what applies, tick themselves by what the log proves, and say nothing twice.
struct ChecklistMakerTests {
    private let fixture: KitFixture

    init() throws { fixture = try KitFixture() }

    private static func plan(_ lines: String = "") -> String {
        "plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00\nlength: 20 minutes\n" + lines
    }

    // MARK: What applies

    /// What belongs on the list of one format and not on that of another.
    struct Belonging: Sendable, CustomTestStringConvertible {
        let item: String
        let formats: Set<String>
        var testDescription: String { item }
    }

    static let belongings = [
        Belonging(item: "pay-for-the-coffee", formats: ["in person"]),
        Belonging(item: "be-early", formats: ["in person"]),
        Belonging(item: "make-it-easy-for-them", formats: ["in person"]),
        Belonging(item: "ask-for-a-card", formats: ["in person"]),
        Belonging(item: "resume-in-the-bag", formats: ["in person"]),
        Belonging(item: "test-the-call", formats: ["video"]),
        Belonging(item: "join-early", formats: ["video"]),
        Belonging(item: "dress", formats: ["in person", "video"]),
        Belonging(item: "thank-them", formats: ["in person", "video", "phone"]),
    ]

    @Test(arguments: belongings)
    func anItemAppearsOnlyWhereItApplies(_ belonging: Belonging) throws {
        for format in ["in person", "video", "phone"] {
            let checklist = try fixture.checklist(plan: Self.plan("format: \(format)\n"))
            #expect((checklist.item(belonging.item) != nil) == belonging.formats.contains(format), "\(format)")
        }
    }

    @Test func whatDependsOnAnUnknownFactIsMarkedAndTheFactIsAskedForOnce() throws {
        let checklist = try fixture.checklist(plan: Self.plan())
        #expect(checklist.item("pay-for-the-coffee")?.isUncertain == true)
        #expect(checklist.item("test-the-call")?.isUncertain == true)
        #expect(checklist.item("confirm-the-time")?.isUncertain == false)
        #expect(checklist.openQuestions == ["Is it in person, by phone or by video?"])
    }

    // MARK: What proves itself

    /// An activity in the log and the item it ticks.
    struct Proof: Sendable, CustomTestStringConvertible {
        let line: String
        let item: String
        var isProof = true
        var testDescription: String { line }
    }

    static let proofs = [
        Proof(line: "2026-11-19 09:00: meeting.confirmed with Tom Baker", item: "confirm-the-time"),
        Proof(line: "2026-11-19 09:00: research.done with Tom Baker", item: "read-up-on-them"),
        Proof(line: "2026-11-10 09:00: research.done with Tom Baker", item: "read-up-on-them"),
        Proof(line: "2026-11-19 09:00: research.done", item: "read-up-on-them", isProof: false),
        Proof(line: "2026-11-19 09:00: research.done with Ana Ruiz", item: "read-up-on-them", isProof: false),
        Proof(line: "2026-11-19 09:00: meeting.confirmed with Ana Ruiz", item: "confirm-the-time", isProof: false),
    ]

    @Test(arguments: proofs)
    func theLogTicksWhatItProves(_ proof: Proof) throws {
        let log = try fixture.log(
            """
            activities:
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                starts: 2026-11-24 10:00
              - 2026-11-18 10:00: meeting.planned with Ana Ruiz
                starts: 2026-11-26 10:00
              - \(proof.line)
            """)
        let item = try #require(try fixture.checklist(with: "Tom Baker", log: log).item(proof.item))
        #expect(item.isDone == proof.isProof)
    }

    @Test(arguments: ["Nursing", "Teaching"])
    func whatWasReadForTheSamePathIsHomework(_ path: String) throws {
        let log = """
            activities:
              - 2026-11-10 09:00: research.done
                path: Nursing
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                starts: 2026-11-24 10:00
                path: \(path)
            """
        let checklist = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log))
        #expect(checklist.item("read-up-on-the-field")?.isDone == (path == "Nursing"))
        #expect(checklist.item("read-up-on-them")?.isDone == false)
    }

    /// What was learned may stand beside the talk itself, or in notes on it.
    @Test(arguments: ["learned: [culture]", "note: they know Ana", "length: 20 minutes"])
    func whatStandsBesideTheTalkIsWrittenUp(_ field: String) throws {
        let log = """
            activities:
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                id: tom-1
                starts: 2026-11-20 10:00
              - 2026-11-20 10:00: meeting.held with Tom Baker
                meeting: tom-1
                \(field)
            """
        let item = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log)).item("write-it-up")
        #expect(item?.isDone == !field.hasPrefix("length"))
    }

    @Test func whatIsTickedSaysWhatProvedIt() throws {
        let log = """
            activities:
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                starts: 2026-11-24 10:00
              - 2026-11-19 09:00: meeting.confirmed with Tom Baker
            """
        let item = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log)).item("confirm-the-time")
        #expect(item?.state == .done("confirmation with Tom Baker, Thu 19 Nov 2026 09:00"))
    }

    @Test func whatThePlanHasIsPlannedAndNotDone() throws {
        let checklist = try fixture.checklist(
            plan: Self.plan("agenda:\n  - Thank him for his time\nafterwards:\n  - 2026-11-24 18:00: thank_you.sent\n"))
        #expect(
            checklist.item("thank-them")?.state
                == .planned("planned: spoken thanks to Tom Baker, Tue 24 Nov 2026 10:00"))
        #expect(checklist.item("send-thanks")?.isDone == false)
    }

    @Test func questionsInThePlanArePrepared() throws {
        let questions = ["How?", "What?", "Which?", "When?", "Why?"].map { "  - ask: \($0)\n" }.joined()
        let checklist = try fixture.checklist(plan: Self.plan("agenda:\n" + questions))
        #expect(checklist.item("choose-questions")?.state == .done("the plan has it"))
    }

    // MARK: When it is over

    private static let held = """
        activities:
          - 2026-11-18 09:00: meeting.planned with Tom Baker
            starts: 2026-11-20 10:00
            length: 20 minutes
          - 2026-11-19 09:00: meeting.confirmed with Tom Baker
          - 2026-11-20 10:00: meeting.held with Tom Baker
            length: 20 minutes
          - 2026-11-20 10:10: thanks.said with Tom Baker
          - 2026-11-20 12:00: thank_you.sent with Tom Baker

        """

    @Test func whenItIsOverWhatWasNotDoneBeforeItIsGone() throws {
        let checklist = try fixture.checklist(with: "Tom Baker", log: try fixture.log(Self.held))
        #expect(checklist.item("confirm-the-time")?.isDone == true)
        #expect(checklist.item("read-up-on-them") == nil)
        #expect(checklist.item("thank-them")?.isDone == true)
        #expect(checklist.item("introduce-yourself") == nil)
        #expect(checklist.item("send-thanks")?.isDone == true)
        #expect(checklist.item("write-it-up")?.isDone == false)
    }

    @Test func thanksForAnEarlierTalkProveNothing() throws {
        let log = """
            activities:
              - 2026-11-10 10:00: meeting.held with Tom Baker
              - 2026-11-10 18:00: thank_you.sent with Tom Baker
              - 2026-11-20 10:00: meeting.held with Tom Baker
            """
        let checklist = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log))
        #expect(checklist.title == "meeting with Tom Baker, Fri 20 Nov 2026 10:00")
        #expect(checklist.item("send-thanks")?.isDone == false)
    }

    /// Thanks that are planned were not sent: the plan proves that they were thought of, and that is all.
    @Test(arguments: ["", "  - 2026-11-20 10:00: meeting.held with Tom Baker\n"])
    func aPlanProvesNothingOnceItsTimeHasCome(_ held: String) throws {
        let log = """
            activities:
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                starts: 2026-11-20 10:00
                length: 20 minutes
                agenda:
                  - I am not looking for a job
                  - ask: How did you get your start?
                  - ask: Who else should I talk to?
                  - Thank him for his time
                afterwards:
                  - 2026-11-20 20:00: thank_you.sent

            """ + held
        let checklist = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log))
        #expect(checklist.item("send-thanks")?.state == .open)
        for item in ["say-you-want-no-job", "thank-them"] { #expect(checklist.item(item) == nil) }
        let after = checklist.sections.filter { $0.phase == .after }.flatMap(\.items)
        // Once it took place a name can still be asked for, and a rule does so.
        let asked = held.isEmpty ? nil : Checklist.State.open
        #expect(after.first { $0.id == "ask-for-the-next-name" }?.state == asked)
        #expect(
            !checklist.items.contains { $0.rules.contains("first-conversation/prepare-five-questions") && !$0.isDone })
    }

    /// Word that was sent before the talk with the person they named proves nothing.
    @Test func whoeverNamedSomebodyHearsOfItAfterTheTalk() throws {
        let talk = KitFixture.name + "  - 2026-11-05 10:00: connector.told with Tom Baker\n"
        let early = try fixture.checklist(with: "Tom Baker", log: try fixture.log(talk)).item("tell-them-whom-you-met")
        #expect(early?.text == "Let Tom Baker know once you have met Ana Ruiz; it shows initiative and persistence")
        #expect(early?.state == .open)
        let met =
            talk + """
                  - 2026-11-10 10:00: meeting.held with Ana Ruiz
                  - 2026-11-11 10:00: connector.told with Tom Baker
                """
        let told = try fixture.checklist(with: "Tom Baker", log: try fixture.log(met)).item("tell-them-whom-you-met")
        #expect(told?.state == .done("word about the talk to Tom Baker, Wed 11 Nov 2026 10:00"))
        let nobody = try fixture.log("activities:\n  - 2026-11-02 10:00: meeting.held with Tom Baker\n")
        #expect(try fixture.checklist(with: "Tom Baker", log: nobody).item("tell-them-whom-you-met") == nil)
    }

    /// Each name and each tip is a line of its own until it was written to, or followed.
    @Test func whatTheySaidBecomesWhatToDo() throws {
        let talk =
            KitFixture.name
            + "  - 2026-11-02 10:31: tip.received with Tom Baker\n    tip: read the yearbook\n"
        let open = try fixture.checklist(with: "Tom Baker", log: try fixture.log(talk))
        #expect(
            open.item("write-to-whom-they-named")?.text == "Write to Ana Ruiz, and say first that Tom Baker named them")
        #expect(open.item("act-on-their-tip")?.state == .open)
        let done = try fixture.checklist(
            with: "Tom Baker",
            log: try fixture.log(
                talk + "  - 2026-11-04 10:00: request.sent with Ana Ruiz\n"
                    + "  - 2026-11-05 10:00: tip.followed with Tom Baker\n    tip: read the yearbook\n"))
        #expect(done.item("write-to-whom-they-named")?.state == .done("request to Ana Ruiz, Wed 4 Nov 2026 10:00"))
        #expect(
            done.item("act-on-their-tip")?.state
                == .done("tip followed from Tom Baker, Thu 5 Nov 2026 10:00: “read the yearbook”"))
    }

    /// What is to be prepared is done once the plan has it; what is to be done beforehand is not.
    @Test func whatThePlanHoldsIsPrepared() throws {
        let plan = Self.plan(
            "format: in person\nplace: a café\nbeforehand:\n  - meeting.confirmed\nagenda:\n"
                + "  - ask: How did you get your start?\n")
        let checklist = try fixture.checklist(plan: plan.replacing("20 minutes", with: "15 minutes"))
        #expect(checklist.item("make-it-easy-for-them")?.state == .done("the plan has it"))
        #expect(checklist.item("choose-a-few-questions")?.state == .done("the plan has it"))
        #expect(checklist.item("confirm-the-time")?.isDone == false)
    }

    @Test func adviceThatWasPutOffSaysUntilWhen() throws {
        let log = """
            activities:
              - 2026-11-20 10:00: meeting.held with Tom Baker
            decisions:
              - rule: first-conversation/thank-you-within-a-day
                occasion: meeting.held 2026-11-20 10:00 Tom Baker
                at: 2026-11-20 12:00
                snoozed_until: 2026-11-21
            """
        let item = { (now: Instant) in
            try fixture.checklist(with: "Tom Baker", log: try fixture.log(log), at: now).item("send-thanks")
        }
        #expect(try item(KitFixture.now)?.state == .putOff("Sat 21 Nov 2026"))
        let nextDay = try item(Instant(seconds: KitFixture.now.seconds + 12 * 3600))
        #expect(nextDay?.state == .open)
        #expect(nextDay?.time == "by Sat 21 Nov 2026 10:00")
    }

    @Test func whatIsDueStandsFirst() throws {
        let log = try fixture.log("activities:\n  - 2026-11-20 10:00: meeting.held with Tom Baker\n")
        let after = try fixture.checklist(with: "Tom Baker", log: log).sections.filter { $0.phase == .after }
        let times = after.flatMap(\.items).map { $0.time != nil }
        #expect(times.first == true)
        #expect(times == times.sorted { $0 && !$1 })
    }

    /// How gladly one would live their days is no question about a path that was given up.
    @Test func aPathThatWasGivenUpTakesItsItemsAlong() throws {
        let log = """
            paths:
              - name: Nursing
              - name: Teaching
            activities:
              - 2026-11-02 10:00: meeting.held with Tom Baker
                path: Nursing
              - 2026-11-05 10:00: path.dropped

            """
        let item = { (path: String) in
            try fixture.checklist(with: "Tom Baker", log: try fixture.log(log + "    path: \(path)\n"))
                .item("rate-your-enthusiasm")
        }
        #expect(try item("Nursing") == nil)
        #expect(try item("Teaching") != nil)
    }

    @Test func aListIsOfferedUntilItsTimeEnds() throws {
        let list = try #require(fixture.kit.checklists.first { $0.name == "finding-people" })
        #expect(list.isOffered(try fixture.evaluated("activities: []\n")))
        #expect(!list.isOffered(try fixture.evaluated("activities:\n  - 2026-11-19 10:00: decision.made\n")))
    }

    @Test func theAccountTicksWhatItSays() throws {
        let log = """
            activities:
              - 2026-11-20 10:00: meeting.held with Tom Baker
                length: 20 minutes
                format: in person
                paid_by: me
              - 2026-11-20 10:30: referral.received with Tom Baker
                referred: Ana Ruiz
            """
        let checklist = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log))
        #expect(
            checklist.item("pay-for-the-coffee")?.state
                == .done("logged with the meeting with Tom Baker, Fri 20 Nov 2026 10:00"))
        #expect(
            checklist.item("ask-for-the-next-name")?.state == .done("referral from Tom Baker, Fri 20 Nov 2026 10:30"))
        let other = log.replacing("paid_by: me", with: "paid_by: them")
        #expect(try fixture.checklist(with: "Tom Baker", log: try fixture.log(other)).item("pay-for-the-coffee") == nil)
    }

    @Test func whatWasPutAwaySaysWhy() throws {
        var log = try fixture.log("activities:\n  - 2026-11-20 10:00: meeting.held with Tom Baker\n")
        let moment = Moment(at: KitFixture.now, in: .utc)
        log.decisions.append(
            Decision(
                rule: "first-conversation/thank-you-within-a-day", occasion: "meeting.held 2026-11-20 10:00 Tom Baker",
                action: .dismissed(because: "thanked in person"), at: moment))
        let item = try fixture.checklist(with: "Tom Baker", log: log).item("send-thanks")
        #expect(item?.state == .putAway("thanked in person") && item?.isDone == false)
    }

    @Test func aMovedMeetingHasItsNewTime() throws {
        let log = """
            activities:
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                starts: 2026-11-24 10:00
              - 2026-11-19 09:00: meeting.moved with Tom Baker
                starts: 2026-11-25 15:00
            """
        let checklist = try fixture.checklist(with: "Tom Baker", log: try fixture.log(log))
        #expect(checklist.title == "meeting with Tom Baker, Wed 25 Nov 2026 15:00")
    }

    // MARK: Ticks by hand

    @Test func aTickByHandHoldsForItsMeetingAlone() throws {
        var log = try fixture.log(
            """
            activities:
              - 2026-11-18 09:00: meeting.planned with Tom Baker
                starts: 2026-11-24 10:00
              - 2026-11-18 09:00: meeting.planned with Ana Ruiz
                starts: 2026-11-25 10:00
            """)
        let open = try fixture.checklist(with: "Tom Baker", log: log)
        let item = try #require(open.item("see-what-is-open"))
        log.decisions.append(TickLedger.decision(tick: item, of: open, at: Moment(at: KitFixture.now, in: .utc)))
        let ticked = try fixture.checklist(with: "Tom Baker", log: log)
        #expect(ticked.item("see-what-is-open")?.state == .done("ticked Fri 20 Nov 2026 18:00"))
        #expect(try fixture.checklist(with: "Ana Ruiz", log: log).item("see-what-is-open")?.isDone == false)
    }

    @Test func aTickIsKeptUnderTheNameOfItsItem() throws {
        let checklist = try fixture.checklist(plan: Self.plan())
        let item = try #require(checklist.item("listen"))
        let decision = TickLedger.decision(tick: item, of: checklist, at: Moment(at: KitFixture.now, in: .utc))
        #expect(decision.rule == "checklist/listen")
        #expect(
            decision.occasion == "meeting.planned 2026-11-24T10:00Z Tom Baker"
                || decision.occasion.hasPrefix("meeting.planned 2026-11-24"))
        #expect(decision.action == .acknowledged)
    }

    // MARK: No doubles

    @Test(arguments: ["in person", "video", "phone"])
    func nothingIsSaidTwice(_ format: String) throws {
        let checklist = try fixture.checklist(
            plan: Self.plan("format: \(format)\nready: yes\nagenda:\n  - ask: How?\n"))
        #expect(Set(checklist.items.map(\.id)).count == checklist.items.count)
        #expect(Set(checklist.items.map(\.text)).count == checklist.items.count)
        let rules = checklist.items.flatMap(\.rules)
        #expect(Set(rules).count == rules.count)
    }

    @Test func anItemTakesInTheRuleThatAsksForTheSame() throws {
        let checklist = try fixture.checklist(plan: Self.plan())
        let item = try #require(checklist.item("send-thanks"))
        #expect(item.rules.contains("first-conversation/thank-you-within-a-day"))
        #expect(checklist.item("thank-you-within-a-day") == nil)
    }

    @Test func aRuleWithoutAnItemStandsForItself() throws {
        let fixture = try KitFixture([
            "rules/r.yaml": """
            rules:
              - id: water
                title: Take water
                strength: consider
                before: meeting.planned
                expect: network.listed
                do: Take a bottle of water
            """
        ])
        let item = try #require(try fixture.checklist(plan: Self.plan()).item("water"))
        #expect(item.text == "Take a bottle of water" && item.rules == ["example/water"])
    }

    @Test func twoPeopleMakeOneChecklist() throws {
        let checklist = try fixture.checklist(
            plan: "plan: meeting\nwith: [Tom Baker, Ana Ruiz]\nstarts: 2026-11-24 10:00\nformat: video\n")
        #expect(checklist.title == "meeting with Tom Baker and Ana Ruiz, Tue 24 Nov 2026 10:00")
        #expect(checklist.items.filter { $0.id == "introduce-yourself" }.count == 1)
        #expect(checklist.items.filter { $0.id == "send-thanks" }.map(\.text).count == 2)
    }

    // MARK: Lists that stand open

    @Test func aStandingListTicksItselfByAnythingEverDone() throws {
        let list = try #require(fixture.kit.checklists.first { $0.name == "finding-people" })
        let log = try fixture.log(
            "me:\n  situation: first career\nactivities:\n  - 2025-01-02 09:00: network.listed\n")
        var diagnostics = Diagnostics()
        let checklist = ChecklistMaker(kit: fixture.kit, frame: KitFixture.frame)
            .checklist(standing: list, in: log, at: KitFixture.now, &diagnostics)
        #expect(checklist.item("brainstorm")?.isDone == true)
        #expect(checklist.item("list-your-gifts")?.isDone == false)
        #expect(checklist.item("go-where-people-meet") == nil)
    }
}
