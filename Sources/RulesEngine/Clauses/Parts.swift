extension Evaluation {
    /// Which parts count when a time is known to the day only.
    enum PartReading {
        /// All that may be parts.
        case possible
        /// Only those that surely are.
        case certain
    }

    /// Puts the parts of a row into a buffer: what it lists, in that order; for what took place then what is linked to
    /// it or happened with the same person between its start and its end, in time order (rules.md §4a.1).
    func collectParts(of row: Int, _ reading: PartReading, into parts: inout [Int32]) {
        parts.removeAll(keepingCapacity: true)
        parts += facts.ofWhole[row]
        guard let stage = stage(of: row), stage.step == .held else { return }
        let episode = facts.episodesOfRows[row]
        if facts.has(row, .planned) {
            addAgenda(of: episode, vocabulary.episodes[stage.episode].agenda, to: &parts)
        } else {
            addRowsDuring(row, episode, reading, to: &parts)
        }
    }

    /// What a plan under check would bring about contains what the plan lists for it.
    private func addAgenda(of episode: Int32, _ agenda: FieldID?, to parts: inout [Int32]) {
        guard episode != Facts.none, facts.episodes.plannedRows[Int(episode)] != Facts.none else { return }
        let plan = Int(facts.episodes.plannedRows[Int(episode)])
        for part in facts.ofWhole[plan] where facts.partFields[Int(part)] == agenda { parts.append(part) }
    }

    private func addRowsDuring(_ row: Int, _ episode: Int32, _ reading: PartReading, to parts: inout [Int32]) {
        let listed = parts.count
        let rows = facts.rows(with: facts.persons[row])
        let from = facts.begins[row] - facts.uncertainty
        let first = rows.indices.firstPlace { facts.begins[Int(rows[$0])] >= from }
        for other in rows[first...] {
            if facts.begins[Int(other)] > facts.ends[row] { break }
            if isDuring(Int(other), row, episode, reading) { parts.append(other) }
        }
        for other in episode == Facts.none ? [] : facts.ofEpisode[Int(episode)]
        where isPart(Int(other), of: row) && !isDuring(Int(other), row, episode, reading) {
            parts.append(other)
        }
        parts[listed...].sort()
    }

    private func isPart(_ other: Int, of row: Int) -> Bool {
        other != row && facts.parents[other] != Int32(row) && hasHappened(other)
            && stage(of: other) == nil
    }

    private func isDuring(_ other: Int, _ row: Int, _ episode: Int32, _ reading: PartReading) -> Bool {
        let theirs = facts.episodesOfRows[other]
        guard isPart(other, of: row), theirs == Facts.none || theirs == episode,
            facts.persons[other] == facts.persons[row]
        else { return false }
        let isCertain = !facts.has(other, .dayOnly) && !facts.has(row, .dayOnly)
        guard isCertain || reading == .possible else { return false }
        return facts.latestBegin(other) >= facts.begins[row] && facts.begins[other] <= facts.ends[row]
    }
}

extension Facts {
    /// Where in a plan under check something missing belongs: into a list (the agenda when none is named), else where
    /// the plan begins; nil for what is no plan under check.
    func place(inList list: FieldID?, of row: Int32, _ vocabulary: Vocabulary) -> SourceRange? {
        guard isPlanned(row) else { return nil }
        let line = source(row)
        let list = list ?? vocabulary.episode(of: kinds[Int(row)])?.agenda
        let name = list.map { vocabulary[$0].name }
        return line.parts.first { $0.field.text == name }?.field.range ?? line.kind.range
    }
}

extension Facts {
    /// When a part of a plan in the log takes place that has no time of its own: it goes where its plan goes, at the start
    /// what stands on the agenda, at the end what stands on another list. Nil for anything else.
    func momentWithItsPlan(_ row: Int, _ vocabulary: Vocabulary) -> Int64? {
        guard has(row, .intended), sources[Int(lines[row])].at == nil, parents[row] != Facts.none,
            let episode = vocabulary.episode(of: kinds[Int(parents[row])])
        else { return nil }
        let number = episodesOfRows[Int(parents[row])]
        guard number != Facts.none, partFields[row] != episode.before else { return nil }
        let moment = partFields[row] == episode.agenda ? episodes.starts[Int(number)] : episodes.ends[Int(number)]
        return moment == .max ? nil : moment
    }
}

extension Evaluation {
    /// When the plan of a row starts; nil when the row is no plan.
    func startOfPlan(_ row: Int) -> Int64? {
        guard stage(of: row)?.step == .planned, facts.episodesOfRows[row] != Facts.none else {
            return nil
        }
        return facts.episodes.starts[Int(facts.episodesOfRows[row])]
    }

    /// Whether the time of a row's episode has passed without a word on how it went.
    func isUndecided(row: Int) -> Bool {
        facts.episodesOfRows[row] != Facts.none && facts.isUndecided(Int(facts.episodesOfRows[row]), at: now)
    }

    /// Whether an unfinished plan may still be empty: not checked, not marked ready, and more than a day away.
    func hasTime(_ row: Int, until starts: Int64) -> Bool {
        guard !facts.has(row, .planned) else { return false }
        let ready = vocabulary.episode(of: facts.kinds[row])?.ready
        if let ready, facts.value(row, ready) == .yesNo(true) { return false }
        return now < starts - 86_400
    }
}
