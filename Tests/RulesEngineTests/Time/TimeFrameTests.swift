import RulesEngine
import TestSupport
import Testing

struct TimeFrameTests {
    /// A span counted from a time on the wall in Berlin, and the wall time it leads to.
    struct Count: CustomTestStringConvertible {
        let span: String
        let from: String
        let to: String

        init(_ span: String, _ from: String, _ to: String) {
            (self.span, self.from, self.to) = (span, from, to)
        }

        var testDescription: String { "\(span) from \(from)" }
    }

    /// Berlin, without work on 1 May and from 24 to 26 December 2026.
    private func frame() throws -> TimeFrame {
        let holidays = try ["2026-05-01", "2026-12-24", "2026-12-25", "2026-12-26"].map { try day($0) }
        return TimeFrame(zone: try zone("Europe/Berlin"), holidays: Holidays(holidays))
    }

    private func check(_ row: Count, _ count: (TimeFrame, Span, Instant) -> Instant) throws {
        let frame = try frame()
        let start = try Moment.read(row.from, in: frame.zone).get().start
        let reached = count(frame, try Span.read(row.span).get(), start)
        #expect(Moment(at: reached, in: frame.zone).written(in: frame.zone) == row.to)
    }

    @Test(arguments: [
        Count("24 hours", "2026-11-20 10:00", "2026-11-21 10:00"),
        Count("90 minutes", "2026-11-20 23:00:30", "2026-11-21 00:30:30"),
        // A day is not 24 hours, nor is the day the clocks change.
        Count("1 day", "2026-11-20 10:00", "2026-11-21 23:59:59"),
        Count("24 hours", "2026-03-28 10:00", "2026-03-29 11:00"),
        Count("1 day", "2026-03-28 10:00", "2026-03-29 23:59:59"),
        Count("24 hours", "2026-10-24 10:00", "2026-10-25 09:00"),
        Count("1 day", "2026-10-24 23:59:59", "2026-10-25 23:59:59"),
        Count("0 days", "2026-11-20 10:00", "2026-11-20 23:59:59"),
        Count("2 weeks", "2026-11-20 00:00", "2026-12-04 23:59:59"),
        Count("1 month", "2026-01-31 10:00", "2026-02-28 23:59:59"),
        Count("1 month", "2024-01-31 10:00", "2024-02-29 23:59:59"),
        Count("1 month", "2026-02-28 10:00", "2026-03-28 23:59:59"),
        Count("13 months", "2026-12-31 10:00", "2028-01-31 23:59:59"),
        // Business days start with the next one: Friday, Saturday and Sunday lead to Monday.
        Count("1 business day", "2026-11-19 10:00", "2026-11-20 23:59:59"),
        Count("1 business day", "2026-11-20 10:00", "2026-11-23 23:59:59"),
        Count("1 business day", "2026-11-21 10:00", "2026-11-23 23:59:59"),
        Count("1 business day", "2026-11-22 23:59:59", "2026-11-23 23:59:59"),
        Count("5 business days", "2026-11-20 10:00", "2026-11-27 23:59:59"),
        // They go over holidays, also those on a weekend.
        Count("1 business day", "2026-04-30 10:00", "2026-05-04 23:59:59"),
        Count("1 business day", "2026-12-23 10:00", "2026-12-28 23:59:59"),
        Count("2 business days", "2026-12-25 10:00", "2026-12-29 23:59:59"),
    ])
    func spansEnd(_ row: Count) throws {
        try check(row) { $0.end(of: $1, after: $2) }
    }

    @Test(arguments: [
        Count("24 hours", "2026-11-20 10:00", "2026-11-19 10:00"),
        Count("24 hours", "2026-03-29 11:00", "2026-03-28 10:00"),
        Count("1 day", "2026-11-20 10:00", "2026-11-19 23:59:59"),
        Count("0 days", "2026-11-20 10:00", "2026-11-20 10:00"),
        Count("1 week", "2026-11-20 10:00", "2026-11-13 23:59:59"),
        Count("1 month", "2026-03-31 10:00", "2026-02-28 23:59:59"),
        Count("1 business day", "2026-11-23 10:00", "2026-11-20 23:59:59"),
        Count("1 business day", "2026-11-22 10:00", "2026-11-20 23:59:59"),
        Count("2 business days", "2026-05-05 10:00", "2026-04-30 23:59:59"),
        Count("3 business days", "2026-12-29 00:00", "2026-12-22 23:59:59"),
    ])
    func theLatestInstantAhead(_ row: Count) throws {
        try check(row) { $0.latest($1, ahead: $2) }
    }

    @Test(arguments: [
        Count("24 hours", "2026-11-20 10:00", "2026-11-19 10:00"),
        Count("1 day", "2026-11-20 10:00", "2026-11-19 00:00"), Count("0 days", "2026-11-20 10:00", "2026-11-20 00:00"),
        Count("1 month", "2026-03-31 10:00", "2026-02-28 00:00"),
        Count("1 business day", "2026-11-23 10:00", "2026-11-20 00:00"),
        Count("2 business days", "2026-05-05 10:00", "2026-04-30 00:00"),
    ])
    func theEarliestInstantBefore(_ row: Count) throws {
        try check(row) { $0.earliest($1, before: $2) }
    }

    @Test func endsAreThoseOfTheZonesOwnDays() throws {
        let frame = TimeFrame(zone: try zone("America/Sao_Paulo"))
        let start = try Moment.read("2018-11-03 10:00", in: frame.zone).get().start
        #expect(written(frame.end(of: Span(count: 0, unit: .days), after: start)) == "2018-11-04 02:59:59")
        #expect(written(frame.end(of: Span(count: 1, unit: .days), after: start)) == "2018-11-05 01:59:59")
        #expect(
            written(frame.earliest(Span(count: 1, unit: .days), before: start.adding(seconds: 86_400)))
                == "2018-11-03 03:00")
    }

    @Test func noDaysEndNoEarlierThanTheyStart() throws {
        let frame = TimeFrame(zone: try zone("America/St_Johns"))
        let repeated = try utc("2006-10-29 02:45")
        #expect(frame.zone.wallTime(at: repeated).spoken == "Sat 28 Oct 2006 23:15")
        #expect(frame.end(of: Span(count: 0, unit: .days), after: repeated) == repeated)
    }

    @Test func immenseSpansStopAtTheEndsOfTime() throws {
        let frame = TimeFrame(zone: .utc, holidays: .none)
        let start = try utc("2026-11-20 10:00")
        for unit in Span.Unit.allCases where unit != .businessDays {
            let span = Span(count: .max, unit: unit)
            #expect(frame.end(of: span, after: start) >= Zone.utc.endOfDay(.last))
            #expect(frame.latest(span, ahead: start) <= Zone.utc.endOfDay(.first))
            #expect(frame.earliest(span, before: start) <= Zone.utc.startOfDay(.first))
        }
        let span = Span(count: .max, unit: .businessDays)
        #expect(frame.end(of: span, after: try utc("9999-12-01")) == Zone.utc.endOfDay(.last))
        #expect(frame.latest(span, ahead: try utc("0001-02-01")) == Zone.utc.endOfDay(.first))
    }

    @Test func forwardsAndBackwardsMeet() throws {
        let frame = try frame()
        var numbers = SeededNumbers(seed: 11)
        for _ in 0..<2000 {
            let start = Instant(seconds: Int64.random(in: 1_760_000_000...1_800_000_000, using: &numbers))
            let unit = try #require(Span.Unit.allCases.randomElement(using: &numbers))
            let span = Span(count: Int.random(in: 1...40, using: &numbers), unit: unit)
            let end = frame.end(of: span, after: start)
            #expect(end > start)
            #expect(end <= frame.end(of: Span(count: span.count + 1, unit: unit), after: start))
            #expect(frame.latest(span, ahead: start) < start)
            #expect(frame.earliest(span, before: start) <= frame.latest(span, ahead: start))
            guard unit != .months, unit != .businessDays else { continue }
            #expect(frame.earliest(span, before: end) <= start)
        }
    }

    @Test func businessDaysAreCountedOneByOne() throws {
        let frame = try frame()
        var numbers = SeededNumbers(seed: 12)
        for _ in 0..<500 {
            let start = Instant(seconds: Int64.random(in: 1_760_000_000...1_800_000_000, using: &numbers))
            let count = Int.random(in: 1...30, using: &numbers)
            let end = frame.end(of: Span(count: count, unit: .businessDays), after: start)
            let first = frame.zone.wallTime(at: start).day
            let last = frame.zone.wallTime(at: end).day
            let between = (first.number + 1...last.number).filter { frame.holidays.isBusinessDay(.init(number: $0)) }
            #expect(between.count == count)
            #expect(between.last == last.number)
        }
    }
}
