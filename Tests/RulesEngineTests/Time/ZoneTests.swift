import Foundation
import RulesEngine
import TestSupport
import Testing

struct ZoneTests {
    /// A wall time and the instants, in UTC, at which it is shown.
    struct Wall: CustomTestStringConvertible {
        let zone: String
        let wall: String
        let shown: String

        init(_ zone: String, _ wall: String, _ shown: String) {
            (self.zone, self.wall, self.shown) = (zone, wall, shown)
        }

        var testDescription: String { "\(wall) in \(zone)" }
    }

    @Test(arguments: [
        // The clocks go forward.
        Wall("Europe/Berlin", "2026-03-29 01:59:59", "once 2026-03-29 00:59:59"),
        Wall("Europe/Berlin", "2026-03-29 02:00", "skipped 2026-03-29 00:59:59 | 2026-03-29 01:00"),
        Wall("Europe/Berlin", "2026-03-29 02:30", "skipped 2026-03-29 00:59:59 | 2026-03-29 01:00"),
        Wall("Europe/Berlin", "2026-03-29 02:59:59", "skipped 2026-03-29 00:59:59 | 2026-03-29 01:00"),
        Wall("Europe/Berlin", "2026-03-29 03:00", "once 2026-03-29 01:00"),
        Wall("America/New_York", "2026-03-08 02:30", "skipped 2026-03-08 06:59:59 | 2026-03-08 07:00"),
        Wall("Pacific/Auckland", "2026-09-27 02:30", "skipped 2026-09-26 13:59:59 | 2026-09-26 14:00"),
        // They go back.
        Wall("Europe/Berlin", "2026-10-25 01:59:59", "once 2026-10-24 23:59:59"),
        Wall("Europe/Berlin", "2026-10-25 02:00", "twice 2026-10-25 00:00 | 2026-10-25 01:00"),
        Wall("Europe/Berlin", "2026-10-25 02:59:59", "twice 2026-10-25 00:59:59 | 2026-10-25 01:59:59"),
        Wall("Europe/Berlin", "2026-10-25 03:00", "once 2026-10-25 02:00"),
        Wall("Pacific/Auckland", "2026-04-05 02:30", "twice 2026-04-04 13:30 | 2026-04-04 14:30"),
        // Midnight is skipped.
        Wall("America/Sao_Paulo", "2018-11-04 00:00", "skipped 2018-11-04 02:59:59 | 2018-11-04 03:00"),
        Wall("Asia/Beirut", "2022-03-27 00:30", "skipped 2022-03-26 21:59:59 | 2022-03-26 22:00"),
        // Midnight comes twice.
        Wall("America/Havana", "2026-11-01 00:00", "twice 2026-11-01 04:00 | 2026-11-01 05:00"),
        Wall("America/St_Johns", "2006-10-29 00:00:30", "twice 2006-10-29 02:30:30 | 2006-10-29 03:30:30"),
        // Half an hour.
        Wall("Australia/Lord_Howe", "2026-10-04 02:15", "skipped 2026-10-03 15:29:59 | 2026-10-03 15:30"),
        Wall("Australia/Lord_Howe", "2026-04-05 01:45", "twice 2026-04-04 14:45 | 2026-04-04 15:15"),
        // A whole day.
        Wall("Pacific/Apia", "2011-12-30 12:00", "skipped 2011-12-30 09:59:59 | 2011-12-30 10:00"),
        Wall("America/Juneau", "1867-10-18 15:30", "once 1867-10-18 00:27:41"),
        // Summer time in winter, and twice a year around Ramadan.
        Wall("Europe/Dublin", "2026-10-25 01:30", "twice 2026-10-25 00:30 | 2026-10-25 01:30"),
        Wall("Africa/Casablanca", "2026-02-15 02:30", "twice 2026-02-15 01:30 | 2026-02-15 02:30"),
        // Far after the table: the rule at its end.
        Wall("Europe/Berlin", "2400-07-01 12:00", "once 2400-07-01 10:00"),
        Wall("Europe/Berlin", "9999-12-31 23:59:59", "once 9999-12-31 22:59:59"),
        Wall("Europe/Berlin", "9999-03-28 02:30", "skipped 9999-03-28 00:59:59 | 9999-03-28 01:00"),
        Wall("America/Nuuk", "3000-03-29 23:30", "skipped 3000-03-30 00:59:59 | 3000-03-30 01:00"),
        Wall("Asia/Gaza", "2500-07-01 12:00", "once 2500-07-01 09:00"),
        Wall("Etc/GMT+12", "9999-12-31 11:59:59", "once 9999-12-31 23:59:59"),
    ])
    func wallTimesAreResolved(_ row: Wall) throws {
        let wall = Zone.utc.wallTime(at: try utc(row.wall))
        #expect(try describe(zone(row.zone).resolve(wall)) == row.shown)
    }

    private func describe(_ resolution: Zone.Resolution) -> String {
        switch resolution {
        case .once(let instant): "once \(written(instant))"
        case .skipped(let before, let after): "skipped \(written(before)) | \(written(after))"
        case .twice(let first, let second): "twice \(written(first)) | \(written(second))"
        }
    }

    /// A day, its first and last instant in UTC, and its length.
    struct Day: CustomTestStringConvertible {
        let zone: String
        let day: String
        let start: String
        let end: String

        init(_ zone: String, _ day: String, _ start: String, _ end: String) {
            (self.zone, self.day, self.start, self.end) = (zone, day, start, end)
        }

        var testDescription: String { "\(day) in \(zone)" }
    }

    @Test(arguments: [
        Day("Europe/Berlin", "2026-11-20", "2026-11-19 23:00", "2026-11-20 22:59:59"),
        Day("Europe/Berlin", "2026-03-29", "2026-03-28 23:00", "2026-03-29 21:59:59"),
        Day("Europe/Berlin", "2026-10-25", "2026-10-24 22:00", "2026-10-25 22:59:59"),
        Day("Australia/Lord_Howe", "2026-10-04", "2026-10-03 13:30", "2026-10-04 12:59:59"),
        Day("America/Sao_Paulo", "2018-11-04", "2018-11-04 03:00", "2018-11-05 01:59:59"),
        Day("America/Sao_Paulo", "2018-02-17", "2018-02-17 02:00", "2018-02-18 02:59:59"),
        Day("Asia/Beirut", "2022-03-27", "2022-03-26 22:00", "2022-03-27 20:59:59"),
        Day("America/Havana", "2026-11-01", "2026-11-01 04:00", "2026-11-02 04:59:59"),
        Day("America/Toronto", "1919-03-31", "1919-03-31 04:30", "1919-04-01 03:59:59"),
        Day("Pacific/Apia", "2011-12-29", "2011-12-29 10:00", "2011-12-30 09:59:59"),
        Day("Pacific/Apia", "2011-12-30", "2011-12-30 10:00", "2011-12-30 09:59:59"),
        Day("Pacific/Apia", "2011-12-31", "2011-12-30 10:00", "2011-12-31 09:59:59"),
    ])
    func daysStartAndEnd(_ row: Day) throws {
        let (zone, day) = (try zone(row.zone), try day(row.day))
        #expect(written(zone.startOfDay(day)) == row.start)
        #expect(written(zone.endOfDay(day)) == row.end)
    }

    @Test func theInstantOfASkippedTimeIsTheFirstAfterIt() throws {
        let berlin = try zone("Europe/Berlin")
        let skipped = Zone.utc.wallTime(at: try utc("2026-03-29 02:30"))
        #expect(written(berlin.instant(of: skipped)) == "2026-03-29 01:00")
        #expect(berlin.wallTime(at: berlin.instant(of: skipped)).spoken == "Sun 29 Mar 2026 03:00")
    }

    @Test func theInstantOfARepeatedTimeIsTheFirst() throws {
        let repeated = Zone.utc.wallTime(at: try utc("2026-10-25 02:30"))
        #expect(written(try zone("Europe/Berlin").instant(of: repeated)) == "2026-10-25 00:30")
    }

    @Test func timestampsCarryTheirOffset() throws {
        let zone = try zone("America/New_York")
        #expect(zone.timestamp(at: Instant(seconds: 1_793_512_799)) == "2026-11-01T01:59:59-04:00")
        #expect(zone.timestamp(at: Instant(seconds: 1_793_512_800)) == "2026-11-01T01:00:00-05:00")
        #expect(Zone.utc.timestamp(at: Instant(seconds: 0)) == "1970-01-01T00:00:00+00:00")
    }

    @Test func utcNeverChanges() {
        for instant in [Instant.distantPast, Instant(seconds: 0), .distantFuture] {
            #expect(Zone.utc.offset(at: instant) == 0)
        }
        #expect(Zone.utc.name == "UTC")
        #expect(Zone.utc.endOfDay(.last) > Zone.utc.startOfDay(.last))
        #expect(Zone.utc.wallTime(at: .distantFuture).day == .last)
        #expect(Zone.utc.wallTime(at: .distantPast).day == .first)
    }

    @Test func zonesOfTheSameBytesAreEqual() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(berlin == (try zone("Europe/Berlin")))
        #expect(berlin != (try zone("Europe/Paris")))
        #expect(Set([berlin, try zone("Europe/Berlin"), .utc]).count == 2)
    }

    /// Every zone of the system, at instants spread over the years and close around its changes.
    @Test func instantsAndWallTimesAgreeInEveryZone() throws {
        var numbers = SeededNumbers(seed: 2026)
        let names = zoneNames()
        #expect(names.count > 300)
        for name in names {
            let zone = try zone(name)
            for instant in Self.instants(in: zone, &numbers) {
                guard Self.shows(zone, at: instant), Self.liesInItsDay(zone, instant) else {
                    Issue.record("\(name) at \(written(instant)) UTC")
                    return
                }
            }
        }
    }

    private static func instants(in zone: Zone, _ numbers: inout SeededNumbers) -> [Instant] {
        var instants: [Instant] = []
        for _ in 0..<60 {
            let seconds = Int64.random(in: -4_000_000_000...8_000_000_000, using: &numbers)
            let end = Instant(seconds: seconds + 15_000_000)
            instants.append(Instant(seconds: seconds))
            guard let change = change(in: zone, from: seconds, to: end.seconds) else { continue }
            let near = Int64.random(in: -7200...7200, using: &numbers)
            instants += [-1, 0, 1, near].map { Instant(seconds: change + $0) }
        }
        return instants + [Instant(seconds: Int64.random(in: 8_000_000_000...250_000_000_000, using: &numbers))]
    }

    /// A change of the offset between two instants, found by halving; nil when both have the same.
    private static func change(in zone: Zone, from start: Int64, to end: Int64) -> Int64? {
        var (low, high) = (start, end)
        let offset = zone.offset(at: Instant(seconds: low))
        guard zone.offset(at: Instant(seconds: high)) != offset else { return nil }
        while high - low > 1 {
            let middle = (low + high) / 2
            if zone.offset(at: Instant(seconds: middle)) == offset { low = middle } else { high = middle }
        }
        return high
    }

    /// Whether the wall time of an instant resolves to it.
    private static func shows(_ zone: Zone, at instant: Instant) -> Bool {
        switch zone.resolve(zone.wallTime(at: instant)) {
        case .once(let only): only == instant
        case .twice(let first, let second): first < second && (first == instant || second == instant)
        case .skipped: false
        }
    }

    /// Whether an instant lies within the day that the wall shows, unless the clocks went back over midnight.
    private static func liesInItsDay(_ zone: Zone, _ instant: Instant) -> Bool {
        let day = zone.wallTime(at: instant).day
        guard zone.startOfDay(day) <= instant else { return false }
        guard zone.endOfDay(day) < instant else { return true }
        return zone.wallTime(at: zone.endOfDay(day).adding(seconds: 1)).day > day
    }

    /// What Foundation says, for zones whose data it has from the same source.
    @Test(arguments: [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata",
        "Pacific/Auckland", "Asia/Beirut", "America/St_Johns", "Pacific/Apia", "Europe/Dublin", "Asia/Kathmandu",
    ])
    func foundationAgrees(_ name: String) throws {
        let zone = try zone(name)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: name))
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<400 {
            let seconds = Int64.random(in: 0...4_000_000_000, using: &numbers)
            let wall = zone.wallTime(at: Instant(seconds: seconds))
            let date = Date(timeIntervalSince1970: Double(seconds))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
            #expect(
                [wall.day.year, wall.day.month, wall.day.day, wall.hour, wall.minute, wall.second]
                    == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second], "\(seconds)")
            #expect(wall.day.weekday.rawValue % 7 + 1 == parts.weekday)
            let start = Int64(calendar.startOfDay(for: date).timeIntervalSince1970)
            #expect(zone.startOfDay(wall.day).seconds == start, "\(seconds)")
        }
    }
}
