import Checklists
import RulesEngine
import Testing

/// The map of what was learned counts people, once each, and drops nothing in silence.
struct LearningTests {
    private let fixture: KitFixture

    init() throws { fixture = try KitFixture() }

    private static let paths = "paths:\n  - name: People operations\n  - name: Nursing\n"

    private func cell(_ topic: String, of subject: String, _ coverage: Coverage) throws -> Learning.Cell {
        coverage.learning.cell(try #require(fixture.kit.topics.topic(named: topic)), of: subject)
    }

    /// An introduction to somebody and a name from them are two deeds.
    @Test func everyDeedCounts() throws {
        let log = """
            activities:
              - 2026-11-02 10:00: introduction.made with Tom Baker
                helper: Ana Ruiz
              - 2026-11-03 10:30: referral.received with Tom Baker
                referred: Bo Lund
              - 2026-11-04 10:30: referral.received with Tom Baker
                referred: Di Park
            """
        let signs = try cell("network", of: "", fixture.coverage(log)).signs.map(\.text)
        #expect(signs == ["introduction to Tom Baker", "referral from Tom Baker"])
    }

    /// A name counts for the path on which its bearer is asked, not for that of the talk in which it fell.
    @Test func aReferralCountsForThePathItLedTo() throws {
        let early = try fixture.coverage(KitFixture.name)
        #expect(try cell("network", of: "Nursing", early).signs.map(\.person) == ["Tom Baker"])
        let asked = try fixture.coverage(
            KitFixture.name + "  - 2026-11-05 10:00: request.sent with Ana Ruiz\n    path: Teaching\n")
        #expect(try cell("network", of: "Nursing", asked).signs.isEmpty)
        #expect(try cell("network", of: "Teaching", asked).signs.map(\.person) == ["Tom Baker"])
    }

    @Test func aPersonCountsOnceForATopic() throws {
        let coverage = try fixture.coverage(
            """
            paths:
              - name: People operations
            activities:
              - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: [typical day, typical day, day]
              - 2026-11-03 10:00: meeting.held with Ana Ruiz
                learned: typical day
              - 2026-11-04 10:00: meeting.held with Tom Baker
                learned: routine
            """)
        let cell = try cell("typical day", of: "People operations", coverage)
        #expect(cell.voices.map(\.person) == ["Ana Ruiz", "Tom Baker"])
    }

    @Test func oneVoiceIsOneVoiceHoweverItIsSpelled() throws {
        let coverage = try fixture.coverage(
            """
            activities:
              - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: Culture
              - 2026-11-04 10:00: meeting.held with ana ruiz
                learned: workplace culture
            """)
        #expect(try cell("culture", of: "", coverage).voices.count == 1)
    }

    @Test func whatWasOnlyReadIsNoVoice() throws {
        let coverage = try fixture.coverage(
            """
            activities:
              - 2026-11-02 10:00: research.done
                about: The industry outlook in our state
            """)
        let cell = try cell("industry outlook", of: "", coverage)
        #expect(cell.isOnlyRead && cell.readings.count == 1 && !cell.isEmpty)
    }

    @Test func somethingDoneCanShowATopic() throws {
        let coverage = try fixture.coverage(
            """
            people:
              - name: Maya Lindt
            activities:
              - 2026-11-02 10:00: request.accepted with Maya Lindt
              - 2026-11-03 10:00: referral.received with Maya Lindt
            """)
        #expect(try cell("confidence", of: "", coverage).signs.map(\.what) == ["yes from"])
        #expect(try cell("network", of: "", coverage).signs.map(\.person) == ["Maya Lindt"])
        // Nobody said anything by that.
        #expect(try cell("confidence", of: "", coverage).voices.isEmpty && coverage.heard(of: "") == 0)
    }

    /// Two people of whom one named the other, or who work at one place, are one source.
    @Test(arguments: [
        ("", "", nil),
        ("    introduced_by: Ana Ruiz\n", "", "introducer of Tom Baker: Ana Ruiz"),
        ("    organization: Elm House\n", "", "Ana Ruiz and Tom Baker share the organization Elm House"),
        (
            "", "  - 2026-11-02 11:00: referral.received with Ana Ruiz\n    referred: Tom Baker\n",
            "Ana Ruiz led you to Tom Baker"
        ),
    ])
    func voicesThatAreTiedAreOneSource(_ field: String, _ line: String, _ tie: String?) throws {
        let log = """
            people:
              - name: Ana Ruiz
                organization: Elm House
              - name: Lee Wong
              - name: Tom Baker
            \(field)activities:
            \(line)  - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: culture
              - 2026-11-04 10:00: meeting.held with Tom Baker
                learned: culture
            """
        let culture = try cell("culture", of: "", try fixture.coverage(log))
        #expect(culture.voices.count == 2 && culture.ties.map(\.text) == (tie.map { [$0] } ?? []))
        #expect(culture.isAnecdote == (tie != nil))
        let third = log + "\n  - 2026-11-05 10:00: meeting.held with Lee Wong\n    learned: culture\n"
        #expect(try !cell("culture", of: "", try fixture.coverage(third)).isAnecdote)
    }

    @Test func aContradictionNamesBothSides() throws {
        let coverage = try fixture.coverage(
            """
            activities:
              - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: education
              - 2026-11-04 10:00: contradiction.noted with Tom Baker
                about: education
                against: Ana Ruiz
            """)
        let found = try cell("education needed", of: "", coverage).contradictions
        #expect(found.map(\.person) == ["Tom Baker"] && found.map(\.against) == ["Ana Ruiz"])
    }

    @Test func whatIsNoTopicIsListed() throws {
        let coverage = try fixture.coverage(
            """
            activities:
              - 2026-11-02 10:00: meeting.held with Ana Ruiz
                learned: [cultur, culture]
            """)
        #expect(coverage.learning.strays.map(\.note) == ["cultur"])
        #expect(coverage.learning.strays.map(\.person) == ["Ana Ruiz"])
    }

    @Test func whatLiesAheadWasNotLearned() throws {
        let coverage = try fixture.coverage(
            "activities:\n  - 2026-11-21 10:00: meeting.held with Ana Ruiz\n    learned: culture\n")
        #expect(try cell("culture", of: "", coverage).isEmpty)
    }

    // MARK: Paths

    /// Which path a note belongs to.
    struct Belonging: Sendable, CustomTestStringConvertible {
        let name: String
        let log: String
        let subject: String
        var testDescription: String { name }
    }

    static let belongings = [
        Belonging(
            name: "the path of the line",
            log: paths
                + "activities:\n  - 2026-11-02 10:00: meeting.held with Ana\n    path: Nursing\n    learned: culture\n",
            subject: "Nursing"),
        Belonging(
            name: "the path of the person",
            log: paths + "people:\n  - name: Ana\n    path: Nursing\n"
                + "activities:\n  - 2026-11-02 10:00: meeting.held with Ana\n    learned: culture\n",
            subject: "Nursing"),
        Belonging(
            name: "the only path",
            log:
                "paths:\n  - name: Nursing\nactivities:\n  - 2026-11-02 10:00: meeting.held with Ana\n    learned: culture\n",
            subject: "Nursing"),
        Belonging(
            name: "no path",
            log: paths + "activities:\n  - 2026-11-02 10:00: meeting.held with Ana\n    learned: culture\n", subject: ""
        ),
    ]

    @Test(arguments: belongings)
    func aNoteBelongsToItsPath(_ belonging: Belonging) throws {
        let coverage = try fixture.coverage(belonging.log)
        #expect(try cell("culture", of: belonging.subject, coverage).voices.count == 1)
        let others = coverage.subjects.filter { $0 != belonging.subject }
        for other in others { #expect(try cell("culture", of: other, coverage).isEmpty) }
    }

    @Test func anEmptyLogHasOneEmptyMap() throws {
        let coverage = try fixture.coverage("activities: []\n")
        #expect(coverage.subjects == [""] && coverage.heard(of: "") == 0 && coverage.asks.isEmpty)
    }

    // MARK: What a note means

    /// A note and the topics it speaks of.
    struct Note: Sendable, CustomTestStringConvertible {
        let text: String
        let topics: [String]
        var testDescription: String { text }
    }

    static let notes = [
        Note(text: "education", topics: ["education needed"]),
        Note(text: "  Typical  Day ", topics: ["typical day"]),
        Note(text: "others’ mistakes", topics: ["others' mistakes"]),
        Note(text: "culture and career path", topics: ["career path", "culture"]),
        Note(text: "the field is small", topics: ["field"]),
        Note(text: "day care", topics: []),
        Note(text: "agriculture", topics: []),
        Note(text: "", topics: []),
        Note(text: "!?", topics: []),
    ]

    @Test(arguments: notes)
    func aNoteSpeaksOfTopics(_ note: Note) {
        #expect(fixture.kit.topics.topics(saidBy: note.text).map(\.name) == note.topics)
    }
}
