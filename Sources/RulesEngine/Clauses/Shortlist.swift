/// The activities of a clause that may answer, whoever they are with: those whose condition may hold, by what they are
/// about.
///
/// Found once for a rule, so that an occasion which nobody answers does not look through all of a long log.
struct Shortlist: Sendable {
    /// One activity; a list of subjects makes one entry of each.
    private struct Entry {
        /// The place of its kind in the clause.
        let kind: Int
        let subject: Value?
        let begins: Int64
        let row: Int32
    }

    private let about: AboutLink?
    /// By kind, subject and time; those of which nobody knows the subject come first.
    private let entries: [Entry]

    /// The shortlist of a clause; nil where a search finds its answer without.
    static func list(
        of clause: ActivityClause, to link: PersonLink, _ about: AboutLink?, _ run: Evaluation
    ) -> Shortlist? {
        guard helps(clause, link, about) else { return nil }
        let about = about.flatMap { $0.isEpisode ? nil : $0 }
        var found: [Entry] = []
        for (place, kind) in clause.kinds.enumerated() {
            for row in run.facts.index.places(of: kind, with: nil).lazy.map({ run.facts.index[$0] })
            where run.holds(clause.condition, for: row) != .no {
                forEachSubject(of: row, about, run.facts) {
                    found.append(Entry(kind: place, subject: $0, begins: run.facts.begins[row], row: Int32(row)))
                }
            }
        }
        return Shortlist(about: about, entries: found.sorted(by: comes))
    }

    /// Whether a search through all rows may look at many that do not answer: not with one person, or with people who have
    /// something in common, nor where anything of its kinds answers.
    static func helps(_ clause: ActivityClause, _ link: PersonLink, _ about: AboutLink?) -> Bool {
        guard link == .anyone, clause.count == 1 else { return false }
        return !clause.condition.isEmpty || about.map { !$0.isEpisode } ?? false
    }

    private init(about: AboutLink?, entries: [Entry]) {
        self.about = about
        self.entries = entries
    }

    subscript(_ place: Int) -> (row: Int32, begins: Int64) { (entries[place].row, entries[place].begins) }

    /// Whether it is known what an occasion is about, where that matters.
    func hasSubject(_ occasion: Int, _ facts: Facts) -> Bool {
        guard let about else { return true }
        return facts.value(occasion, about.field).map { $0.tag != .dontKnow } ?? false
    }

    /// Hands over the places, by time, of one kind's activities that are about the same as an occasion, and of those that
    /// may be.
    func forEachStrand(_ kind: Int, of occasion: Int, _ facts: Facts, _ take: (Range<Int>) -> Void) {
        take(strand(kind, nil))
        guard let about, let mine = facts.value(occasion, about.field) else { return }
        for subject in facts.elements(mine) { take(strand(kind, subject)) }
    }

    private func strand(_ kind: Int, _ subject: Value?) -> Range<Int> {
        let key = Self.key(kind, subject)
        let first = entries.indices.firstPlace { Self.key(entries[$0].kind, entries[$0].subject) >= key }
        return first..<(first..<entries.count).firstPlace { Self.key(entries[$0].kind, entries[$0].subject) > key }
    }

    private static func forEachSubject(of row: Int, _ about: AboutLink?, _ facts: Facts, _ take: (Value?) -> Void) {
        guard let about, let value = facts.value(row, about.field), value.tag != .dontKnow else { return take(nil) }
        for subject in facts.elements(value) { take(subject) }
    }

    private static func comes(_ left: Entry, before right: Entry) -> Bool {
        let (mine, theirs) = (key(left.kind, left.subject), key(right.kind, right.subject))
        return mine == theirs ? left.row < right.row : mine < theirs
    }

    private static func key(_ kind: Int, _ subject: Value?) -> (Int, Int, Int64) {
        subject.map { (kind, Int($0.tag.rawValue), $0.bits) } ?? (kind, -1, 0)
    }
}

extension Answers {
    /// The first answer on a shortlist that may have begun at or after `from`; nil where the list does not help: when one
    /// person is meant, or nobody knows what the occasion is about.
    func first(of clause: ActivityClause, on list: Shortlist, in facts: Facts, from: Int64) -> Found? {
        guard person == nil, list.hasSubject(occasion, facts) else { return nil }
        var found = Found()
        for kind in clause.kinds.indices {
            let next = first(kind, of: clause, on: list, in: facts, from: from, before: found.row)
            if next.row != Facts.none { found.row = next.row }
            if found.perhaps == nil { (found.perhaps, found.perhapsRow) = (next.perhaps, next.perhapsRow) }
        }
        return found
    }

    /// The first answer of one kind; `earlier` is that of another kind, what is not before it is not looked at.
    private func first(
        _ kind: Int, of clause: ActivityClause, on list: Shortlist, in facts: Facts, from: Int64, before earlier: Int32
    ) -> Found {
        var found = Found()
        let end = earlier == Facts.none ? Int64.max : facts.begins[Int(earlier)]
        let early = facts.earliestBegin(from)
        list.forEachStrand(kind, of: occasion, facts) { strand in
            for place in strand.firstPlace(where: { list[$0].begins >= early })..<strand.upperBound {
                let (row, begins) = list[place]
                if found.row == Facts.none ? earlier != Facts.none && begins >= end : row >= found.row { break }
                guard facts.latestBegin(Int(row)) >= from else { continue }
                switch matches(Int(row), clause, facts) {
                case .yes: found.row = row
                case .unknown(let fact) where found.perhaps == nil || row < found.perhapsRow:
                    (found.perhaps, found.perhapsRow) = (fact, row)
                case .no, .unknown: break
                }
            }
        }
        if found.row != Facts.none, found.perhapsRow > found.row {
            (found.perhaps, found.perhapsRow) = (nil, Facts.none)
        }
        return found
    }
}
