/// One episode of a log, such as a meeting: what those who build on the rules need to know of it.
package struct EpisodeView: Sendable, Hashable {
    /// Its number in the facts it was found in.
    let number: Int
    /// The row that speaks of it: its plan, else its account, else the one activity of it that it is seen from.
    private(set) var row: Int32
    /// Whether it is seen from one activity of it.
    private(set) var isOfOneRow = false
    /// What kind of episode it is: `meeting`.
    package let name: String
    /// With whom it is; nil for nobody.
    package let person: String?
    /// The text that names it for good, as `Occasion.key`.
    package let key: String
    /// The keys it had before it was moved, or before it took place at another time than planned.
    package let earlierKeys: [String]
    /// The episode for people: `meeting with Ana Ruiz, Tue 24 Nov 2026 10:00`.
    package let text: String
    /// When it starts, by the latest word on it; nil when nobody said.
    package let starts: Instant?
    /// When it ends: its start and its length, if that is known; nil when nobody said when it starts.
    package let ends: Instant?
    /// Whether it lies ahead, as far as the log says.
    package let isOpen: Bool
    /// Whether the log says that it took place.
    package let isHeld: Bool
    /// Whether it is the plan that is being checked.
    package let isPlanUnderCheck: Bool
    /// The plan as it stands, with its latest start and length; what was written of it when there was no plan.
    package let line: ActivityLine
}

extension Evaluated {
    /// The episodes of the log in the order of their starts; those without a start come last.
    package var episodes: [EpisodeView] {
        (0..<facts.episodes.count).compactMap(episode).sorted { ($0.order, $0.number) < ($1.order, $1.number) }
    }

    private func episode(_ number: Int) -> EpisodeView? {
        let table = facts.episodes
        let planned = table.plannedRows[number]
        let row = planned == Facts.none ? table.heldRows[number] : planned
        guard row != Facts.none, let occasion = occasion(of: verdict(on: row)) else { return nil }
        let starts = table.starts[number]
        return EpisodeView(
            number: number, row: row, name: rules.vocabulary.episodes[Int(table.kinds[number])].name,
            person: facts.persons[Int(row)] == Facts.none ? nil : narrator.name(facts.persons[Int(row)]),
            key: occasion.key, earlierKeys: earlierKeys(of: number, row), text: occasion.text,
            starts: starts == .max ? nil : Instant(seconds: starts),
            ends: starts == .max ? nil : Instant(seconds: table.ends[number]),
            isOpen: table.outcomes[number] == .open, isHeld: table.outcomes[number] == .held,
            isPlanUnderCheck: facts.has(Int(row), .planned), line: line(of: number, row))
    }

    private func earlierKeys(of number: Int, _ row: Int32) -> [String] {
        let moved = earlierKeys(of: verdict(on: row))
        let episode = rules.vocabulary.episodes[Int(facts.episodes.kinds[number])]
        guard let planned = facts.value(Int(row), episode.starts), planned.tag == .instant else { return moved }
        return moved + [key(of: Int(row), at: planned.bits)]
    }

    /// A verdict that says nothing, to ask about a row what can be asked about a verdict.
    private func verdict(on row: Int32) -> Verdict {
        Verdict(rule: 0, occasion: row, person: facts.persons[Int(row)], status: .ok)
    }

    /// The line of an episode's row; a plan that was moved says its new time.
    private func line(of number: Int, _ row: Int32) -> ActivityLine {
        var line = facts.source(row)
        guard facts.has(Int(row), .moved) else { return line }
        let episode = rules.vocabulary.episodes[Int(facts.episodes.kinds[number])]
        let starts = Instant(seconds: facts.episodes.starts[number])
        line.set(rules.vocabulary[episode.starts].name, Moment(at: starts, in: frame.zone).written(in: frame.zone))
        if let length = facts.value(Int(row), episode.length), length.tag == .duration {
            line.set(rules.vocabulary[episode.length].name, Length(seconds: length.bits).description)
        }
        return line
    }
}

extension EpisodeView {
    /// The episode, seen from one activity of it.
    func seen(from row: Int32) -> EpisodeView {
        var view = self
        view.row = row
        view.isOfOneRow = true
        return view
    }

    fileprivate var order: Int64 { starts?.seconds ?? .max }
}

extension ActivityLine {
    /// Writes one value for a field, in the place of whatever was there.
    fileprivate mutating func set(_ name: String, _ text: String) {
        let field = FieldLine(WrittenText(name), [WrittenText(text)])
        if let place = fields.firstIndex(where: { $0.name.text == name }) {
            fields[place] = field
        } else {
            fields.append(field)
        }
    }
}
