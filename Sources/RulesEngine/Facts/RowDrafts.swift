/// Collects the rows of a log and puts them in time order.
struct RowDrafts {
    private let vocabulary: Vocabulary
    private let reader: ValueReader
    private var drafts: [RowDraft] = []

    init(vocabulary: Vocabulary, reader: ValueReader) {
        self.vocabulary = vocabulary
        self.reader = reader
    }

    /// Adds one line of the log: a row for each person, with the rows of its parts.
    mutating func add(_ line: ActivityLine, _ facts: inout Facts) {
        guard let kind = vocabulary.kind(named: line.kind.text), let at = line.at else { return }
        let source = addSource(line, &facts)
        let rows = append(kind, at, people(of: line, &facts), [], source)
        guard !line.parts.isEmpty else { return }
        let isPlan = vocabulary[kind].stage?.step == .planned
        let times = isPlan ? self.times(of: line, kind, arranged: at) : PartTimes(before: at, during: at, after: at)
        addParts(of: line, kind, times, rows, isPlan ? [.part, .intended] : [.part], &facts)
    }

    /// Adds a plan as if it were carried out: its own row, its parts at their times, and the episode as held.
    mutating func carryOut(_ plan: ActivityLine, _ facts: inout Facts) {
        guard let kind = vocabulary.kind(named: plan.kind.text), let at = plan.at else { return }
        let source = addSource(plan, &facts)
        let people = people(of: plan, &facts)
        let times = times(of: plan, kind, arranged: at)
        let rows = append(kind, at, people, [.planned], source)
        addParts(of: plan, kind, times, rows, [.part, .planned], &facts)
        guard let episode = vocabulary.episode(of: kind), episode.held != kind else { return }
        _ = append(episode.held, times.during, people, [.planned], source)
    }

    /// The drafts by the time they begin; those of one moment as they were written.
    func inTimeOrder() -> [RowDraft] {
        let order = drafts.indices.sorted { (drafts[$0].begins, $0) < (drafts[$1].begins, $1) }
        var places = [Int32](repeating: Facts.none, count: drafts.count)
        for (place, draft) in order.enumerated() { places[draft] = Int32(place) }
        return order.map { place in
            var draft = drafts[place]
            if draft.parent != Facts.none { draft.parent = places[Int(draft.parent)] }
            return draft
        }
    }

    // MARK: Rows

    private func addSource(_ line: ActivityLine, _ facts: inout Facts) -> Int32 {
        facts.sources.append(line)
        return Int32(facts.sources.count - 1)
    }

    private func people(of line: ActivityLine, _ facts: inout Facts) -> [Int32] {
        line.with.isEmpty ? [Facts.none] : line.with.map { facts.records.add(.person, name: $0.text) }
    }

    /// A row for each person; gives the places of the new drafts.
    private mutating func append(
        _ kind: KindID, _ at: Moment, _ people: [Int32], _ flags: Facts.Flags, _ source: Int32
    ) -> Range<Int> {
        let first = drafts.count
        for person in people { drafts.append(draft(kind, at, person, flags, source)) }
        return first..<drafts.count
    }

    private func draft(
        _ kind: KindID, _ at: Moment, _ person: Int32, _ flags: Facts.Flags, _ source: Int32
    ) -> RowDraft {
        RowDraft(
            kind: kind, begins: at.start.seconds, ends: at.end.seconds, person: person,
            flags: at.precision == .day ? flags.union(.dayOnly) : flags, source: source)
    }

    // MARK: Parts

    /// When the parts of a whole take place that do not say so themselves.
    private struct PartTimes {
        /// Those of the list of what comes before.
        let before: Moment
        /// Those of its agenda.
        let during: Moment
        /// Those of its other lists.
        let after: Moment
    }

    private mutating func addParts(
        of line: ActivityLine, _ kind: KindID, _ times: PartTimes, _ wholes: Range<Int>, _ flags: Facts.Flags,
        _ facts: inout Facts
    ) {
        let episode = vocabulary.episode(of: kind)
        for parts in line.parts {
            guard let field = vocabulary.field(named: parts.field.text) else { continue }
            for part in parts.lines {
                let isBefore = field == episode?.before
                let at = part.at ?? (isBefore ? times.before : field == episode?.agenda ? times.during : times.after)
                add(part, at, in: field, wholes, flags, &facts)
            }
        }
    }

    /// One part: a row for each person of the whole, unless it names its own.
    private mutating func add(
        _ part: ActivityLine, _ at: Moment, in field: FieldID, _ wholes: Range<Int>, _ flags: Facts.Flags,
        _ facts: inout Facts
    ) {
        guard let kind = vocabulary.kind(named: part.kind.text) else { return }
        let source = addSource(part, &facts)
        for whole in wholes {
            let people = part.with.isEmpty ? [drafts[whole].person] : people(of: part, &facts)
            for person in people {
                var row = draft(kind, at, person, flags, source)
                row.parent = Int32(whole)
                row.partField = field
                drafts.append(row)
            }
        }
    }

    /// An agenda takes place when its plan starts, and whatever else it lists after its end. What is listed as coming
    /// before it is done some time in the last day before it, which is read in the person's favour.
    private func times(of plan: ActivityLine, _ kind: KindID, arranged: Moment) -> PartTimes {
        guard let episode = vocabulary.episode(of: kind), let start = reader.moment(of: episode.starts, in: plan) else {
            return PartTimes(before: arranged, during: arranged, after: arranged)
        }
        let length = reader.length(of: episode.length, in: plan) ?? 0
        let zone = reader.frame.zone
        let end = start.precision == .day ? start : Moment(at: start.start.adding(seconds: length), in: zone)
        let earliest = min(start.start, max(arranged.start, start.start.adding(seconds: -86_400)))
        let before = Moment(start: earliest, end: start.start, precision: .day) ?? start
        return PartTimes(before: before, during: start, after: end)
    }
}
