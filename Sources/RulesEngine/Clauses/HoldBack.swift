/// Something that is to be left for a time: what, with whom, about what, and until when (rules.md §4a.16).
struct HoldBack: Sendable, Hashable {
    /// What it must be about to be meant.
    enum Scope: Sendable, Hashable {
        case anything
        /// What has this value in this field.
        case sharing(FieldID, Value)
        /// What belongs to this episode.
        case episode(Int32)
        /// What concerns this record.
        case record(ForEach, Int32)
    }

    /// The kinds to leave.
    let kinds: [KindID]
    /// With whom.
    let target: PersonLink.Target
    /// About what.
    let scope: Scope
    /// The first moment at which it may be done again, in seconds; `Int64.max` when nobody knows.
    let until: Int64

    /// Whether it forbids all that would do what is asked: one of several kinds that is free is free.
    func forbids(_ asked: [KindID], for verdict: Verdict, _ facts: Facts, at now: Int64) -> Bool {
        !asked.isEmpty && asked.allSatisfy(kinds.contains) && concerns(verdict.person, facts, now)
            && isAbout(verdict, facts)
    }

    private func concerns(_ person: Int32, _ facts: Facts, _ now: Int64) -> Bool {
        switch target {
        case .anyone: true
        case .person(let held): held == person
        case .sharing(let field, let value, let other):
            person != Facts.none && person != other && facts.records.value(person, field, at: now) == value
        case .oneOf(let list): facts.elements(list).contains { $0.tag == .record && $0.bits == Int64(person) }
        case .nobody, .missing: false
        }
    }

    private func isAbout(_ verdict: Verdict, _ facts: Facts) -> Bool {
        switch scope {
        case .anything: return true
        case .record(_, let record) where verdict.occasion == Facts.none: return verdict.record == record
        case .record(let each, let record): return each.concerns(Int(verdict.occasion), record, facts)
        case .episode(let episode):
            return verdict.occasion != Facts.none && facts.episodesOfRows[Int(verdict.occasion)] == episode
        case .sharing(let field, let value):
            guard verdict.occasion != Facts.none, let theirs = facts.value(Int(verdict.occasion), field) else {
                return false
            }
            return facts.elements(theirs).contains { facts.elements(value).contains($0) }
        }
    }
}
