/// Joins the lines that speak of one episode, such as a meeting that was planned, moved and held (rules.md §4a.3).
///
/// A line names its episode by id, else it is the nearest open one with that person: on that day for what took place
/// or was missed, at any time ahead for what was confirmed, moved or cancelled.
struct EpisodeJoiner {
    let vocabulary: Vocabulary
    let frame: TimeFrame

    /// Gives every row of an episode its number, and every episode its latest start and its outcome.
    func join(_ facts: inout Facts, _ diagnostics: inout Diagnostics) {
        var ids: [EpisodeKey: Int32] = [:]
        for row in 0..<facts.count {
            guard let stage = vocabulary[facts.kinds[row]].stage, !facts.has(row, .part) else { continue }
            let number = episode(for: row, stage, ids, &facts)
            facts.episodesOfRows[row] = number
            if let id = facts.sources[Int(facts.lines[row])].id {
                ids[EpisodeKey(id: id, person: facts.persons[row])] = number
            }
        }
        for row in 0..<facts.count { link(row, ids, &facts, &diagnostics) }
    }

    private struct EpisodeKey: Hashable {
        let id: String
        let person: Int32
    }

    private func episode(
        for row: Int, _ stage: Kind.Stage, _ ids: [EpisodeKey: Int32], _ facts: inout Facts
    ) -> Int32 {
        let known = linkedID(row, facts).flatMap { ids[EpisodeKey(id: $0, person: facts.persons[row])] }
        switch stage.step {
        case .planned: return plan(row, stage, &facts)
        case .held:
            let number = known ?? openThatDay(row, stage, facts) ?? addUnplanned(row, stage, &facts)
            hold(row, number, &facts)
            return number
        case .missed: return end(row, known ?? openThatDay(row, stage, facts), .missed, &facts)
        case .cancelled: return end(row, known ?? openAhead(row, stage, facts), .cancelled, &facts)
        case .confirmed: return known ?? openAhead(row, stage, facts) ?? Facts.none
        case .moved:
            let number = known ?? openAhead(row, stage, facts) ?? Facts.none
            move(row, number, stage, &facts)
            return number
        }
    }

    private func plan(_ row: Int, _ stage: Kind.Stage, _ facts: inout Facts) -> Int32 {
        let starts = startOf(row, stage, facts) ?? .max
        let length = lengthOf(row, stage, facts) ?? 0
        let number = facts.episodes.add(
            kind: stage.episode, person: facts.persons[row], arranged: facts.begins[row], starts: starts,
            ends: starts == .max ? .max : starts + length)
        facts.episodes.plannedRows[Int(number)] = Int32(row)
        return number
    }

    private func addUnplanned(_ row: Int, _ stage: Kind.Stage, _ facts: inout Facts) -> Int32 {
        facts.episodes.add(
            kind: stage.episode, person: facts.persons[row], arranged: .max, starts: facts.begins[row],
            ends: facts.ends[row])
    }

    /// What took place has the length that was logged, else the one that was planned.
    private func hold(_ row: Int, _ number: Int32, _ facts: inout Facts) {
        let place = Int(number)
        let planned = facts.episodes.plannedRows[place]
        guard let stage = vocabulary[facts.kinds[row]].stage else { return }
        let plannedLength = planned == Facts.none ? nil : lengthOf(Int(planned), stage, facts)
        if !facts.has(row, .dayOnly) {
            facts.ends[row] = facts.begins[row] + (lengthOf(row, stage, facts) ?? plannedLength ?? 0)
        }
        guard !facts.has(row, .planned) else { return }
        facts.episodes.heldRows[place] = Int32(row)
        facts.episodes.outcomes[place] = .held
        facts.episodes.starts[place] = facts.begins[row]
        facts.episodes.ends[place] = facts.ends[row]
    }

    private func end(_ row: Int, _ number: Int32?, _ outcome: EpisodeTable.Outcome, _ facts: inout Facts) -> Int32 {
        guard let number else { return Facts.none }
        facts.episodes.outcomes[Int(number)] = outcome
        return number
    }

    private func move(_ row: Int, _ number: Int32, _ stage: Kind.Stage, _ facts: inout Facts) {
        guard number != Facts.none, let starts = startOf(row, stage, facts) else { return }
        let place = Int(number)
        let length = lengthOf(row, stage, facts) ?? (facts.episodes.ends[place] - facts.episodes.starts[place])
        facts.episodes.starts[place] = starts
        facts.episodes.ends[place] = starts + length
    }

    private func openThatDay(_ row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int32? {
        let day = frame.zone.wallTime(at: Instant(seconds: facts.begins[row])).day
        return nearest(row, stage, facts) { starts in
            starts != .max && frame.zone.wallTime(at: Instant(seconds: starts)).day == day
        }
    }

    private func openAhead(_ row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int32? {
        nearest(row, stage, facts) { $0 >= facts.begins[row] } ?? nearest(row, stage, facts) { _ in true }
    }

    private func nearest(_ row: Int, _ stage: Kind.Stage, _ facts: Facts, where fits: (Int64) -> Bool) -> Int32? {
        facts.episodes.nearestOpen(kind: stage.episode, person: facts.persons[row], to: facts.begins[row]) {
            fits(facts.episodes.starts[$0])
        }
    }

    // MARK: Fields of a row

    private func startOf(_ row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int64? {
        let value = facts.value(row, vocabulary.episodes[stage.episode].starts)
        return value?.tag == .instant ? value?.bits : nil
    }

    private func lengthOf(_ row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int64? {
        let value = facts.value(row, vocabulary.episodes[stage.episode].length)
        return value?.tag == .duration ? value?.bits : nil
    }

    private func linkedID(_ row: Int, _ facts: Facts) -> String? { linkLine(row, facts)?.values.first?.text }

    private func linkLine(_ row: Int, _ facts: Facts) -> FieldLine? {
        let fields = facts.sources[Int(facts.lines[row])].fields
        guard !fields.isEmpty else { return nil }
        return fields.first { line in vocabulary.episodes.contains { $0.name == line.name.text } }
    }

    /// A row that is no step itself may still name the episode it belongs to.
    private func link(
        _ row: Int, _ ids: [EpisodeKey: Int32], _ facts: inout Facts, _ diagnostics: inout Diagnostics
    ) {
        guard let line = linkLine(row, facts), let written = line.values.first else { return }
        let key = EpisodeKey(id: written.text, person: facts.persons[row])
        let number = ids[key] ?? ids.first { $0.key.id == written.text }?.value
        guard let number else {
            diagnostics.report(.unknownEpisode(written, named: line.name.text))
            return
        }
        if facts.episodesOfRows[row] == Facts.none { facts.episodesOfRows[row] = number }
    }
}
