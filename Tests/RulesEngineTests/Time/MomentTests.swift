import RulesEngine
import TestSupport
import Testing

struct MomentTests {
    /// A text, read in Berlin, and what it means: start, end when it differs, precision.
    @Test(arguments: [
        Reading("2026-11-20", "2026-11-19 23:00 to 2026-11-20 22:59:59, day"),
        Reading("2026-03-29", "2026-03-28 23:00 to 2026-03-29 21:59:59, day"),
        Reading("2026-11-20 10:00", "2026-11-20 09:00, minute"),
        Reading("2026-11-20T10:00", "2026-11-20 09:00, minute"),
        Reading("2026-11-20T10:00:30", "2026-11-20 09:00:30, second"),
        Reading("2026-11-20 10:00:00", "2026-11-20 09:00, minute"),
        Reading("2026-11-20 9:30", "2026-11-20 08:30, minute"),
        Reading("2026-11-20T10:00Z", "2026-11-20 10:00, minute"),
        Reading("2026-11-20 10:00 Z", "2026-11-20 10:00, minute"),
        Reading("2026-11-20t10:00z", "2026-11-20 10:00, minute"),
        Reading("2026-11-20 10:00+05:30", "2026-11-20 04:30, minute"),
        Reading("2026-11-20 10:00 -03:00", "2026-11-20 13:00, minute"),
        Reading("2026-11-20T10:00:00-00:00", "2026-11-20 10:00, minute"),
        // Twice: the first, unless an offset says which.
        Reading("2026-10-25 02:30", "2026-10-25 00:30, minute"),
        Reading("2026-10-25 02:30+02:00", "2026-10-25 00:30, minute"),
        Reading("2026-10-25 02:30+01:00", "2026-10-25 01:30, minute"),
        // An offset makes a time that the wall skips one that exists.
        Reading("2026-03-29 02:30+01:00", "2026-03-29 01:30, minute"),
        Reading("  2026-11-20   10:00  ", "2026-11-20 09:00, minute"),
        Reading("9999-12-31", "9999-12-30 23:00 to 9999-12-31 22:59:59, day"),
        Reading("2024-02-29", "2024-02-28 23:00 to 2024-02-29 22:59:59, day"),
    ])
    func momentsAreRead(_ row: Reading) throws {
        let moment = try Moment.read(row.text, in: zone("Europe/Berlin")).get()
        let end = moment.end == moment.start ? "" : " to \(written(moment.end))"
        #expect("\(written(moment.start))\(end), \(moment.precision)" == row.meaning)
    }

    static let form = "Write 2026-11-20, or 2026-11-20 10:00."
    static let clocks = "Write 09:30 or 15:00."

    @Test(arguments: [
        Refusal("«»", "A date is missing here.", help: form), Refusal("   «»", "A date is missing here.", help: form),
        Refusal("«soon»", "'soon' is not a date.", help: form),
        Refusal("«10:00»", "'10:00' is not a date.", help: form),
        Refusal("«2026-11»", "'2026-11' is not a date.", help: form),
        Refusal("«2026-02-30»", "There is no 30 February 2026.", help: "February 2026 has 28 days."),
        Refusal("«2024-02-30» 10:00", "There is no 30 February 2024.", help: "February 2024 has 29 days."),
        Refusal("«2026-11-00»", "There is no 0 November 2026.", help: "November 2026 has 30 days."),
        Refusal("«2026-20-11»", "There is no month 20.", help: "A date is written year-month-day: 2026-11-20."),
        Refusal("«0000-01-01»", "There is no year 0.", help: "Years go from 0001 to 9999."),
        Refusal("2026-11-20 «25:00»", "A day has no 25:00.", help: "The hours go from 00:00 to 23:59."),
        Refusal("2026-11-20 «24:00»", "A day has no 24:00.", help: "Write 23:59, or 00:00 of the next day."),
        Refusal("2026-11-20 «10:75»", "There is no minute 75.", help: "The minutes go from 00 to 59."),
        Refusal("2026-11-20 «10:00:60»", "There is no second 60.", help: "The seconds go from 00 to 59."),
        Refusal("2026-11-20 «10:5»", "'10:5' needs two digits for the minute.", help: "Write 09:05 or 15:00."),
        Refusal("2026-11-20 «10:00:»", "'10:00:' needs two digits for the second.", help: "Write 09:05 or 15:00."),
        Refusal("2026-11-20 «soon»", "'soon' is not a time of day.", help: clocks),
        Refusal("2026-11-20 «10»", "'10' is not a time of day.", help: clocks),
        Refusal("2026-11-20«x»", "'x' is not a time of day.", help: clocks),
        Refusal("«2026-11-2010:00»", "'2026-11-2010:00' is not a date.", help: form),
        Refusal("2026-11-20 10:00 «sharp»", "'sharp' does not belong to a time.", help: "End after the time of day."),
        Refusal(
            "2026-11-20 «9.30»", "'9.30' is not how a time of day is written.", help: "Write 09:30.",
            replacement: "2026-11-20 09:30"),
        Refusal(
            "2026-11-20 «3pm»", "'3pm' is not how a time of day is written.", help: "Write 15:00.",
            replacement: "2026-11-20 15:00"),
        Refusal(
            "2026-11-20 «12:15 AM»", "'12:15 AM' is not how a time of day is written.", help: "Write 00:15.",
            replacement: "2026-11-20 00:15"),
        Refusal(
            "2026-11-20 «15pm»", "With 'pm' the hours go from 1 to 12.", help: "Write 15:00.",
            replacement: "2026-11-20 15:00"),
        Refusal("2026-11-20 «15 am»", "With 'am' the hours go from 1 to 12.", help: "Write 15:00 or 3pm."),
        Refusal(
            "2026-11-20 10:00:30«.250»Z", "Times are whole seconds.", help: "Leave out '.250'.",
            replacement: "2026-11-20 10:00:30Z"),
        // Offsets.
        Refusal("2026-11-20 10:00«+25:00»", "'+25:00' is not an offset from UTC.", help: "Write Z or +01:00."),
        Refusal("2026-11-20 10:00«+»", "'+' is not an offset from UTC.", help: "Write Z or +01:00."),
        Refusal("2026-11-20 10:00«+01:99»", "'+01:99' is not an offset from UTC.", help: "Write Z or +01:00."),
        Refusal(
            "2026-11-20 10:00«+0130»", "'+0130' is not how an offset is written.", help: "Write +01:30.",
            replacement: "2026-11-20 10:00+01:30"),
        Refusal(
            "2026-11-20 10:00«+0000»", "'+0000' is not how an offset is written.", help: "Write +00:00.",
            replacement: "2026-11-20 10:00+00:00"),
        Refusal(
            "2026-11-20 10:00«-3»", "'-3' is not how an offset is written.", help: "Write -03:00.",
            replacement: "2026-11-20 10:00-03:00"),
        Refusal("2026-11-20 10:00Z«Z»", "'Z' does not belong to a time.", help: "End after the time of day."),
        Refusal("«9999-12-31 23:59-12:00»", "In Europe/Berlin this lies outside the years 1 to 9999."),
        Refusal("«0001-01-01 00:00+23:00»", "In Europe/Berlin this lies outside the years 1 to 9999."),
        // Other dates.
        Refusal(
            "«3/4/2026»", "'3/4/2026' can mean 3 April or 4 March.", help: "Write 2026-04-03 or 2026-03-04."),
        Refusal(
            "«20/11/2026» 10:00", "'20/11/2026' is not how a date is written.", help: "Write 2026-11-20.",
            replacement: "2026-11-20 10:00"),
        Refusal(
            "«11/20/2026»", "'11/20/2026' is not how a date is written.", help: "Write 2026-11-20.",
            replacement: "2026-11-20"),
        Refusal(
            "«4/4/2026»", "'4/4/2026' is not how a date is written.", help: "Write 2026-04-04.",
            replacement: "2026-04-04"),
        Refusal(
            "«3.4.2026»", "'3.4.2026' is not how a date is written.", help: "Write 2026-04-03.",
            replacement: "2026-04-03"),
        Refusal(
            "«2026/11/20»", "'2026/11/20' is not how a date is written.", help: "Write 2026-11-20.",
            replacement: "2026-11-20"),
        Refusal(
            "«2026-1-5»", "'2026-1-5' is not how a date is written.", help: "Write 2026-01-05.",
            replacement: "2026-01-05"),
        Refusal("«3/4/26»", "'3/4/26' can mean 3 April or 4 March.", help: "Write 2026-04-03 or 2026-03-04."),
        Refusal("«31/11/2026»", "There is no 31 November 2026.", help: "November 2026 has 30 days."),
        Refusal(
            "«20 November 2026»", "'20 November 2026' is not how a date is written.", help: "Write 2026-11-20.",
            replacement: "2026-11-20"),
        Refusal(
            "«Nov 20th, 2026» 10:00", "'Nov 20th, 2026' is not how a date is written.", help: "Write 2026-11-20.",
            replacement: "2026-11-20 10:00"),
        Refusal(
            "«sept 3 2026»", "'sept 3 2026' is not how a date is written.", help: "Write 2026-09-03.",
            replacement: "2026-09-03"),
        Refusal("«20 Nov» 10:00", "'20 Nov' is not a whole date.", help: "Write year, month and day: 2026-11-20."),
        Refusal("«é3»", "'é3' is not a date.", help: form),
    ])
    func wrongMomentsAreRefused(_ refusal: Refusal) throws {
        refusal.check(Moment.read(refusal.text, in: try zone("Europe/Berlin")))
    }

    struct Skipped: CustomTestStringConvertible {
        let zone: String
        let refusal: Refusal

        init(_ zone: String, _ marked: String, _ message: String, _ help: String) {
            (self.zone, refusal) = (zone, Refusal(marked, message, help: help))
        }

        var testDescription: String { "\(refusal.marked) in \(zone)" }
    }

    @Test(arguments: [
        Skipped(
            "Europe/Berlin", "«2026-03-29 02:30»",
            "The clocks in Europe/Berlin went forward from 2026-03-29 02:00 to 03:00, so 02:30 was not shown.",
            "Write 2026-03-29 01:59 or 2026-03-29 03:00."),
        Skipped(
            "America/Sao_Paulo", "«2018-11-04 00:15:30»",
            "The clocks in America/Sao_Paulo went forward from 2018-11-04 00:00 to 01:00, so 00:15 was not shown.",
            "Write 2018-11-03 23:59 or 2018-11-04 01:00."),
        Skipped(
            "Australia/Lord_Howe", "«2026-10-04T02:29»",
            "The clocks in Australia/Lord_Howe went forward from 2026-10-04 02:00 to 02:30, so 02:29 was not shown.",
            "Write 2026-10-04 01:59 or 2026-10-04 02:30."),
        Skipped(
            "Pacific/Apia", "«2011-12-30 12:00»",
            "The clocks in Pacific/Apia went forward from 2011-12-30 00:00 to 2011-12-31 00:00, so 12:00 was not shown.",
            "Write 2011-12-29 23:59 or 2011-12-31 00:00."),
        Skipped(
            "Pacific/Apia", "«2011-12-30»", "The calendar in Pacific/Apia left out 2011-12-30.",
            "Write 2011-12-29 or 2011-12-31."),
    ])
    func timesThatNoWallShowsAreRefused(_ row: Skipped) throws {
        row.refusal.check(Moment.read(row.refusal.text, in: try zone(row.zone)))
    }

    @Test(arguments: [
        Reading("2026-11-20T10:00:00", "2026-11-20 10:00"), Reading("2026-11-20 9:30:05", "2026-11-20 09:30:05"),
        Reading("2026-11-20T10:00Z", "2026-11-20 11:00"), Reading("2026-10-25 02:30", "2026-10-25 02:30+02:00"),
        Reading("2026-10-25 01:30Z", "2026-10-25 02:30+01:00"), Reading("2026-11-20", "2026-11-20"),
        Reading("1850-01-01 12:00", "1850-01-01 12:00"),
    ])
    func momentsAreWritten(_ row: Reading) throws {
        let berlin = try zone("Europe/Berlin")
        #expect(try Moment.read(row.text, in: berlin).get().written(in: berlin) == row.meaning)
    }

    @Test func theDayOfAnotherZoneIsWrittenAsItsStart() throws {
        let dayInBerlin = try Moment.read("2026-11-20", in: zone("Europe/Berlin")).get()
        #expect(dayInBerlin.written(in: .utc) == "2026-11-19 23:00")
    }

    @Test func storedPartsMustNotContradictEachOther() throws {
        let (noon, later) = (try utc("2026-11-20 12:00"), try utc("2026-11-20 13:00"))
        #expect(Moment(start: noon, end: noon, precision: .minute) == Moment(at: noon, in: .utc))
        #expect(Moment(start: noon, end: later, precision: .day)?.end == later)
        #expect(Moment(start: later, end: noon, precision: .day) == nil)
        #expect(Moment(start: noon, end: later, precision: .minute) == nil)
    }

    /// Moments of every zone, also near its changes, come back from how they are written.
    @Test func everyMomentIsReadAsItIsWritten() throws {
        var numbers = SeededNumbers(seed: 99)
        for name in zoneNames() {
            let zone = try zone(name)
            for _ in 0..<25 {
                let seconds = Int64.random(in: -5_000_000_000...10_000_000_000, using: &numbers)
                let moments = Self.moments(seconds, in: zone, repeated: Bool.random(using: &numbers))
                for moment in moments where Moment.read(moment.written(in: zone), in: zone) != .success(moment) {
                    Issue.record("\(name): \(moment.written(in: zone)) is not \(written(moment.start)) UTC")
                    return
                }
            }
        }
    }

    /// An instant, its minute and its day, and the hour before and after.
    private static func moments(_ seconds: Int64, in zone: Zone, repeated: Bool) -> [Moment] {
        let day = zone.wallTime(at: Instant(seconds: seconds)).day
        let midnight = zone.startOfDay(day)
        let instants = [seconds, seconds / 60 * 60, midnight.seconds, midnight.seconds - 1, midnight.seconds - 1800]
        return [Moment(day: day, in: zone)] + instants.map { Moment(at: Instant(seconds: $0), in: zone) }
    }

    /// Every quarter of an hour of three months, in which the clocks change.
    @Test(arguments: ["Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "Africa/Casablanca", "America/Nuuk"])
    func momentsAroundChangesAreReadAsTheyAreWritten(_ name: String) throws {
        let zone = try zone(name)
        let start = try utc("2026-09-01")
        for quarter in 0..<(91 * 96) {
            let moment = Moment(at: start.adding(seconds: Int64(quarter) * 900), in: zone)
            guard Moment.read(moment.written(in: zone), in: zone) != .success(moment) else { continue }
            Issue.record("\(moment.written(in: zone))")
        }
    }
}
