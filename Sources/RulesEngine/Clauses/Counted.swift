/// An activity that counts for a record, or that would if a fact were known.
struct Counted: Sendable {
    let record: Int32
    let row: Int32
    /// What must be known before it counts; nil when it counts.
    let missing: MissingFact?
}

extension Evaluation {
    /// The activities of a clause that count for each record, by record and time.
    func counted(_ clause: ActivityClause, for each: ForEach) -> [Counted] {
        var found: [Counted] = []
        forEachCandidate(of: clause, .each, each.kind == .me ? .byTime : .byPerson) { candidate in
            let missing: MissingFact?
            switch candidate.standing {
            case .applies: missing = nil
            case .unknown(let fact): missing = fact
            case .calledOff, .whereFails: return
            }
            let row = Int32(candidate.row)
            each.records(of: candidate.row, facts) { found.append(Counted(record: $0, row: row, missing: missing)) }
        }
        if each.kind == .me || each.kind == .person { return found }
        return found.sorted { ($0.record, $0.row) < ($1.record, $1.row) }
    }

    /// When the log first knows of a record, in seconds; nil when nothing was done that concerns it. `firstRows` is what
    /// `firstRows(_:)` says.
    ///
    /// The person whose log it is began when they said so.
    func beginning(of record: Int32, _ each: ForEach, _ firstRows: [Int32: Int32]) -> Int64? {
        let first: Int32?
        switch each.kind {
        case .me where facts.started != .min: return facts.started
        case .me: first = (0..<Int32(facts.count)).first { isPast($0) }
        case .person: first = facts.rows(with: record).first { isPast($0) }
        default: first = firstRows[record]
        }
        return first.map { max(facts.begins[Int($0)], facts.started) }
    }

    /// The first row that concerns each record, of records that are neither people nor the one whose log it is: one look
    /// through the log for all of them.
    func firstRows(_ each: ForEach) -> [Int32: Int32] {
        var rows: [Int32: Int32] = [:]
        if each.kind == .me || each.kind == .person { return rows }
        for row in 0..<Int32(facts.count) where isPast(row) {
            each.records(of: Int(row), facts) { if rows[$0] == nil { rows[$0] = row } }
        }
        return rows
    }

    private func isPast(_ row: Int32) -> Bool { facts.begins[Int(row)] <= now && !facts.has(Int(row), .planned) }

    /// A verdict on a record that is still to be filled in.
    func verdict(on record: Int32, _ status: Verdict.Status, _ reason: Reason = .none) -> Verdict {
        let isPerson = facts.records.kinds[Int(record)] == .person
        var verdict = Verdict(rule: rule, occasion: Facts.none, person: isPerson ? record : Facts.none, status: status)
        verdict.record = record
        verdict.reason = reason
        if facts.records.archived[Int(record)] <= now { verdict.closing = .archived }
        return verdict
    }

    /// The verdict that keeps a record out, or of which that cannot be told; nil when the condition holds for it.
    func settled(_ record: Int32, _ condition: Condition) -> Verdict? {
        switch holds(condition, on: record) {
        case .yes: return nil
        case .no: return verdict(on: record, .doesNotApply, .whereFails)
        case .unknown(let fact):
            var verdict = verdict(on: record, .cannotTell)
            verdict.missing = fact
            return verdict
        }
    }

    /// Whether a condition holds for a record as of now.
    func holds(_ condition: Condition, on record: Int32) -> Truth {
        if condition.isEmpty { return .yes }
        return condition.holds(.init(row: Facts.none, record: record, moment: now), in: facts)
    }
}

extension RandomAccessCollection where Element == Counted, Index == Int {
    /// The stretch that counts for one record, in a collection by record.
    func of(_ record: Int32) -> SubSequence {
        let first = (startIndex..<endIndex).firstPlace { self[$0].record >= record }
        return self[first...].prefix { $0.record == record }
    }
}

extension Narrator {
    /// The evaluation that gave the verdicts, for asking the same facts again.
    var evaluation: Evaluation {
        Evaluation(facts: facts, vocabulary: vocabulary, frame: frame, now: Instant(seconds: now))
    }
}
