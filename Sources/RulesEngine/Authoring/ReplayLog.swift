/// A log that is lived through again, day by day.
public struct ReplayLog: Sendable {
    /// What it is called in reports.
    public let name: String
    let document: LogDocument
    let frame: TimeFrame
    /// The first day: that of its first activity.
    public let first: CalendarDay
    /// The last day.
    public let last: CalendarDay
    /// The days, counted from the first, on which something becomes known, in order; the first is one of them.
    let changes: [Int]

    /// The longest stretch that is lived through: a hundred years, which only a slip of the pen exceeds.
    static let mostDays = 36_525

    /// A log up to a day, else up to thirty days after its last activity; nil when nothing happens in it.
    public init?(name: String, document: LogDocument, frame: TimeFrame, until: CalendarDay? = nil) {
        let day = { (moment: Moment) in frame.zone.wallTime(at: moment.start).day }
        let done = document.activities.compactMap { $0.at.map(day) }
        guard let first = done.min(), let latest = done.max() else { return nil }
        let last = max(first, until ?? latest.adding(days: 30))
        self.name = name
        self.document = document
        self.frame = frame
        self.first = first
        self.last = min(last, first.adding(days: Self.mostDays))
        let days = Set((document.momentsOfChange.map(day) + [first]).map { max(0, Int($0.number - first.number)) })
        let count = Int(self.last.number - first.number) + 1
        changes = days.filter { $0 < count }.sorted()
    }

    /// How many days there are.
    public var dayCount: Int { Int(last.number - first.number) + 1 }

    /// The moment at which a day is looked at: its last second, when all that it brought is known.
    func moment(of day: Int) -> Instant { frame.zone.endOfDay(first.adding(days: day)) }

    /// What was known at a moment; what the person decided about cards is left aside.
    func known(at moment: Instant) -> LogDocument {
        var known = document.known(at: moment)
        known.decisions = []
        return known
    }
}

extension LogDocument {
    /// Every moment at which a line of it became known.
    fileprivate var momentsOfChange: [Moment] {
        activities.compactMap(\.at) + records.compactMap(\.archived)
            + (records.flatMap(\.fields) + me).compactMap(\.since)
    }
}
