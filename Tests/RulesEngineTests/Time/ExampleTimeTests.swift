import RulesEngine
import TestSupport
import Testing

struct ExampleTimeTests {
    @Test(arguments: [
        Reading("Mon 10:00", "2026-01-05 10:00"), Reading("Sun 23:59", "2026-01-11 23:59"),
        Reading("Tue", "2026-01-06"),
        Reading("day 1 10:00", "2026-01-05 10:00"), Reading("day 7", "2026-01-11"),
        Reading("day 8 0:00", "2026-01-12 00:00"),
        Reading("day 15 10:00", "2026-01-19 10:00"), Reading("day 84", "2026-03-29"),
        Reading("Wed  9:30", "2026-01-07 09:30"),
        Reading("2026-11-20 10:00", "2026-11-20 10:00"), Reading("2026-11-20", "2026-11-20"),
        Reading("day 9999", "2053-05-21"), Reading("Fri 10:00:30", "2026-01-09 10:00:30"),
        Reading("2026-01-06 09:00Z", "2026-01-06 10:00"),
    ])
    func exampleTimesAreRead(_ row: Reading) throws {
        let berlin = try zone("Europe/Berlin")
        #expect(try ExampleTime.read(row.text, in: berlin).get().written(in: berlin) == row.meaning)
    }

    @Test func theFirstDayIsAMonday() {
        #expect(ExampleTime.firstDay.description == "2026-01-05")
        #expect(ExampleTime.firstDay.weekday == .monday)
    }

    static let forms = "Write Mon 10:00, day 15 10:00 or 2026-01-05 10:00."

    @Test(arguments: [
        Refusal("«»", "A date is missing here.", help: "Write 2026-11-20, or 2026-11-20 10:00."),
        Refusal("«Mo» 10:00", "'Mo' is not a day.", help: forms),
        Refusal("«yesterday»", "'yesterday' is not a day.", help: forms),
        Refusal(
            "«monday» 10:00", "'monday' is not how an example names a day.", help: "Write Mon.",
            replacement: "Mon 10:00"),
        Refusal("«TUES»", "'TUES' is not how an example names a day.", help: "Write Tue.", replacement: "Tue"),
        Refusal("Mon «25:00»", "A day has no 25:00.", help: "The hours go from 00:00 to 23:59."),
        Refusal(
            "Mon «9.30»", "'9.30' is not how a time of day is written.", help: "Write 09:30.", replacement: "Mon 09:30"),
        Refusal("Mon «noon»", "'noon' is not a time of day.", help: "Write 09:30 or 15:00."),
        Refusal("Mon«10:00»", "'10:00' is not a time of day.", help: "Write 09:30 or 15:00."),
        Refusal("«day» one", "'day' needs a number.", help: "Write day 1 for the first Monday."),
        Refusal("day «0»", "There is no day 0.", help: "Days go from 1, the first Monday, to 9999."),
        Refusal("day «10000»", "There is no day 10000.", help: "Days go from 1, the first Monday, to 9999."),
        Refusal("day 3 10:00 «or so»", "'or so' does not belong to a time.", help: "End after the time of day."),
        Refusal(
            "«day 84 02:30»",
            "The clocks in Europe/Berlin went forward from 2026-03-29 02:00 to 03:00, so 02:30 was not shown.",
            help: "Write 2026-03-29 01:59 or 2026-03-29 03:00."),
        Refusal("«2026-02-30»", "There is no 30 February 2026.", help: "February 2026 has 28 days."),
        Refusal(
            "«Mar 3 2026» 10:00", "'Mar 3 2026' is not how a date is written.", help: "Write 2026-03-03.",
            replacement: "2026-03-03 10:00"),
    ])
    func wrongExampleTimesAreRefused(_ refusal: Refusal) throws {
        refusal.check(ExampleTime.read(refusal.text, in: try zone("Europe/Berlin")))
    }

    @Test(arguments: [
        Reading("2026-01-05 10:00", "Mon 10:00"), Reading("2026-01-11", "Sun"),
        Reading("2026-01-12 09:30", "day 8 09:30"),
        Reading("2026-01-04 10:00", "2026-01-04 10:00"), Reading("2026-10-25 02:30+01:00", "day 294 02:30+01:00"),
        Reading("2060-01-01", "2060-01-01"),
    ])
    func exampleTimesAreWritten(_ row: Reading) throws {
        let berlin = try zone("Europe/Berlin")
        let moment = try Moment.read(row.text, in: berlin).get()
        #expect(ExampleTime.written(moment, in: berlin) == row.meaning)
        #expect(ExampleTime.read(row.meaning, in: berlin) == .success(moment))
    }
}
