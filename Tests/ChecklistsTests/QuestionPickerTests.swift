import RulesEngine
import Testing

@testable import Checklists

/// Questions fit the time, ask what is not known, and end as every talk should.
struct QuestionPickerTests {
    private let fixture: KitFixture

    init() throws { fixture = try KitFixture() }

    @Test(arguments: [(1, 1), (10, 1), (15, 1), (20, 3), (30, 5), (45, 9), (60, 13)])
    func aboutOneQuestionFitsIntoFourMinutes(_ minutes: Int, _ count: Int) throws {
        let choice = try fixture.choice("activities: []\n", for: "Tom Baker", minutes: minutes)
        #expect(choice.chosen.filter { !$0.question.isClosing }.count == count)
        #expect(
            choice.chosen.suffix(4).map(\.question.id) == [
                "in-my-shoes", "anything-else", "may-i-come-back", "who-else",
            ])
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
        let choice = try fixture.choice(log, for: "Tom Baker", minutes: 10)
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
