import Checklists
import RulesEngine
import Testing

/// What to ask whom next.
struct CoverageTests {
    private let fixture: KitFixture

    init() throws { fixture = try KitFixture() }

    private static let log = """
        people:
          - name: Tom Baker
          - name: Ana Ruiz
          - name: Maya Lindt
            relation: colleague
            practises: yes
          - name: Lee Wong
            relation: stranger
        paths:
          - name: People operations
        activities:
          - 2026-11-02 10:00: meeting.held with Ana Ruiz
            learned: [typical day, competitive edge, mistakes, education, entry, outlook]
          - 2026-11-18 09:00: meeting.planned with Tom Baker
            starts: 2026-11-24 10:00

        """

    @Test func thoseOneIsAboutToMeetAreAskedFirst() throws {
        let asks = try fixture.coverage(Self.log).asks
        #expect(asks.map(\.person) == ["Tom Baker", "Maya Lindt"])
        #expect(asks.first?.occasion == "meeting with Tom Baker, Tue 24 Nov 2026 10:00")
        #expect(asks.last?.occasion == nil)
    }

    @Test func whatNobodySpokeOfComesFirst() throws {
        let asks = try fixture.coverage(Self.log).asks
        #expect(asks.first?.topics.map(\.topic) == ["career path", "culture", "fit"])
        #expect(asks.first?.topics.map(\.because) == ["nobody yet", "nobody yet", "nobody yet"])
    }

    /// One's own question stands first until two independent voices have told its topic, as in 'explore questions'.
    @Test func onesOwnQuestionIsAskedFirst() throws {
        let log = Self.log.replacing(
            "  - name: People operations\n", with: "  - name: People operations\n    question: What is a normal day?\n")
        let first = try fixture.coverage(log).asks.first?.topics.first
        #expect(first?.topic == "typical day")
        #expect(first?.because == "your own question, one voice so far: Ana Ruiz")
        let second = log + "  - 2026-11-19 10:00: meeting.held with Maya Lindt\n    learned: typical day\n"
        #expect(try fixture.coverage(second).asks.first?.topics.first?.topic == "career path")
    }

    /// What a plan asks is asked of nobody else either.
    @Test func whatAPlanAsksIsNotProposed() throws {
        let log = Self.log + "    agenda:\n      - ask: How did you get your start?\n"
        let topics = try fixture.coverage(log).asks.flatMap(\.topics).map(\.topic)
        #expect(topics.first == "culture" && !topics.contains("career path"))
    }

    @Test func aPathThatIsDecidedIsExploredNoMore() throws {
        let log = Self.log + "  - 2026-11-19 10:00: decision.made\n    path: People operations\n"
        let decided = try fixture.coverage(log)
        #expect(decided.asks.isEmpty && decided.isOver)
        #expect(decided.learning.ending(of: "People operations") == .decided)
        let again = log + "  - 2026-11-20 10:00: path.chosen\n    path: People operations\n"
        #expect(try !fixture.coverage(again).isOver)
    }

    @Test func noTwoAreAskedTheSame() throws {
        let topics = try fixture.coverage(Self.log).asks.flatMap(\.topics).map(\.topic)
        #expect(Set(topics).count == topics.count)
    }

    @Test func asecondVoiceIsWantedWhereThereIsOne() throws {
        let all = fixture.kit.topics.topics.map(\.name).joined(separator: ", ")
        let log = Self.log.replacing(
            "[typical day, competitive edge, mistakes, education, entry, outlook]", with: "[\(all)]")
        let asks = try fixture.coverage(log).asks
        #expect(asks.first?.topics.map(\.because) == Array(repeating: "one voice so far: Ana Ruiz", count: 3))
    }

    @Test func whatWasReadIsNotAsked() throws {
        let log = Self.log + "  - 2026-11-05 10:00: research.done\n    about: career path\n"
        let topics = try fixture.coverage(log).asks.flatMap(\.topics).map(\.topic)
        #expect(!topics.contains("career path"))
    }

    @Test func confidenceIsNotAskedFor() throws {
        #expect(!(try fixture.coverage(Self.log).asks.flatMap(\.topics).map(\.topic).contains("confidence")))
    }

    @Test func aNoteThatARelationIsWarmMakesSomebodyWorthAsking() throws {
        let log = """
            people:
              - name: Omar Haddad
                relation: stranger
                practises: yes
            activities:
              - 2026-11-02 10:00: meeting.held with Omar Haddad

            """
        #expect(try fixture.coverage(log).asks.isEmpty)
        let noted = log + "  - 2026-11-03 10:00: warmth.noted with Omar Haddad\n"
        #expect(try fixture.coverage(noted).asks.map(\.person) == ["Omar Haddad"])
    }

    @Test func aContradictionIsAskedOfTheNextVoice() throws {
        let all = fixture.kit.topics.topics.map(\.name).joined(separator: ", ")
        let log =
            Self.log.replacing("[typical day, competitive edge, mistakes, education, entry, outlook]", with: "[\(all)]")
            + "  - 2026-11-03 10:00: contradiction.noted with Lee Wong\n    about: culture\n    against: Ana Ruiz\n"
        let first = try fixture.coverage(log).asks.first?.topics.first
        #expect(first?.topic == "culture" && first?.because == "Lee Wong contradicts Ana Ruiz")
    }

    @Test func aPathThatWasDroppedIsMarkedAndNotAskedAbout() throws {
        let log = Self.log + "  - 2026-11-19 09:00: path.dropped\n    path: People operations\n"
        let coverage = try fixture.coverage(log)
        #expect(coverage.learning.ending(of: "People operations") == .dropped && coverage.asks.isEmpty)
        let again = log + "  - 2026-11-19 10:00: path.chosen\n    path: People operations\n"
        #expect(try fixture.coverage(again).learning.ending(of: "People operations") == nil)
    }

    /// At an earlier moment a path is there once something speaks of it; one that nothing speaks of always was.
    @Test func aPathIsKnownFromWhenItIsFirstNamed() throws {
        let log = try fixture.log(
            """
            people:
              - name: Ana Ruiz
                field: nursing
            paths:
              - name: Nursing
              - name: Teaching
            activities:
              - 2026-11-02 10:00: path.chosen
                path: Nursing
            """)
        let paths = { (day: Int64) in
            log.known(at: Instant(seconds: KitFixture.now.seconds + day * 86_400)).records
                .filter { $0.kind == "path" }.map(\.name.text)
        }
        #expect(paths(-19) == ["Teaching"])
        #expect(paths(0) == ["Nursing", "Teaching"])
    }

    @Test func notesOfAnotherPathAreListedThere() throws {
        let log = """
            paths:
              - name: A
              - name: B
            activities:
              - 2026-11-02 10:00: research.done
                path: A
                about: something else
            """
        #expect(try fixture.coverage(log, only: "A").strays.count == 1)
        #expect(try fixture.coverage(log, only: "B").strays.isEmpty)
    }

    @Test func onesOwnQuestionsAreListed() throws {
        let log = "paths:\n  - name: A\n    question: Would I like it?\n  - name: B\nactivities: []\n"
        let own = try fixture.coverage(log).ownQuestions
        #expect(own.map(\.subject) == ["A"] && own.map(\.wording) == ["Would I like it?"])
    }

    @Test func onlyOnePathIsShownWhenOneIsAskedFor() throws {
        let log = "paths:\n  - name: A\n  - name: B\nactivities: []\n"
        #expect(try fixture.coverage(log, only: "B").subjects == ["B"])
    }
}
