import Testing

@testable import RulesEngine

/// A search among those who have something in common finds what a look through everybody's rows finds.
struct SharingTests {
    private static let rules = [
        "after: visit.held\nexpect: note.sent\nto: someone else on the same street",
        "after: note.sent\nexpect: [note.sent, visit.confirmed]\nexpect_where:\n  by: post\nto: someone else on the same street",
        "after: visit.held\nexpect: [gift.given, tool.lent]\nto: someone else on the same street",
    ]

    @Test(arguments: rules, UInt64(0)..<4)
    func bothFindTheSame(rule: String, seed: UInt64) throws {
        let clauses = try RuleTrial(rule).clauses()
        let engine = Engine(rules: RuleTrial(rule).rules, frame: TimeFrame(zone: .utc))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: RandomStreet.crowd(8, seed: seed), &diagnostics)
        var clock = RandomStreet(seed: seed)
        let run = Evaluation(facts: facts, vocabulary: engine.rules.vocabulary, frame: engine.frame, now: clock.now())
        var found = 0
        for row in 0..<facts.count where clauses.after.kinds.contains(facts.kinds[row]) {
            let target = clauses.to.target(of: row, facts, run.vocabulary)
            guard case .sharing = target else { continue }
            let answers = run.answers(to: row, target, nil)
            let search = ThoroughSearch(answers: answers, clause: clauses.expect, facts: facts)
            let begins = facts.begins[row]
            for (from, through) in [(begins, Int64.max), (Int64.min, begins), (begins - 900_000, begins + 900_000)] {
                let first = answers.first(of: clauses.expect, in: facts, from: from, through: through)
                let last = answers.last(of: clauses.expect, in: facts, from: from, through: through)
                #expect(first == search.first(from: from, through: through), "row \(row)")
                #expect(last == search.last(from: from, through: through), "row \(row)")
                found += [first, last].count { $0 != Answers.Found() }
            }
        }
        #expect(found > 0)
    }
}

/// Looks at every row of a clause's kinds, in the order that decides between answers.
private struct ThoroughSearch {
    let answers: Answers
    let clause: ActivityClause
    let facts: Facts

    private func rows(_ kind: KindID, _ from: Int64, _ through: Int64) -> [Int] {
        (0..<facts.count).filter { row in
            facts.kinds[row] == kind && !facts.has(row, .intended) && facts.begins[row] <= through
                && facts.latestBegin(row) >= from
        }
    }

    func first(from: Int64, through: Int64) -> Answers.Found {
        var found = Answers.Found()
        for kind in clause.kinds {
            for row in rows(kind, from, through) {
                if found.row != Facts.none, facts.begins[row] >= facts.begins[Int(found.row)] { break }
                note(row, &found)
            }
        }
        return found
    }

    func last(from: Int64, through: Int64) -> Answers.Found {
        var found = Answers.Found()
        for kind in clause.kinds {
            for row in rows(kind, from, through).reversed() {
                if found.row != Facts.none, facts.begins[row] <= facts.begins[Int(found.row)] { break }
                note(row, &found)
            }
        }
        return found
    }

    private func note(_ row: Int, _ found: inout Answers.Found) {
        switch answers.matches(row, clause, facts) {
        case .yes: found.row = Int32(row)
        case .unknown(let fact) where found.perhaps == nil: (found.perhaps, found.perhapsRow) = (fact, Int32(row))
        case .no, .unknown: break
        }
    }
}
