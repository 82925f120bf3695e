import GRDB
import RulesEngine

/// A moment as three columns: its first and last second, and how exactly it was written.
struct StoredMoment {
    /// Columns that hold no moment a log can have written.
    struct Unreadable: Error {}

    /// First second, since 1970; nil when there is no moment.
    let starts: Int64?
    /// Last second.
    let ends: Int64?
    /// 0 second, 1 minute, 2 day.
    let precision: Int64?

    /// The columns for a moment, all null for none.
    init(_ moment: Moment?) {
        starts = moment?.start.seconds
        ends = moment?.end.seconds
        precision = moment.flatMap { moment in Self.precisions.firstIndex(of: moment.precision).map(Int64.init) }
    }

    /// Reads three columns, the first of which is at `index`.
    static func read(_ row: Row, at index: Int) throws -> Moment? {
        guard let starts = try row.decode(Int64?.self, atIndex: index) else { return nil }
        let ends = try row.decode(Int64?.self, atIndex: index + 1) ?? starts
        let number = try row.decode(Int64?.self, atIndex: index + 2) ?? -1
        guard let precision = precisions.indices.contains(Int(number)) ? precisions[Int(number)] : nil,
            let moment = Moment(
                start: Instant(seconds: starts), end: Instant(seconds: ends), precision: precision)
        else { throw Unreadable() }
        return moment
    }

    /// The meaning of the numbers; only ever extended at its end.
    private static let precisions: [Moment.Precision] = [.second, .minute, .day]
}
