/// Finds the line of a log that speaks of the same episode as a plan under check: by id, else by people and day.
struct PlanReplacement {
    let vocabulary: Vocabulary
    let reader: ValueReader

    /// The place of that line among the activities; nil when the plan is new. Of several on one day it is the one that
    /// starts nearest.
    func place(of plan: ActivityLine, in document: LogDocument) -> Int? {
        guard let kind = vocabulary.kind(named: plan.kind.text), let episode = vocabulary.episode(of: kind) else {
            return nil
        }
        let same = document.activities.indices.filter { document.activities[$0].kind.text == plan.kind.text }
        if let id = plan.id, let place = same.first(where: { document.activities[$0].id == id }) { return place }
        guard let start = reader.moment(of: episode.starts, in: plan) else { return nil }
        let near = same.compactMap { place in
            distance(document.activities[place], plan, episode, start).map { (away: $0, place: place) }
        }
        return near.min { $0 < $1 }?.place
    }

    /// How far a line's start is from the plan's; nil when it is with others or on another day.
    private func distance(_ line: ActivityLine, _ plan: ActivityLine, _ episode: Episode, _ start: Moment) -> Int64? {
        guard people(line) == people(plan), let other = reader.moment(of: episode.starts, in: line),
            day(other) == day(start)
        else { return nil }
        return abs(other.start.seconds - start.start.seconds)
    }

    private func people(_ line: ActivityLine) -> Set<String> { Set(line.with.map { $0.text.lowercased() }) }

    private func day(_ moment: Moment) -> CalendarDay { reader.frame.zone.wallTime(at: moment.start).day }
}

extension ActivityLine {
    /// A plan under check is the latest word on an episode the log knows: it keeps that one's id, so that what was
    /// confirmed stays confirmed, and the moment it was arranged at.
    func takingThePlace(of line: ActivityLine?) -> ActivityLine {
        guard let line else { return self }
        var plan = self
        plan.id = id ?? line.id
        plan.at = line.at ?? at
        return plan
    }
}
