/// An activity near the one meant.
struct NearClause {
    let clause: ActivityClause
    /// The case in which the two differ: `when the level is mid`.
    let difference: String
}

extension ActivityClause {
    /// The clause with each of its conditions loosened, each of its words left out, or its number off by one. The kinds
    /// of a group are the vocabulary's, not the rule's.
    func near(_ words: RuleWords) -> [NearClause] {
        condition.near(words).map { near in
            changed("when " + near.difference) { $0.condition = near.condition }
        } + nearNames(words.vocabulary) + nearCounts
    }

    private func nearNames(_ vocabulary: Vocabulary) -> [NearClause] {
        guard names.count > 1 else { return [] }
        return zip(names.indices, words(vocabulary, { $0.anyNoun }, { $0.noun })).map { place, word in
            var others = names
            others.remove(at: place)
            return changed("when it is \(word)") { $0.kinds = ActivityClause(others, vocabulary).kinds }
        }
    }

    private var nearCounts: [NearClause] {
        guard count > 1 else { return [] }
        let fewer = changed(count == 2 ? "when there is only one" : "when there are only \(count - 1)") {
            $0.count -= 1
        }
        let more = changed("when there are no more than \(count)") { $0.count += 1 }
        guard isOfDifferentPeople else { return [fewer, more] }
        return [fewer, more, changed("when the same person comes twice") { $0.isOfDifferentPeople = false }]
    }

    /// The conditions of this clause and of another, when they differ in nothing else; else none.
    func conditions(beside other: ActivityClause) -> [Condition] {
        var plain = other
        plain.condition = condition
        return plain == self ? [condition, other.condition] : []
    }

    private func changed(_ difference: String, _ change: (inout ActivityClause) -> Void) -> NearClause {
        var copy = self
        change(&copy)
        return NearClause(clause: copy, difference: difference)
    }
}

extension Excuse {
    /// An excuse near this one, or none, with the question that tells them apart.
    typealias Near = (excuse: Excuse?, question: String)

    /// The excuse left out, at another time, with anybody, and each of its conditions loosened.
    func near(_ words: RuleWords) -> [Near] {
        let dropped: Near = (nil, "Does the rule apply whether or not \(clause.happens(words.vocabulary))?")
        let clauses = clause.near(words).map { near -> Near in
            (changed { $0.clause = near.clause }, "Is it an exception \(near.difference)?")
        }
        return [dropped] + nearTimes + nearLinks(words) + clauses
    }

    private var nearTimes: [Near] {
        let question = { (when: String) in "Is it an exception when it comes \(when)?" }
        switch timing {
        case .before: return [(changed { $0.timing = .whenever }, question("after that"))]
        case .since: return [(changed { $0.timing = .whenever }, question("before that"))]
        case .whenever:
            return [
                (changed { $0.timing = .since }, question("before that")),
                (changed { $0.timing = .before }, question("after that")),
            ]
        }
    }

    private func nearLinks(_ words: RuleWords) -> [Near] {
        let isOfPeople = clause.kinds.allSatisfy { words.vocabulary[$0].needsPerson }
        let written = link ?? (isOfPeople ? .samePerson : .anyone)
        return written.near(isOfPeople: false).map { near in
            (changed { $0.link = near.link }, "Is it an exception \(near.difference)?")
        }
    }

    private func changed(_ change: (inout Excuse) -> Void) -> Excuse {
        var copy = self
        change(&copy)
        return copy
    }
}

extension Gate {
    /// A gate near this one, or none, with the question that tells them apart.
    typealias Near = (gate: Gate?, question: String)

    /// The gate left out, and each change of what it looks for.
    func near(_ words: RuleWords) -> [Near] {
        switch matter {
        case .open(let opening):
            let dropped: Near = (nil, "Does the rule apply whether or not \(opening.spoken(words.vocabulary))?")
            return [dropped]
                + opening.near.map { near in (Gate(demand: demand, matter: .open(near.opening)), near.question) }
        case .happened(let excuse):
            return excuse.near(words).map { near in
                (near.excuse.map { Gate(demand: demand, matter: .happened($0)) }, question(near.question))
            }
        }
    }

    /// What lets a rule in is no exception.
    private func question(_ text: String) -> String {
        demand == .unless ? text : text.replacing("Is it an exception", with: "Does the rule apply")
    }
}

extension Opening {
    fileprivate var near: [(opening: Opening, question: String)] {
        guard link != .anyone else { return [] }
        var copy = self
        copy.link = .anyone
        return [(copy, "Does one count that is open with somebody else?")]
    }
}

extension PersonLink {
    /// The links that are easily mistaken for this one, each with whom the two differ on: `with somebody else`. A rule
    /// about people may be mistaken for one about the same person.
    func near(isOfPeople: Bool) -> [(link: PersonLink, difference: String)] {
        switch self {
        case .anyone: isOfPeople ? [(.samePerson, "with somebody else")] : []
        case .samePerson: [(.anyone, "with somebody else")]
        case .role: [(.anyone, "with somebody else"), (.samePerson, "with the same person")]
        case .anyOf(let list): [(.anyone, "with somebody else"), (.eachOf(list), "with one of them only")]
        case .eachOf(let list): [(.anyone, "with somebody else"), (.anyOf(list), "with one of them only")]
        }
    }
}

extension Which {
    /// The choices that are easily mistaken for this one, each with a question.
    var near: [(which: Which, question: String)] {
        let all = (which: Which.each, question: "Does it apply every time with the same person?")
        let first = (which: Which.first, question: "Does it apply to the first time with a person only?")
        let latest = (which: Which.latest, question: "Does it apply to the latest time with a person only?")
        switch self {
        case .each: return [first, latest]
        case .first: return [all, latest]
        case .latest: return [all, first]
        case .every(let count):
            let others = [count - 1, count + 1].filter { $0 > 1 }
            return [all] + others.map { (.every($0), "Does it apply every \($0) times?") }
        }
    }
}

extension Span {
    /// The spans that are easily mistaken for this one: the nearest on both sides, half, double, and the same number of
    /// what people call a day.
    var near: [Span] {
        var seen: Set = [self]
        return (steps + [Span(count: count / 2, unit: unit), Span(count: count * 2, unit: unit)] + otherDays)
            .filter { $0.count > 0 && seen.insert($0).inserted }
    }

    private var steps: [Span] {
        guard isExact else { return [Span(count: count - 1, unit: unit), Span(count: count + 1, unit: unit)] }
        let minutes = unit == .hours ? count * 60 : count
        return [Span(count: minutes - 1, unit: .minutes), Span(count: minutes + 1, unit: .minutes)]
    }

    private var otherDays: [Span] {
        switch unit {
        case .days: [Span(count: count * 24, unit: .hours), Span(count: count, unit: .businessDays)]
        case .businessDays: [Span(count: count, unit: .days)]
        case .hours where count % 24 == 0: [Span(count: count / 24, unit: .days)]
        case .hours, .minutes, .weeks, .months: []
        }
    }
}

extension PartPlace {
    /// The places that are easily mistaken for this one.
    var near: [PartPlace] {
        switch self {
        case .anywhere: []
        case .first: [.anywhere, .last, .inFirst(2)]
        case .last: [.anywhere, .first]
        case .inFirst(let count):
            [.anywhere, .inFirst(count + 1), count == 2 ? .first : .inFirst(count - 1)].filter { $0 != .inFirst(0) }
        case .rightBefore: [.anywhere]
        }
    }
}
