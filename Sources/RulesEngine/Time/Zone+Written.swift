extension Zone {
    /// The first instant of a wall time that somebody wrote at `range`; one that the clocks skip is an error.
    func written(_ wall: WallTime, at range: Range<Int>) throws(WrittenTimeError) -> Instant {
        switch resolve(wall) {
        case .once(let instant), .twice(let instant, _): return instant
        case .skipped(let before, let after): throw skipped(wall, before: before, after: after, at: range)
        }
    }

    /// The whole of a day that somebody wrote at `range`; one that the zone left out is an error.
    func written(_ day: CalendarDay, at range: Range<Int>) throws(WrittenTimeError) -> Moment {
        guard endOfDay(day) < startOfDay(day) else { return Moment(day: day, in: self) }
        throw WrittenTimeError(
            "The calendar in \(name) left out \(day).",
            help: "Write \(day.adding(days: -1)) or \(day.adding(days: 1)).",
            at: range)
    }

    /// Says from when to when the clocks went forward, and which times next to the gap exist.
    private func skipped(_ wall: WallTime, before: Instant, after: Instant, at range: Range<Int>) -> WrittenTimeError {
        let (last, first) = (wallTime(at: before), wallTime(at: after))
        let jump = WallTime(localSeconds: last.localSeconds + 1)
        let target = jump.day == first.day ? first.clock : "\(first.day) \(first.clock)"
        return WrittenTimeError(
            "The clocks in \(name) went forward from \(jump.day) \(jump.clock) to \(target), so \(wall.clock) was not shown.",
            help: "Write \(last.day) \(last.clock) or \(first.day) \(first.clock).", at: range)
    }
}
