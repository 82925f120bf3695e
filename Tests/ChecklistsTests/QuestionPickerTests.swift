import RulesEngine
import Testing

@testable import Checklists

/// Questions fit the time, ask what is not known, and end as every talk should.
struct QuestionPickerTests {
    private let fixture: KitFixture

    init() throws { fixture = try KitFixture() }

    @Test(arguments: [(1, 1, 0), (8, 1, 1), (15, 2, 2), (20, 3, 2), (30, 4, 4), (45, 7, 4), (60, 11, 4)])
    func aboutOneQuestionFitsIntoFourMinutes(_ minutes: Int, _ count: Int, _ closing: Int) throws {
        let choice = try fixture.choice("activities: []\n", for: "Tom Baker", minutes: minutes)
        #expect(choice.chosen.prefix { !$0.question.isClosing }.count == count)
        #expect(choice.chosen.filter(\.question.isClosing).count == closing)
    }

    /// Who else to talk to is the last to go.
    @Test(arguments: [
        (8, ["who-else"]), (20, ["in-my-shoes", "who-else"]),
        (30, ["anything-else", "may-i-come-back", "in-my-shoes", "who-else"]),
    ])
    func theEndOfATalkIsKept(_ minutes: Int, _ ids: [String]) throws {
        let choice = try fixture.choice("activities: []\n", for: "Tom Baker", minutes: minutes)
        #expect(choice.chosen.filter(\.question.isClosing).map(\.question.id) == ids)
    }

    /// What the plan asks takes up room, and is not proposed once more in other words.
    @Test func whatThePlanAsksIsNotChosenAgain() throws {
        let plan = """
            activities:
              - 2026-11-02 10:00: meeting.planned with Tom Baker
                starts: 2026-11-30 10:00
                length: 20 minutes
                agenda:
                  - ask: How did you get your start in people operations?
                  - ask: What would I do on a normal Tuesday?
                  - ask: Who else should I talk to?

            """
        let document = try fixture.log(plan)
        let talk = QuestionPicker.Talk(person: "Tom Baker", minutes: 20, plan: document.activities.first)
        let choice = QuestionPicker(kit: fixture.kit, frame: KitFixture.frame)
            .choice(for: talk, in: document, at: KitFixture.now)
        #expect(choice.planned.count == 3 && choice.planned.last == "Who else should I talk to?")
        #expect(choice.chosen.count == 2 && choice.chosen.count(where: \.question.isClosing) == 1)
        let inPlan = choice.skipped.filter { $0.because == "your plan has it, or one much like it" }
        #expect(inPlan.map(\.question.id).contains("who-else"), "\(inPlan.map(\.question.id))")
        #expect(inPlan.count < 5)
        #expect(!(choice.chosen + choice.reserve).map(\.question.id).contains("who-else"))
    }

    /// Somebody whom another voice led to would repeat one source: what others can add to comes first.
    @Test func whoIsTiedToAVoiceIsNoSecondSource() throws {
        let log = """
            activities:
              - 2026-11-02 10:00: meeting.held with Tom Baker
                learned: culture
              - 2026-11-02 10:30: referral.received with Tom Baker
                referred: Ana Ruiz
            """
        let tied = try fixture.choice(log, for: "Ana Ruiz", minutes: 60)
        let pick = try #require((tied.chosen + tied.reserve).first { $0.question.id == "workplace-culture" })
        #expect(
            pick.because
                == "one voice on 'culture' so far: Tom Baker; not independent: Tom Baker led you to Ana Ruiz")
        let free = try fixture.choice(log, for: "Bo Lund", minutes: 60)
        let other = try #require((free.chosen + free.reserve).first { $0.question.id == "workplace-culture" })
        #expect(other.because == "one voice on 'culture' so far: Tom Baker")
    }

    /// Whom somebody named belongs to the path of that talk until they are asked about one.
    @Test func whoWasNamedBelongsToThePathOfWhoNamedThem() throws {
        let named = try fixture.choice(KitFixture.name, for: "Ana Ruiz")
        #expect(named.subject == "Nursing" && !named.isWithoutPath)
        let stranger = try fixture.choice(KitFixture.name, for: "Bo Lund")
        #expect(stranger.subject.isEmpty && stranger.isWithoutPath)
    }

    /// It steps back once two independent voices have answered it.
    @Test func onesOwnQuestionStepsBack() throws {
        let log = """
            paths:
              - name: Nursing
                question: What would I do on a normal day?
            activities:
              - 2026-11-02 10:00: meeting.held with Tom Baker
                path: Nursing
                learned: typical day
              - 2026-11-03 10:00: meeting.held with Ana Ruiz
                path: Nursing
                learned: typical day
            """
        let choice = try fixture.choice(log, for: "Bo Lund", minutes: 8)
        #expect(!choice.chosen.map(\.question.id).contains("own-question"))
        let pick = try #require(choice.reserve.first { $0.question.id == "own-question" })
        #expect(pick.because == "2 voices on 'typical day' so far")
    }

    @Test func aPathThatWasGivenUpIsToldOf() throws {
        let log = """
            paths:
              - name: Nursing
            activities:
              - 2026-11-02 10:00: path.dropped
                path: Nursing
            """
        #expect(try fixture.choice(log, for: "Tom Baker").isGivenUp)
        #expect(try !fixture.choice("paths:\n  - name: Nursing\nactivities: []\n", for: "Tom Baker").isGivenUp)
    }

    @Test func onesOwnQuestionComesFirst() throws {
        let log = """
            paths:
              - name: Nursing
                question: Would I be on my feet all day?
            activities: []

            """
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 8)
        #expect(choice.chosen.map(\.question.wording).first == "Would I be on my feet all day?")
        #expect(choice.chosen.map(\.because).first == "your own question; nobody has told you about 'typical day' yet")
        #expect(choice.chosen.map(\.question.id).last == "who-else")
        let asked = log.replacing(
            "activities: []",
            with: "activities:\n  - 2026-11-02 10:00: meeting.held with Tom Baker\n    agenda:\n"
                + "      - ask: Would I be on my feet all day?\n")
        #expect(try fixture.choice(asked, for: "Tom Baker").skipped.map(\.because) == ["Tom Baker was asked it before"])
    }

    @Test func whatTwoContradictEachOtherOnIsAskedOfTheNext() throws {
        let all = fixture.kit.topics.topics.map(\.name).joined(separator: ", ")
        let log = """
            activities:
              - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: [\(all)]
              - 2026-11-03 10:00: meeting.held with Maya Lindt
                learned: education needed
              - 2026-11-04 10:00: contradiction.noted with Maya Lindt
                about: education needed
                against: Ana Ruiz

            """
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 8)
        #expect(choice.chosen.first?.question.topic == "education needed")
        #expect(
            choice.chosen.first?.because
                == "two voices contradict each other on 'education needed': Maya Lindt and Ana Ruiz")
        let settled = log + "  - 2026-11-05 10:00: meeting.held with Lee Wong\n    learned: education needed\n"
        #expect(try fixture.choice(settled, for: "Tom Baker", minutes: 8).chosen.first?.question.topic == "typical day")
    }

    /// One word of a topic in a longer note says that it came up; that is no answer.
    @Test(arguments: [
        ("how schools choose their teachers", false), ("schooling", true), ("the schooling for it", true),
        ("culture and schooling", true), ("what their schooling is worth", false),
    ])
    func aNoteAnswersATopicWhenItIsAboutNothingElse(_ note: String, _ isAnswer: Bool) throws {
        let log = "activities:\n  - 2026-11-02 10:00: research.done\n    about: \(note)\n"
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 600)
        #expect(choice.skipped.contains { $0.question.topic == "education needed" } == isAnswer)
        #expect(
            choice.chosen.contains { $0.because == "you only read of 'education needed' so far" } == !isAnswer)
    }

    @Test func whatNobodySpokeOfIsAskedFirst() throws {
        let log = """
            activities:
              - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: [typical day, competitive edge, mistakes]
            """
        let choice = try fixture.choice(log, for: "Tom Baker")
        let topics = choice.chosen.filter { !$0.question.isClosing }.map(\.question.topic)
        #expect(Set(topics) == ["career path", "education needed", "entry requirements"])
        #expect(choice.chosen.first?.because.hasPrefix("nobody has told you about ") == true)
    }

    @Test func aTopicIsAskedAboutOnceBeforeAnotherIsAskedTwice() throws {
        let choice = try fixture.choice("activities: []\n", for: "Tom Baker", minutes: 60)
        let topics = choice.chosen.filter { !$0.question.isClosing }.map(\.question.topic)
        #expect(Set(topics).count == topics.count)
    }

    @Test func whatWasReadIsNeverAsked() throws {
        let log = "activities:\n  - 2026-11-02 10:00: research.done\n    about: culture\n"
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 600)
        #expect(!choice.chosen.contains { $0.question.topic == "culture" })
        #expect(choice.skipped.contains { $0.because == "you read about 'culture' on Mon 2 Nov 2026" })
    }

    @Test func aFactToConfirmIsAskedThoughItWasRead() throws {
        let log = "activities:\n  - 2026-11-02 10:00: research.done\n    about: positions\n"
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 600)
        #expect(choice.chosen.filter { $0.question.topic == "positions" }.map(\.question.id) == ["are-jobs-advertised"])
    }

    @Test func whatTheyWereAskedBeforeIsLeftOut() throws {
        let log = """
            activities:
              - 2026-11-02 10:00: meeting.held with Tom Baker
                agenda:
                  - ask: how do you spend your workday?
            """
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 600)
        #expect(choice.skipped.map(\.question.id) == ["typical-day"])
        #expect(choice.skipped.first?.because == "Tom Baker was asked it before")
        #expect(try fixture.choice(log, for: "Ana Ruiz", minutes: 600).skipped.isEmpty)
    }

    @Test func whatWasOnlyPlannedWasNotAsked() throws {
        let log = """
            activities:
              - 2026-11-02 10:00: meeting.planned with Tom Baker
                starts: 2026-11-24 10:00
                agenda:
                  - ask: What is your typical day like?
            """
        #expect(try fixture.choice(log, for: "Tom Baker", minutes: 600).skipped.isEmpty)
    }

    @Test func whatTheySpokeOfThemselvesComesLast() throws {
        let all = fixture.kit.topics.topics.filter { $0.name != "culture" }.map(\.name).joined(separator: ", ")
        let log = "activities:\n  - 2026-11-02 10:00: meeting.held with Tom Baker\n    learned: [\(all)]\n"
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 4)
        #expect(choice.chosen.first?.question.topic == "culture")
    }

    @Test func theQuestionsStandInTheOrderOfTheBank() throws {
        let choice = try fixture.choice("activities: []\n", for: "Tom Baker", minutes: 60)
        let places = choice.chosen.compactMap { pick in fixture.kit.questions.firstIndex { $0.id == pick.question.id } }
        #expect(places == places.sorted())
    }

    @Test func nothingIsLost() throws {
        let choice = try fixture.choice("activities: []\n", for: "Tom Baker")
        #expect(choice.chosen.count + choice.reserve.count + choice.skipped.count == fixture.kit.questions.count)
    }
}
