import TestSupport
import Testing

@testable import RulesEngine

/// Each topic of a list is learned from n people.
struct CoverTests {
    private static let dishes = """
        cover: dishes
        at_least_of: 1
        """
    private static let news = """
        cover: news
        topics: [weather, garden, roads]
        by_at_least: 2
        at_least_of: 2
        """

    // MARK: Verdicts

    @Test(arguments: [
        CountCase("nothing logged", dishes, log: "activities: []", now: "Mon", "you: does not apply 0/1"),
        CountCase(
            "some are missing", dishes, log: "- Mon 10:00: visit.held with Ana\n  dishes: [soup]", now: "Tue",
            "you: due 1/3"),
        CountCase(
            "all are there", dishes,
            log:
                "- Mon 10:00: visit.held with Ana\n  dishes: [soup, cake]\n- Mon 12:00: visit.held with Ana\n  dishes: [bread]",
            now: "Tue", "you: ok 3/3"),
        CountCase(
            "an activity without the list is no voice", dishes, log: "- Mon 10:00: visit.held with Ana", now: "Tue",
            "you: does not apply 0/1"),
        CountCase(
            "an empty list is one", dishes, log: "- Mon 10:00: visit.held with Ana\n  dishes: []", now: "Tue",
            "you: due 0/3"),
        CountCase(
            "fewer people than it takes to say something", "cover: dishes",
            log: "- Mon 10:00: visit.held with Ana\n  dishes: [soup]", now: "Tue",
            "you: does not apply 1/5"),
        CountCase(
            "but all covered is ok", "cover: dishes",
            log: "- Mon 10:00: visit.held with Ana\n  dishes: [soup, cake, bread]", now: "Tue", "you: ok 3/3"),
        CountCase(
            "one voice once a topic", news,
            log:
                "- Mon 10:00: visit.held with Ana\n  news: [weather, garden, roads]\n- Mon 12:00: visit.held with Ana\n  news: [weather]\n- Tue 10:00: visit.held with Ben\n  news: [garden]",
            now: "Wed", "you: due 1/3"),
        CountCase(
            "two voices each", news,
            log: "- Mon 10:00: visit.held with Ana and Ben\n  news: [weather, garden, roads]", now: "Wed", "you: ok 3/3"
        ),
        CountCase(
            "letter case makes no difference, other topics do", news,
            log: "- Mon 10:00: visit.held with Ana and Ben\n  news: [Weather, GARDEN, cats]", now: "Wed", "you: due 2/3"
        ),
        CountCase(
            "what is dated later has not happened", dishes, log: "- Wed 10:00: visit.held with Ana\n  dishes: [soup]",
            now: "Tue", "you: does not apply 0/1"),
        CountCase(
            "only those that pass 'where'", dishes + "\nwhere:\n  place: garden",
            log:
                "- Mon 10:00: visit.held with Ana\n  dishes: [soup]\n  place: house\n- Mon 12:00: visit.held with Ben\n  dishes: [cake]\n  place: garden",
            now: "Tue",
            "you: due 1/3"),
        CountCase(
            "for each record", dishes + "\nfor_each: club",
            log:
                "clubs:\n  - name: Chess\n  - name: Choir\nactivities:\n  - Mon 10:00: visit.held with Ana\n    dishes: [soup, cake, bread]\n    club: Chess\n  - Mon 12:00: visit.held with Ben\n    dishes: [soup]\n    club: Choir\n",
            now: "Tue", "Chess: ok 3/3", "Choir: due 1/3"),
        CountCase(
            "what belongs to none is in none", dishes + "\nfor_each: club",
            log: "clubs:\n  - name: Chess\nactivities:\n  - Mon 10:00: visit.held with Ana\n    dishes: [soup]\n",
            now: "Tue", "Chess: does not apply 0/1"),
        CountCase(
            "for each person", dishes + "\nfor_each: person",
            log:
                "- Mon 10:00: visit.held with Ana\n  dishes: [soup, cake, bread]\n- Mon 12:00: visit.held with Ben\n  dishes: [soup]",
            now: "Tue", "Ana: ok 3/3", "Ben: due 1/3"),
    ])
    func finePrint14_coverCountsVoices(_ row: CountCase) throws { try row.check() }

    // MARK: Words

    @Test(arguments: [
        SentenceCase(dishes, "Dishes: hear about soup, cake and bread from somebody, once 1 has been asked."),
        SentenceCase(
            news + "\nfor_each: club",
            "News: hear about weather, garden and roads from at least 2 different people, for each club, once 2 have been asked."
        ),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        WhyCase(
            "what is missing", news,
            log:
                "- Mon 10:00: visit.held with Ana\n  news: [weather, garden]\n- Tue 10:00: visit.held with Ben\n  news: [garden]",
            now: "Wed", "you",
            "covered: 1 of 3", "missing: weather, 1 of 2 (Ana)", "missing: roads, 0 of 2"),
        WhyCase(
            "so far", "cover: news\ntopics: [weather]\nby_at_least: 2",
            log: "- Mon 10:00: visit.held with Ana\n  news: [weather]", now: "Wed", "you",
            "1 of 5 people so far", "missing: weather, 1 of 2 (Ana)"),
    ])
    func why(_ row: WhyCase) throws { try row.check() }

    @Test func namesWhatIsMissing() throws {
        let rule = Self.dishes + "\nfor_each: club\nsay:\n  due: <club> lacks <missing>, <count> of <total>."
        let log =
            "clubs:\n  - name: Chess\nactivities:\n  - Mon 10:00: visit.held with Ana\n    dishes: [cake]\n    club: Chess\n"
        let evaluated = try Street(rule, log: log).evaluated(at: "Tue")
        #expect(evaluated.verdicts.map { evaluated.headline(of: $0) } == ["Chess lacks soup, bread, 1 of 3."])
    }

    // MARK: Reading

    @Test(arguments: [
        MistakeCase("no such list", "cover: dishs", "unknown-word 'dishs': 'dishs' is not a list of topics"),
        MistakeCase("no list at all", "cover: length", "unknown-word 'length': 'length' is not a list of topics"),
        MistakeCase("text needs its topics", "cover: news", "missing-key 'id': a rule needs 'topics'"),
        MistakeCase(
            "a choice that is none", "cover: dishes\ntopics: [soup, pie]",
            "unreadable-value 'pie': dishes: 'pie' is not one of the words it may be"),
        MistakeCase(
            "a topic twice", "cover: dishes\ntopics: [soup, cake, soup]",
            "declared-twice 'soup': 'soup' is in the list of topics already"),
        MistakeCase(
            "from something that does not have it", "cover: dishes\nfrom: note.sent",
            "unknown-word 'note.sent': 'note.sent' is not an activity with 'dishes'"),
        MistakeCase(
            "by nobody", "cover: dishes\nby_at_least: 0", "number-out-of-range '0': 'by_at_least' is out of range"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }

    @Test func sixtyFourTopicsAreTheMost() {
        let topics = (1...65).map { "t\($0)" }.joined(separator: ", ")
        let mistakes = RuleTrial("cover: news\ntopics: [\(topics)]").diagnostics.all.map(\.message)
        #expect(mistakes == ["these are 65 topics, more than one rule can cover"])
    }

    @Test func verdictsItCanGive() throws {
        #expect(try RuleTrial(Self.dishes).rule().possibleVerdicts == [.doesNotApply, .ok, .due])
    }
}
