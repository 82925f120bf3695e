/// The clock rule for the years after a zone's table: one offset, or two with the days on which they alternate.
///
/// It is written as POSIX writes the variable TZ: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule: Hashable, Sendable {
    /// The offset outside summer time, in seconds east of UTC.
    let standard: Int32

    /// Summer time, or nil when the clocks stay as they are.
    let summer: Summer?

    /// The part of the year with another offset.
    struct Summer: Hashable, Sendable {
        /// The offset, in seconds east of UTC.
        let offset: Int32

        /// When it begins.
        let start: YearlyChange

        /// When it ends; in the south that is earlier in the year.
        let end: YearlyChange
    }

    /// Reads the rule from the text at the end of a TZif file.
    static func read(_ text: ArraySlice<UInt8>) throws(ZoneError) -> YearlyRule {
        var reader = YearlyRuleReader(text: text)
        return try reader.rule()
    }

    /// The table of `changes`, with `first` before them, followed by those of this rule; without any, the rule holds for
    /// all time.
    func extending(_ changes: [OffsetChange], first: Int32) -> OffsetTable {
        let first = changes.isEmpty ? standard : first
        let known = changes.withoutRepeats(of: first)
        guard let summer, let lastYear = Self.year(of: changes.last) else {
            return OffsetTable(first: first, changes: known, cycleStart: nil)
        }
        let years = lastYear...lastYear + 403
        let later = self.changes(in: years, summer).filter { change in
            changes.last.map { $0.instant < change.instant } ?? true
        }
        let start = Int64(CalendarDay.number(year: lastYear + 2, month: 1, day: 1)) * 86_400
        return OffsetTable(first: first, changes: (changes + later).withoutRepeats(of: first), cycleStart: start)
    }

    /// The changes of some years in the order of time, one for each instant.
    ///
    /// Where two fall together (summer time all year), the one that belongs to the later part of the calendar holds.
    private func changes(in years: ClosedRange<Int>, _ summer: Summer) -> [OffsetChange] {
        var ordered: [(instant: Int64, order: Int, offset: Int32)] = []
        for year in years {
            ordered.append((summer.start.instant(in: year, offset: standard), year * 2, summer.offset))
            ordered.append((summer.end.instant(in: year, offset: summer.offset), year * 2 + 1, standard))
        }
        ordered.sort { ($0.instant, $0.order) < ($1.instant, $1.order) }
        var changes: [OffsetChange] = []
        for change in ordered {
            if changes.last?.instant == change.instant { changes.removeLast() }
            changes.append(OffsetChange(instant: change.instant, offset: change.offset))
        }
        return changes
    }

    /// The year of a table's last change: 1 when it has none or an earlier one, nil when it is after the year 9999.
    private static func year(of change: OffsetChange?) -> Int? {
        guard let change else { return 1 }
        guard change.instant < Instant.distantFuture.seconds else { return nil }
        return WallTime(localSeconds: Instant(seconds: change.instant).seconds).day.year
    }
}

extension [OffsetChange] {
    /// The changes that do change something, when `first` is in force before them.
    func withoutRepeats(of first: Int32) -> [OffsetChange] {
        var current = first
        return filter { change in
            defer { current = change.offset }
            return change.offset != current
        }
    }
}
