/// The activities of a clause that may answer, whoever they are with: those whose condition may hold, by what they are about.
///
/// Found once for a rule, so that an occasion which nobody answers does not look through all of a long log.
struct Shortlist: Sendable {
    /// One activity; a list of subjects makes one entry of each.
    private struct Entry {
        let subject: Value?
        let begins: Int64
        /// The place of its kind in the clause: what began at the same moment comes in that order.
        let kind: Int
        let row: Int32
    }

    private let about: AboutLink?
    /// By subject and time; those of which nobody knows the subject come first.
    private let entries: [Entry]

    /// Nil where a search finds its answer without: with one person, or where anything of its kinds answers.
    init?(of clause: ActivityClause, to link: PersonLink, _ about: AboutLink?, _ run: Evaluation) {
        self.about = about.flatMap { $0.isEpisode ? nil : $0 }
        guard link != .samePerson, clause.count == 1, self.about != nil || !clause.condition.isEmpty else { return nil }
        var found: [Entry] = []
        for (place, kind) in clause.kinds.enumerated() {
            for row in run.facts.index.places(of: kind, with: nil).lazy.map({ run.facts.index[$0] })
            where run.holds(clause.condition, for: row) != .no {
                Self.forEachSubject(of: row, self.about, run.facts) {
                    found.append(Entry(subject: $0, begins: run.facts.begins[row], kind: place, row: Int32(row)))
                }
            }
        }
        entries = found.sorted(by: Self.comes)
    }

    subscript(_ place: Int) -> (row: Int, begins: Int64) { (Int(entries[place].row), entries[place].begins) }

    /// Whether it is known what an occasion is about, where that matters.
    func hasSubject(_ occasion: Int, _ facts: Facts) -> Bool {
        guard let about else { return true }
        return facts.value(occasion, about.field).map { $0.tag != .dontKnow } ?? false
    }

    /// Hands over the places, by time, of what is about the same as an occasion, and of what may be.
    func forEachStrand(of occasion: Int, _ facts: Facts, _ take: (Range<Int>) -> Void) {
        let unknown = entries.indices.firstPlace { entries[$0].subject != nil }
        take(0..<unknown)
        guard let about, let mine = facts.value(occasion, about.field) else { return }
        for subject in facts.elements(mine) {
            let key = Self.key(subject)
            let first = entries.indices.firstPlace { Self.key(entries[$0].subject) >= key }
            take(first..<(first..<entries.count).firstPlace { Self.key(entries[$0].subject) > key })
        }
    }

    private static func forEachSubject(of row: Int, _ about: AboutLink?, _ facts: Facts, _ take: (Value?) -> Void) {
        guard let about, let value = facts.value(row, about.field), value.tag != .dontKnow else { return take(nil) }
        for subject in facts.elements(value) { take(subject) }
    }

    private static func comes(_ left: Entry, before right: Entry) -> Bool {
        let (mine, theirs) = (key(left.subject), key(right.subject))
        if mine != theirs { return mine < theirs }
        return (left.begins, left.kind, left.row) < (right.begins, right.kind, right.row)
    }

    private static func key(_ subject: Value?) -> (Int, Int64) {
        subject.map { (Int($0.tag.rawValue), $0.bits) } ?? (-1, 0)
    }
}

extension Answers {
    /// The first answer on a shortlist that may have begun at or after `from`; nil where the list does not help: when one
    /// person is meant, or nobody knows what the occasion is about.
    func first(of clause: ActivityClause, on list: Shortlist, in facts: Facts, from: Int64) -> Found? {
        guard person == nil, list.hasSubject(occasion, facts) else { return nil }
        var found = Found()
        let early = facts.earliestBegin(from)
        list.forEachStrand(of: occasion, facts) { strand in
            for place in strand.firstPlace(where: { list[$0].begins >= early })..<strand.upperBound {
                let (row, begins) = list[place]
                if found.row != Facts.none, begins >= facts.begins[Int(found.row)] { break }
                guard facts.latestBegin(row) >= from else { continue }
                switch matches(row, clause, facts) {
                case .yes: found.row = Int32(row)
                case .unknown(let fact) where found.perhaps == nil || row < found.perhapsRow:
                    (found.perhaps, found.perhapsRow) = (fact, Int32(row))
                case .no, .unknown: break
                }
            }
        }
        return found
    }
}
