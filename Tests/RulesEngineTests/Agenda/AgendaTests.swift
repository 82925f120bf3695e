import Testing

@testable import RulesEngine

/// What `today` shows: which cards, merged how, in which order, and how many (rules.md §4a.17, §6).
struct AgendaTests {
    private static let visit = "- Mon 10:00: visit.held with Ana"

    private static func say(_ rule: String, due: String) -> String { rule + "\ndo: \(due)" }

    // MARK: What a card says

    @Test func aCardSaysWhatToDo() throws {
        let rule =
            StreetRules.note + """

                strength: must
                say:
                  due: <person> waits for a note until <deadline>.
                do: Write to <person>
                effort: 10 minutes
                because: It is kind.
                dismiss_reasons: [we met again]
                """
        let card = try #require(try Street(rule, log: Self.visit).agenda(at: "Mon 20:00").cards.first)
        #expect(card.kind == .action)
        #expect(card.headline == "Write to Ana")
        #expect(card.detail == "Ana waits for a note until Tue 6 Jan 2026 10:00.")
        #expect(card.because == "It is kind.")
        #expect(card.person == "Ana")
        #expect(card.entry?.word == "wrote")
        #expect(card.effort == Length(seconds: 600))
        #expect(card.dismissReasons == ["we met again"])
        #expect(card.occasions == [Card.Key(rule: "street/a", occasion: "visit.held 2026-01-05 10:00 Ana")])
        #expect(card.terms.map(\.label) == ["strength 'must'", "due within a day", "takes 10 minutes or less"])
        #expect(card.score == 48)
    }

    @Test func aHeadlineIsShort() throws {
        let rule = StreetRules.note + "\ndo: " + String(repeating: "Write ", count: 40)
        let card = try #require(try Street(rule, log: Self.visit).agenda(at: "Mon 20:00").cards.first)
        #expect(card.headline.count < 120)
        #expect(card.headline.hasSuffix("…"))
    }

    // MARK: Merging

    @Test func finePrint17_theSameOfTheSamePersonIsOneCard() throws {
        let rules = """
            - after: visit.held
              expect: note.sent
              to: same person
              within: 3 days
              do: Write when you like, by <deadline>
              strength: consider
            - after: call.made
              expect: note.sent
              to: same person
              within: 24 hours
              do: Write soon, by <deadline>
              strength: must
            """
        let street = try Street(rules, log: Self.visit + "\n- Mon 12:00: call.made with Ana")
        let cards = try street.agenda(at: "Mon 20:00").cards
        #expect(cards.map(\.rules) == [["street/b", "street/a"]])
        #expect(cards.map(\.headline) == ["Write soon, by Tue 6 Jan 2026 12:00"])
        #expect(cards.map(\.strength) == [.must])
        #expect(cards.map(\.deadline) == [try street.moment("Tue 12:00").start])
        #expect(
            cards.first?.occasions.map(\.occasion) == [
                "call.made 2026-01-05 12:00 Ana", "visit.held 2026-01-05 10:00 Ana",
            ])
    }

    @Test func finePrint17_theEarliestDeadlineIsSpokenOf() throws {
        let rules = """
            - after: visit.held
              expect: note.sent
              to: same person
              within: 3 days
              do: Write well, by <deadline>
              strength: must
            - after: visit.held
              expect: note.sent
              to: same person
              within: 24 hours
              do: Write, by <deadline>
            """
        let card = try #require(try Street(rules, log: Self.visit).agenda(at: "Mon 20:00").cards.first)
        #expect(card.headline == "Write well, by Tue 6 Jan 2026 10:00")
    }

    @Test func finePrint17_overdueIsNotHiddenByWhatIsDue() throws {
        let rules = """
            - after: visit.held
              expect: note.sent
              to: same person
              within: 9 days
              strength: must
            - after: visit.held
              expect: note.sent
              to: same person
              within: 24 hours
            """
        let cards = try Street(rules, log: Self.visit).agenda(at: "Wed").cards
        #expect(cards.map(\.status) == [.overdue])
        #expect(cards.first?.terms.map(\.label) == ["strength 'must'", "overdue"])
    }

    /// Rules and a log, and which rules make one card.
    struct Merging: CustomTestStringConvertible, Sendable {
        let name: String
        let rules: String
        var log = AgendaTests.visit
        var now = "Mon 20:00"
        let cards: [[String]]
        var testDescription: String { name }
    }

    private static func pair(_ first: String, _ second: String) -> String {
        [first, second].map { "- " + $0.split(separator: "\n").joined(separator: "\n  ") }.joined(separator: "\n")
    }

    @Test(arguments: [
        Merging(
            name: "the strictest wording answers all",
            rules: pair(StreetRules.note, StreetRules.note + "\nexpect_where:\n  by: post"), cards: [["a", "b"]]),
        Merging(
            name: "two that cannot be done at once",
            rules: pair(
                StreetRules.note + "\nexpect_where:\n  by: hand", StreetRules.note + "\nexpect_where:\n  by: post"),
            cards: [["a"], ["b"]]),
        Merging(
            name: "other kinds",
            rules: pair(StreetRules.note, StreetRules.note.replacing("note.sent", with: "call.made")),
            cards: [["a"], ["b"]]),
        Merging(
            name: "the same kinds in another order",
            rules: pair(
                StreetRules.note.replacing("note.sent", with: "[call.made, note.sent]"),
                StreetRules.note.replacing("note.sent", with: "word")),
            cards: [["a", "b"]]),
        Merging(
            name: "other people", rules: StreetRules.note, log: visit + "\n- Mon 11:00: visit.held with Bob",
            cards: [["a"], ["a"]]),
        Merging(
            name: "two visits, one note", rules: StreetRules.note, log: visit + "\n- Mon 11:00: visit.held with Ana",
            cards: [["a"]]),
        Merging(
            name: "two visits, each its own note", rules: StreetRules.note + "\neach: its own",
            log: visit + "\n- Mon 11:00: visit.held with Ana", cards: [["a"], ["a"]]),
        Merging(
            name: "about two clubs", rules: StreetRules.note + "\nabout: same club",
            log: visit + "\n  club: chess\n- Mon 11:00: visit.held with Ana\n  club: go", cards: [["a"], ["a"]]),
        Merging(
            name: "about two visits", rules: StreetRules.note + "\nabout: same visit",
            log: visit + "\n- Mon 11:00: visit.held with Ana", cards: [["a"], ["a"]]),
        Merging(
            name: "confirming two visits", rules: StreetRules.call.replacing("call.made", with: "visit.confirmed"),
            log:
                "- Mon 10:00: visit.planned with Ana\n  starts: Wed 10:00\n- Mon 10:00: visit.planned with Ana\n  starts: Fri 10:00",
            cards: [["a"], ["a"]]),
        Merging(
            name: "parts of two programs", rules: StreetRules.greeting,
            log:
                "- Mon 10:00: visit.planned with Ana\n  starts: Wed 10:00\n- Mon 10:00: visit.planned with Ana\n  starts: Fri 10:00",
            cards: [["a"], ["a"]]),
        Merging(
            name: "two rules on one program", rules: pair(StreetRules.greeting, StreetRules.greeting + "\nas: first"),
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Wed 10:00", cards: [["a", "b"]]),
        Merging(
            name: "two parts missing from one program",
            rules: pair(StreetRules.greeting, "in_each: visit.planned\nexpect: call.made"),
            log: "- Mon 10:00: visit.planned with Ana\n  starts: Wed 10:00", cards: [["a", "b"]]),
        Merging(
            name: "what may be done with anyone and is logged by the same word",
            rules: pair(
                "after: visit.held\nexpect: [note.sent, call.made]\nto: anyone\nwithin: 3 days",
                "after: visit.held\nexpect: [note.sent, gift.given]\nto: anyone\nwithin: 3 days"),
            log: visit + "\n- Mon 11:00: visit.held with Bob", cards: [["a", "b"]]),
        Merging(
            name: "what may be done with anyone and is logged by other words",
            rules: pair(
                "after: visit.held\nexpect: [note.sent, call.made]\nto: anyone\nwithin: 3 days",
                "after: visit.held\nexpect: [call.made, note.sent]\nto: anyone\nwithin: 3 days"),
            cards: [["a"], ["b"]]),
        Merging(
            name: "two prohibitions of one deed", rules: pair(StreetRules.loan, "never: tool.lent"),
            log: "- Mon 10:00: tool.lent with Ana",
            cards: [["a"], ["b"]]),
    ])
    func finePrint17_merging(row: Merging) throws {
        let agenda = try Street(row.rules, log: row.log).agenda(at: row.now, budget: 5)
        let cards = (agenda.cards + agenda.heldBack).map { $0.rules.map { String($0.dropFirst("street/".count)) } }
        #expect(cards == row.cards, "\(row.name)")
    }

    @Test func severalPartsOfOnePlanAreOneCardThatNamesThePlan() throws {
        let rules = Self.pair(
            StreetRules.greeting + "\nsay:\n  due: Greet <person>.\neffort: 5 minutes",
            "in_each: visit.planned\nexpect: call.made\nsay:\n  due: Call <person>.\neffort: 10 minutes")
        let street = try Street(rules, log: "- Mon 10:00: visit.planned with Ana\n  starts: Thu 10:00")
        let card = try #require(try street.agenda(at: "Mon 20:00").cards.first)
        #expect(card.headline == "Fill in the plan: visit with Ana, Thu 8 Jan 2026 10:00")
        #expect(card.detail == "Greet Ana. Call Ana.")
        #expect(card.effort == Length(seconds: 900) && card.belongsInPlan && card.entry == nil)
    }

    @Test func whatMayBeDoneWithAnyoneConcernsNobody() throws {
        let rule = StreetRules.note.replacing("same person", with: "anyone")
        let card = try #require(try Street(rule, log: Self.visit).agenda(at: "Mon 20:00").cards.first)
        #expect(card.person == nil)
        #expect(card.entry?.person == nil && card.entry?.word == "wrote")
    }

    @Test func whatMustAgreeStandsInTheLineToLog() throws {
        let street = try Street(StreetRules.note + "\nabout: same club", log: Self.visit + "\n  club: chess")
        let card = try #require(try street.agenda(at: "Mon 20:00").cards.first)
        #expect(card.entry?.about == Card.Entry.About(field: "club", value: "chess"))
    }

    // MARK: Budget and order

    private static let many = ["Ana", "Bob", "Cyd", "Dan", "Eve", "Fay"].map { "- Mon 10:00: visit.held with \($0)" }
        .joined(separator: "\n")

    @Test(arguments: [(0, 1), (1, 1), (3, 3), (5, 5), (9, 5)])
    func aDayBearsSoManyCards(budget: Int, shown: Int) throws {
        let agenda = try Street(StreetRules.note, log: Self.many).agenda(at: "Mon 20:00", budget: budget)
        #expect(agenda.cards.count == shown)
        #expect(agenda.heldBack.count == 6 - shown)
    }

    @Test func oneCardForEachPerson() throws {
        let rules = Self.pair(StreetRules.note, StreetRules.note.replacing("note.sent", with: "call.made"))
        let agenda = try Street(rules, log: Self.visit + "\n- Mon 10:00: hedge.cut").agenda(at: "Mon 20:00")
        #expect(agenda.cards.map(\.rules) == [["street/a"]])
        #expect(agenda.heldBack.map(\.rules) == [["street/b"]])
    }

    @Test func whatNobodyIsConcernedByIsNotHeldBack() throws {
        let rules = Self.pair(
            "after: hedge.cut\nexpect: gift.given\nwithin: 1 day", "after: hedge.cut\nexpect: story.told\nwithin: 1 day"
        )
        #expect(try Street(rules, log: "- Mon 10:00: hedge.cut").agenda(at: "Mon 20:00").cards.count == 2)
    }

    @Test func theMostUrgentComesFirst() throws {
        let rules = """
            - after: visit.held
              expect: note.sent
              to: same person
              within: 24 hours
            - after: call.made
              expect: gift.given
              to: same person
              within: 6 days
            - after: tool.lent
              expect: call.made
              to: same person
              within: 24 hours
              strength: must
            - never: story.told
            """
        let log = """
            - Mon 10:00: visit.held with Ana
            - Mon 11:00: call.made with Bob
            - Tue 11:00: tool.lent with Cyd
            - Tue 11:00: story.told with Dan
            - Tue 12:00: visit.held with Eve
            """
        let agenda = try Street(rules, log: log).agenda(at: "Tue 20:00", budget: 5)
        #expect(agenda.cards.map(\.person) == ["Cyd", "Ana", "Eve", "Bob", "Dan"])
        #expect(agenda.cards.map(\.score) == [45, 40, 35, 25, 10])
    }

    @Test func aSuggestionThatWaitsStaysBelowWhatIsToBeDone() throws {
        let rules = Self.pair(
            StreetRules.note + "\nstrength: consider",
            "after: call.made\nexpect: gift.given\nto: same person\nwithin: 30 days")
        let street = try Street(rules, log: Self.visit + "\n- Mon 11:00: call.made with Bob")
        #expect(try street.agenda(at: "Thu 20:00").cards.map(\.person) == ["Bob", "Ana"])
    }

    @Test func equalCardsKeepOneOrder() throws {
        let street = try Street(StreetRules.note, log: Self.many)
        let people = try street.agenda(at: "Mon 20:00", budget: 5).cards.map(\.person)
        #expect(people == ["Ana", "Bob", "Cyd", "Dan", "Eve"])
    }

    // MARK: Not yet

    @Test func finePrint16_aCardSaysNotBeforeWhen() throws {
        let rule = StreetRules.note.replacing("24 hours", with: "72 hours") + "\nnot_before: 48 hours"
        let street = try Street(rule, log: Self.visit)
        let early = try street.agenda(at: "Mon 20:00")
        #expect(early.cards.isEmpty)
        #expect(early.notYet == 1)
        #expect(early.later.first?.notBefore == (try street.moment("Wed 10:00")).start)
        #expect(early.later.first?.deadline == (try street.moment("Thu 10:00")).start)
        let later = try street.agenda(at: "Wed 10:00")
        #expect(later.cards.map(\.notBefore) == [nil])
        #expect(later.later.isEmpty)
    }

    @Test func whatWouldBeTooOldIsNotAskedForYet() throws {
        let rule = StreetRules.call + "\nno_older_than: 2 days"
        let street = try Street(rule, log: "- Mon 10:00: visit.planned with Ana\n  starts: Sun 10:00")
        #expect(try street.agenda(at: "Wed 20:00").notYet == 1)
        #expect(try street.agenda(at: "Fri 20:00").cards.count == 1)
    }

    // MARK: Planned for

    private static let planned = """
        - Mon 08:00: visit.held with Ana
        - Mon 09:00: visit.planned with Ana
          starts: Tue 15:00
          length: 1 hour
          program:
            - call.made
          later:
            - note.sent
        """

    @Test(arguments: [
        ("note.sent", "", "Tue 16:00"), ("call.made", "", "Tue 15:00"), ("visit.held", "", "Tue 15:00"),
        ("gift.given", "", nil),
        ("note.sent", "\n- Mon 10:00: visit.moved with Ana\n  starts: Wed 10:00", "Wed 11:00"),
        ("note.sent", "\n- Mon 10:00: visit.cancelled with Ana", nil),
    ])
    func finePrint11_plannedFor(expect: String, more: String, time: String?) throws {
        let rule = "after: visit.held\nexpect: \(expect)\nto: same person\nwithin: 3 days"
        let street = try Street(rule, log: Self.planned + more)
        let card = try #require(try street.agenda(at: "Mon 20:00").cards.first)
        #expect(card.plannedFor == (try time.map { try street.moment($0).start }))
    }

    // MARK: A pause

    @Test func aBreakHoldsEverythingBack() throws {
        let street = try Street(
            "after: visit.held\nexpect: note.sent\nto: same person\nwithin: 3 days",
            log: "- Mon 08:00: visit.held with Ana\n- Mon 20:00: rest.begun\n  until: Wed 10:00")
        #expect(try street.agenda(at: "Mon 19:00").pausedUntil == nil)
        #expect(try street.agenda(at: "Mon 19:00").cards.count == 1)
        let during = try street.agenda(at: "Tue 10:00")
        #expect(during.cards.isEmpty && during.heldBack.count == 1)
        #expect(during.pausedUntil == (try street.moment("Wed 10:00").start))
        #expect(try street.agenda(at: "Wed 10:00").cards.count == 1)
    }
}
