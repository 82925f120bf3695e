import TestSupport
import Testing

@testable import RulesEngine

/// At least so many percent of X are such.
struct ShareTests {
    private static let people = """
        of: people
        are:
          age: [middle, old]
        at_least: 40 percent
        """
    private static let notes = """
        of: note.sent
        are:
          by: post
        at_least: 50 percent
        at_least_of: 2
        """

    /// People with these ages; `-` for one that nobody has told.
    private static func street(_ ages: String...) -> String {
        let people = zip(["Ana", "Ben", "Eve", "Kim", "Lea", "Max", "Nell"], ages).map { name, age in
            "  - name: \(name)\n" + (age == "-" ? "" : "    age: \(age)\n")
        }
        return "people:\n" + people.joined() + "activities: []\n"
    }

    // MARK: Records

    @Test(arguments: [
        CountCase("nobody", people, log: "activities: []", now: "Mon", "you: does not apply 0/5"),
        CountCase(
            "three of five so far", people, log: street("old", "old", "young"), now: "Mon", "you: does not apply 3/5"),
        CountCase(
            "at the edge", people, log: street("old", "old", "young", "young", "young"), now: "Mon", "you: ok 2/5"),
        CountCase(
            "below it", people, log: street("old", "young", "young", "young", "young"), now: "Mon", "you: overdue 1/5"),
        CountCase("above it", people, log: street("old", "old", "old", "old", "old"), now: "Mon", "you: ok 5/5"),
        CountCase(
            "an answer that is missing does not count", people, log: street("old", "old", "young", "young", "-"),
            now: "Mon",
            "you: does not apply 4/5"),
        CountCase(
            "nor does one of seven", people, log: street("old", "young", "young", "young", "young", "-", "-"),
            now: "Mon", "you: overdue 1/5"),
        CountCase(
            "a smaller number to begin with", people + "\nat_least_of: 3", log: street("old", "young", "young"),
            now: "Mon", "you: overdue 1/3"),
        CountCase(
            "at most", "of: people\nare:\n  age: old\nat_most: 40 %",
            log: street("old", "old", "young", "young", "young"), now: "Mon", "you: ok 2/5"),
        CountCase(
            "more than that", "of: people\nare:\n  age: old\nat_most: 40%",
            log: street("old", "old", "old", "young", "young"), now: "Mon", "you: overdue 3/5"),
        CountCase(
            "nothing at most", "of: people\nare:\n  age: old\nat_most: 0 percent",
            log: street("young", "young", "young", "young", "young"), now: "Mon", "you: ok 0/5"),
        CountCase(
            "only those who pass 'where'", people + "\nat_least_of: 2\nwhere:\n  street: Elm",
            log:
                "people:\n  - name: Ana\n    age: old\n    street: Elm\n  - name: Ben\n    age: young\n    street: Elm\n  - name: Eve\n    age: young\n    street: Oak\n  - name: Kim\n    age: young\nactivities: []\n",
            now: "Mon", "you: ok 1/2"),
        CountCase(
            "somebody archived does not count", people + "\nat_least_of: 2",
            log:
                "people:\n  - name: Ana\n    age: old\n  - name: Ben\n    age: young\n  - name: Eve\n    age: young\n    archived: Mon\nactivities: []\n",
            now: "Tue",
            "you: ok 1/2"),
        CountCase(
            "a record of another kind", "of: clubs\nare:\n  motto: Onward\nat_least: 50 percent\nat_least_of: 2",
            log: "clubs:\n  - name: Chess\n    motto: Onward\n  - name: Choir\n    motto: Sing\nactivities: []\n",
            now: "Mon", "you: ok 1/2"),
        CountCase(
            "what is known now", people + "\nat_least_of: 1",
            log:
                "people:\n  - name: Ana\n    age: young\n    changes:\n      - since: Wed\n        age: old\nactivities: []\n",
            now: "Wed 10:00", "you: ok 1/1"),
        CountCase(
            "not what will be", people + "\nat_least_of: 1",
            log:
                "people:\n  - name: Ana\n    age: young\n    changes:\n      - since: Wed\n        age: old\nactivities: []\n",
            now: "Tue 10:00", "you: overdue 0/1"),
    ])
    func finePrint14_sharesOfPeople(_ row: CountCase) throws { try row.check() }

    // MARK: Parts of a plan

    private static let stories = """
        for_each: visit.planned
        of: program parts
        are:
          happened: story.told
          where:
            words: old times
        at_least: 50 percent
        weigh_by: length
        """

    private static func program(_ parts: String...) -> String {
        "- Mon 08:00: visit.planned with Ana\n  starts: Fri 10:00\n  program:\n"
            + parts.map { "    - \($0)" }.joined(separator: "\n")
    }
    private static func old(_ minutes: Int) -> String { story("old times", minutes) }
    private static func news(_ minutes: Int) -> String { story("news", minutes) }
    private static func story(_ words: String, _ minutes: Int) -> String {
        "story.told:\n      words: \(words)\n      length: \(minutes) minutes"
    }

    @Test(arguments: [
        StreetCase("half of the time", stories, log: program(old(10), news(10)), now: "Tue", "Ana ok"),
        StreetCase("a minute less", stories, log: program(old(9), news(10)), now: "Tue", "Ana overdue by Fri 10:00"),
        StreetCase("several together", stories, log: program(old(5), news(9), old(5)), now: "Tue", "Ana ok"),
        StreetCase(
            "what nobody has given a time does not count", stories, log: program(old(5), "greeting.said"),
            now: "Tue", "Ana ok"),
        StreetCase(
            "without any time it says nothing", stories, log: program("story.told", "greeting.said"), now: "Tue",
            "Ana does not apply"),
        StreetCase(
            "one by one without a weight", stories.replacing("\nweigh_by: length", with: ""),
            log: program(old(50), "greeting.said", "gift.given"), now: "Tue", "Ana overdue by Fri 10:00"),
        StreetCase(
            "more than one is asked for", stories + "\nat_least_of: 3", log: program(old(1), news(10)), now: "Tue",
            "Ana does not apply"),
        StreetCase(
            "another list does not count", stories,
            log: program(old(10)) + "\n  later:\n    - \(news(60))", now: "Tue", "Ana ok"),
        StreetCase(
            "nobody said whether it took place", stories, log: program(old(1), news(10)), now: "Sat",
            "Ana cannot tell without visit"),
        StreetCase(
            "it took place", stories, log: program(old(1), news(10)) + "\n- Fri 10:00: visit.held with Ana",
            now: "Sat", "Ana broken by Fri 10:00"),
        StreetCase(
            "called off", stories, log: program(old(1), news(10)) + "\n- Tue 10:00: visit.cancelled with Ana",
            now: "Wed", "Ana does not apply"),
    ])
    func finePrint14_partsOfAPlan(row: StreetCase) throws { try row.check() }

    @Test func aPlanThatHoldsTooLittleIsAFinding() throws {
        let plan = "plan: visit\nwith: Ana\nstarts: Fri 10:00\nprogram:\n  - tell: news\n    length: 5 minutes\n"
        let outcome = try Street(Self.stories, log: "- Mon 08:00: hedge.cut").lint(plan, at: "Mon 12:00")
        #expect(outcome.findings.map(\.range?.text) == ["program"])
    }

    @Test func aShareOfPartsIsSaidAndExplained() throws {
        #expect(
            try RuleTrial(Self.stories).sentence()
                == "In every planned visit, at least 50 percent of the parts under 'program' are each a story "
                + "(where the words is old times), weighed by length.")
        try WhyCase(
            "too little", Self.stories, log: Self.program(Self.old(1), Self.news(10), "greeting.said"), now: "Tue",
            "visit with Ana, Fri 9 Jan 2026 10:00", "counted: 1 of 2, 9 percent; wanted: at least 50 percent",
            "not counted, since an answer is missing: 1"
        ).check()
    }

    @Test(arguments: [
        MistakeCase(
            "no such list", stories.replacing("program parts", with: "dishes parts"),
            "unknown-word 'dishes parts': 'dishes parts' is not a list of parts of it"),
        MistakeCase(
            "whose", "of: program parts\nare: story.told\nat_least: 50 percent",
            "missing-key 'id': a rule needs 'for_each'"),
    ])
    func mistakesWithParts(row: MistakeCase) { row.check() }

    // MARK: Activities

    @Test(arguments: [
        CountCase(
            "people are counted, not activities", notes,
            log:
                "- Mon 10:00: note.sent with Ana\n  by: post\n- Mon 11:00: note.sent with Ben\n  by: hand\n- Mon 12:00: note.sent with Ben\n  by: hand",
            now: "Tue",
            "you: ok 1/2"),
        CountCase(
            "the latest word of a person counts", notes,
            log:
                "- Mon 10:00: note.sent with Ana\n  by: post\n- Mon 11:00: note.sent with Ben\n  by: hand\n- Mon 12:00: note.sent with Ana\n  by: hand",
            now: "Tue",
            "you: overdue 0/2"),
        CountCase(
            "the latest that has an answer", notes,
            log:
                "- Mon 10:00: note.sent with Ana\n  by: post\n- Mon 11:00: note.sent with Ben\n  by: hand\n- Mon 12:00: note.sent with Ana",
            now: "Tue",
            "you: ok 1/2"),
        CountCase(
            "activities, when the rule says so", notes + "\ncount: activities",
            log:
                "- Mon 10:00: note.sent with Ana\n  by: post\n- Mon 11:00: note.sent with Ben\n  by: hand\n- Mon 12:00: note.sent with Ben\n  by: hand",
            now: "Tue",
            "you: overdue 1/3"),
        CountCase(
            "one without an answer is not counted", notes + "\ncount: activities",
            log:
                "- Mon 10:00: note.sent with Ana\n  by: post\n- Mon 11:00: note.sent with Ben\n- Mon 12:00: note.sent with Eve\n  by: hand",
            now: "Tue",
            "you: ok 1/2"),
        CountCase(
            "what is dated later has not happened", notes,
            log: "- Mon 10:00: note.sent with Ana\n  by: post\n- Wed 11:00: note.sent with Ben\n  by: hand", now: "Tue",
            "you: does not apply 1/2"),
        CountCase(
            "a fact about the person", "of: word\nare:\n  person.age: old\nat_least: 50 percent\nat_least_of: 2",
            log:
                "people:\n  - name: Ana\n    age: old\n  - name: Ben\n    age: young\nactivities:\n  - Mon 10:00: note.sent with Ana\n  - Mon 11:00: call.made with Ben\n",
            now: "Tue",
            "you: ok 1/2"),
        CountCase(
            "weighed by a length",
            "of: story.told\nare:\n  words: long\nat_least: 50 percent\nat_least_of: 2\nweigh_by: length",
            log:
                "- Mon 10:00: story.told\n  words: long\n  length: 30 minutes\n- Mon 11:00: story.told\n  words: short\n  length: 10 minutes\n- Mon 12:00: story.told\n  words: short\n  length: 20 minutes",
            now: "Tue", "you: ok 1/3"),
        CountCase(
            "just below by weight",
            "of: story.told\nare:\n  words: long\nat_least: 50 percent\nat_least_of: 2\nweigh_by: length",
            log:
                "- Mon 10:00: story.told\n  words: long\n  length: 29 minutes\n- Mon 11:00: story.told\n  words: short\n  length: 30 minutes",
            now: "Tue", "you: overdue 1/2"),
        CountCase(
            "without a weight it is not counted",
            "of: story.told\nare:\n  words: long\nat_least: 50 percent\nat_least_of: 2\nweigh_by: length",
            log:
                "- Mon 10:00: story.told\n  words: long\n  length: 30 minutes\n- Mon 11:00: story.told\n  words: short",
            now: "Tue", "you: does not apply 1/2"),
        CountCase(
            "for each record", notes + "\nfor_each: club",
            log:
                "clubs:\n  - name: Chess\n  - name: Choir\nactivities:\n  - Mon 10:00: note.sent with Ana\n    by: post\n    club: Chess\n  - Mon 11:00: note.sent with Ben\n    by: hand\n    club: Chess\n  - Mon 12:00: note.sent with Eve\n    by: hand\n",
            now: "Tue", "Chess: ok 1/2", "Choir: does not apply 0/2"),
        CountCase(
            "unless", notes + "\nunless:\n  open: holiday",
            log: "- Mon 10:00: note.sent with Ana and Ben\n  by: hand\n- Mon 12:00: holiday.begun", now: "Tue",
            "you: does not apply 0/2 found Mon 12:00"),
    ])
    func finePrint14_sharesOfActivities(_ row: CountCase) throws { try row.check() }

    // MARK: Words

    @Test(arguments: [
        SentenceCase(people, "At least 40 percent of people are such that the age is middle or old, once there are 5."),
        SentenceCase(
            notes, "At least 50 percent of the people with a note are such that the way is post, once there are 2."),
        SentenceCase(
            "of: story.told\nare:\n  words: long\nat_least: 10 percent\nat_most: 50 percent\nweigh_by: length\nfor_each: club",
            "At least 10 percent and at most 50 percent of the times with a story are such that the words is long, weighed by length, for each club, once there are 5."
        ),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        WhyCase(
            "so far", people, log: street("old", "young", "-"), now: "Mon", "you", "2 of 5 so far", "such are: Ana",
            "not counted, since an answer is missing: Eve"),
        WhyCase(
            "below", people, log: street("old", "young", "young", "young", "young"), now: "Mon", "you",
            "counted: 1 of 5, 20 percent; wanted: at least 40 percent", "such are: Ana"),
    ])
    func why(_ row: WhyCase) throws { try row.check() }

    // MARK: Reading

    @Test(arguments: [
        MistakeCase(
            "no limit", "of: people\nare:\n  age: old",
            "missing-key 'id': this rule checks something, but not what it should be"),
        MistakeCase(
            "a number without its unit", "of: people\nare:\n  age: old\nat_least: 40",
            "unreadable-value '40': '40' is not a share"),
        MistakeCase(
            "more than all", "of: people\nare:\n  age: old\nat_least: 140 percent",
            "unreadable-value '140 percent': '140 percent' is not a share"),
        MistakeCase(
            "the wrong way round", "of: people\nare:\n  age: old\nat_least: 60 percent\nat_most: 40 percent",
            "empty-range 'at_most': no number can be inside these limits"),
        MistakeCase(
            "nothing to take a share of", "of: neighbours\nare:\n  age: old\nat_least: 40 percent",
            "unknown-word 'neighbours': 'neighbours' is not something to take a share of"),
        MistakeCase(
            "a field they do not have", "of: people\nare:\n  length: 20 minutes\nat_least: 40 percent",
            "unknown-word 'length': 'length' is not a field that can be asked for here"),
        MistakeCase(
            "a weight that weighs nothing", notes + "\nweigh_by: by",
            "unreadable-value 'by': 'by' is no amount to weigh by"),
        MistakeCase(
            "counting something else", notes + "\ncount: notes",
            "unknown-choice 'notes': 'notes' is not a word for 'count'"),
        MistakeCase(
            "half said", "of: people\nat_least: 40 percent",
            "no-shape 'of': this rule is only half said: 'of' needs 'are'"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }

    @Test func verdictsItCanGive() throws {
        #expect(try RuleTrial(Self.people).rule().possibleVerdicts == [.doesNotApply, .ok, .overdue])
    }
}
