/// Joins the lines that speak of one episode, such as a meeting that was planned, moved and held (rules.md §4a.3).
///
/// A line names its episode by id, else it is the nearest open one with that person: on that day for what took place,
/// at any time ahead for what was confirmed, moved or cancelled. What was arranged later is not meant.
struct EpisodeJoiner {
    let vocabulary: Vocabulary
    let reader: ValueReader

    /// Gives every row of an episode its number, and every episode its latest start and its outcome.
    func join(_ facts: inout Facts, _ diagnostics: inout Diagnostics) {
        let links = EpisodeLinks(of: facts.sources, vocabulary)
        var ids = EpisodeIDs()
        let steps = (0..<facts.count).filter { vocabulary[facts.kinds[$0]].stage != nil && !facts.has($0, .part) }
        for row in steps where vocabulary[facts.kinds[row]].stage?.step == .planned {
            plan(row, &facts)
            ids.note(row, facts)
        }
        for row in steps.sorted(by: { (facts.latestBegin($0), $0) < (facts.latestBegin($1), $1) }) {
            follow(row, links, ids, &facts)
            ids.note(row, facts)
        }
        links.join(&facts, ids, &diagnostics)
    }

    // MARK: Plans

    private func plan(_ row: Int, _ facts: inout Facts) {
        guard let stage = vocabulary[facts.kinds[row]].stage else { return }
        let starts = start(row, stage, facts) ?? .max
        facts.rows[row].episode = facts.episodes.plan(
            kind: stage.episode, person: facts.persons[row], row: Int32(row), line: facts.lines[row],
            arranged: facts.begins[row], span(from: starts, lasting: length(row, stage, facts) ?? 0))
    }

    /// From a moment on; a time that is not known takes none.
    private func span(from starts: Int64, lasting length: Int64) -> Range<Int64> {
        let (end, isTooLate) = starts.addingReportingOverflow(max(0, length))
        return starts..<(isTooLate ? starts : end)
    }

    // MARK: What followed

    private func follow(_ row: Int, _ links: EpisodeLinks, _ ids: EpisodeIDs, _ facts: inout Facts) {
        guard let stage = vocabulary[facts.kinds[row]].stage, stage.step != .planned else { return }
        if facts.has(row, .planned) {
            carryOut(row, stage, &facts)
            return
        }
        let known = links.id(of: row, facts).flatMap { ids.episode($0, with: facts.persons[row]) }
        guard let number = known ?? meant(by: row, stage, facts) else {
            if stage.step == .held { addUnplanned(row, stage, &facts) }
            return
        }
        facts.rows[row].episode = number
        tell(row, stage, number, &facts)
    }

    /// The open episode a line without an id speaks of; nil when there is none.
    private func meant(by row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int32? {
        switch stage.step {
        case .planned: nil
        case .held: open(row, stage, starting: day(of: row, facts), facts)
        case .missed:
            open(row, stage, starting: day(of: row, facts), facts)
                ?? open(row, stage, starting: .min...facts.begins[row], facts)
        case .confirmed, .moved, .cancelled:
            open(row, stage, starting: facts.begins[row]...(.max), facts)
                ?? open(row, stage, starting: .min...(.max), facts)
        }
    }

    private func tell(_ row: Int, _ stage: Kind.Stage, _ number: Int32, _ facts: inout Facts) {
        switch stage.step {
        case .planned, .confirmed: break
        case .held: hold(row, stage, number, &facts)
        case .moved: move(row, stage, number, &facts)
        case .cancelled: facts.episodes.close(number, .cancelled)
        case .missed: facts.episodes.close(number, .missed)
        }
    }

    private func addUnplanned(_ row: Int, _ stage: Kind.Stage, _ facts: inout Facts) {
        let number = facts.episodes.add(
            kind: stage.episode, person: facts.persons[row], line: facts.lines[row],
            facts.latestBegin(row)..<facts.latestBegin(row))
        facts.rows[row].episode = number
        hold(row, stage, number, &facts)
    }

    /// The plan under check, as if it took place: it stays a plan.
    private func carryOut(_ row: Int, _ stage: Kind.Stage, _ facts: inout Facts) {
        let own = (0..<Int32(facts.episodes.count)).last { number in
            facts.episodes.lines[Int(number)] == facts.lines[row]
                && facts.episodes.persons[Int(number)] == facts.persons[row]
        }
        guard let own else { return }
        facts.rows[row].episode = own
        if !facts.has(row, .dayOnly) { facts.rows[row].ends = facts.begins[row] + (length(row, stage, facts) ?? 0) }
    }

    /// What took place has the length that was logged, else the one that was planned. When only the day was logged, the
    /// planned time of that day stands.
    private func hold(_ row: Int, _ stage: Kind.Stage, _ number: Int32, _ facts: inout Facts) {
        let planned = facts.episodes.starts[Int(number)]..<facts.episodes.ends[Int(number)]
        if facts.has(row, .dayOnly) {
            let day = facts.begins[row]...facts.ends[row]
            let end = facts.ends[row]
            facts.episodes.hold(number, row: Int32(row), day.contains(planned.lowerBound) ? planned : end..<end)
            return
        }
        let plan = facts.episodes.plannedRows[Int(number)]
        let plannedLength = plan == Facts.none ? nil : length(Int(plan), stage, facts)
        let time = span(from: facts.begins[row], lasting: length(row, stage, facts) ?? plannedLength ?? 0)
        facts.rows[row].ends = time.upperBound
        facts.episodes.hold(number, row: Int32(row), time)
    }

    /// A new time, and a new length if there is one; the plan under check is itself the latest word.
    private func move(_ row: Int, _ stage: Kind.Stage, _ number: Int32, _ facts: inout Facts) {
        let plan = facts.episodes.plannedRows[Int(number)]
        guard let starts = start(row, stage, facts), plan != Facts.none, !facts.has(Int(plan), .planned) else { return }
        let length = length(row, stage, facts) ?? length(Int(plan), stage, facts) ?? 0
        facts.episodes.move(number, to: span(from: starts, lasting: length))
        facts.rows[Int(plan)].flags.insert(.moved)
        let episode = vocabulary.episodes[stage.episode]
        for field in [episode.starts, episode.length] {
            guard let value = facts.value(row, field) else { continue }
            facts.movedValues[Facts.MovedField(row: plan, field: field)] = value
        }
    }

    // MARK: Which one is meant

    private func open(_ row: Int, _ stage: Kind.Stage, starting: ClosedRange<Int64>, _ facts: Facts) -> Int32? {
        let search = EpisodeTable.Search(
            kind: stage.episode, person: facts.persons[row], arrangedBy: facts.latestBegin(row), starting: starting)
        return facts.episodes.nearestOpen(search, to: facts.begins[row])
    }

    private func day(of row: Int, _ facts: Facts) -> ClosedRange<Int64> {
        if facts.has(row, .dayOnly) { return facts.begins[row]...facts.ends[row] }
        let zone = reader.frame.zone
        let day = zone.wallTime(at: Instant(seconds: facts.begins[row])).day
        let start = zone.startOfDay(day).seconds
        return start...max(start, zone.endOfDay(day).seconds)
    }

    // MARK: Fields of a row

    /// When a row says it starts: of a day without a time the last second, in the person's favour (rules.md §4a.12).
    private func start(_ row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int64? {
        let field = vocabulary.episodes[stage.episode].starts
        guard let seconds = facts.moment(of: row, field) else { return nil }
        let zone = reader.frame.zone
        let day = zone.wallTime(at: Instant(seconds: seconds)).day
        guard zone.startOfDay(day).seconds == seconds else { return seconds }
        return reader.moment(of: field, in: facts.source(Int32(row)))?.end.seconds ?? seconds
    }

    private func length(_ row: Int, _ stage: Kind.Stage, _ facts: Facts) -> Int64? {
        let value = facts.value(row, vocabulary.episodes[stage.episode].length)
        return value?.tag == .duration ? value?.bits : nil
    }
}
