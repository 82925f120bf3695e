import RulesEngine
import Testing

struct CalendarDayTests {
    struct Date: CustomTestStringConvertible {
        let year: Int
        let month: Int
        let day: Int
        let number: Int32?

        init(_ year: Int, _ month: Int, _ day: Int, _ number: Int32?) {
            (self.year, self.month, self.day, self.number) = (year, month, day, number)
        }

        var testDescription: String { "\(year)-\(month)-\(day)" }
    }

    @Test(arguments: [
        Date(1970, 1, 1, 0), Date(1969, 12, 31, -1), Date(2000, 2, 29, 11_016), Date(2026, 1, 5, 20_458),
        Date(1, 1, 1, -719_162), Date(9999, 12, 31, 2_932_896), Date(2024, 2, 29, 19_782), Date(1900, 2, 28, -25_509),
        Date(2026, 2, 29, nil), Date(1900, 2, 29, nil), Date(2026, 4, 31, nil), Date(2026, 13, 1, nil),
        Date(2026, 0, 1, nil), Date(2026, 1, 0, nil), Date(2026, 1, 32, nil), Date(0, 1, 1, nil),
        Date(10_000, 1, 1, nil), Date(.max, .max, .max, nil), Date(.min, .min, .min, nil),
    ])
    func datesAreNumbered(_ date: Date) {
        #expect(CalendarDay(year: date.year, month: date.month, day: date.day)?.number == date.number)
    }

    @Test func everyDateComesBackFromItsNumber() throws {
        var expected = (year: 1, month: 1, day: 1)
        var number = CalendarDay.first.number
        while number <= CalendarDay.last.number {
            let day = CalendarDay(number: number)
            guard (day.year, day.month, day.day) == expected else {
                Issue.record("\(number) is \(day), not \(expected)")
                return
            }
            guard CalendarDay(year: day.year, month: day.month, day: day.day) == day else {
                Issue.record("\(day) does not come back")
                return
            }
            // A month at a time, and within it day by day for the years around ours.
            let step = 1800...2200 ~= expected.year ? 1 : 32 - expected.day
            number += Int32(step)
            expected = Self.date(expected, daysLater: step)
        }
    }

    /// Steps over days one by one, with the calendar's rules written out a second time.
    private static func date(_ date: (year: Int, month: Int, day: Int), daysLater: Int) -> (Int, Int, Int) {
        var (year, month, day) = date
        for _ in 0..<daysLater {
            day += 1
            let february = year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28
            guard day > [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] else { continue }
            (month, day) = (month + 1, 1)
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        return (year, month, day)
    }

    @Test func weekdaysFollowEachOther() {
        var weekday = Weekday.monday.rawValue
        for number in Int32(20_458)..<20_858 {
            #expect(CalendarDay(number: number).weekday.rawValue == weekday)
            weekday = weekday % 7 + 1
        }
        #expect(CalendarDay(number: 0).weekday == .thursday)
        #expect(CalendarDay(number: -1).weekday == .wednesday)
        #expect(CalendarDay.first.weekday == .monday)
        #expect(CalendarDay.last.weekday == .friday)
    }

    struct Months: CustomTestStringConvertible {
        let from: String
        let months: Int
        let to: String

        init(_ from: String, _ months: Int, _ to: String) {
            (self.from, self.months, self.to) = (from, months, to)
        }

        var testDescription: String { "\(from) \(months) months" }
    }

    @Test(arguments: [
        Months("2026-01-31", 1, "2026-02-28"), Months("2024-01-31", 1, "2024-02-29"),
        Months("2026-01-31", 2, "2026-03-31"), Months("2026-03-31", -1, "2026-02-28"),
        Months("2026-03-31", 1, "2026-04-30"), Months("2026-11-30", 3, "2027-02-28"),
        Months("2024-02-29", 12, "2025-02-28"), Months("2024-02-29", 48, "2028-02-29"),
        Months("2026-12-15", 1, "2027-01-15"), Months("2026-01-15", -1, "2025-12-15"),
        Months("2026-05-31", 0, "2026-05-31"), Months("2026-05-31", -12_000, "1026-05-31"),
        Months("9999-12-01", 1, "9999-12-31"), Months("0001-01-31", -1, "0001-01-01"),
        Months("2026-05-31", .max, "9999-12-31"), Months("2026-05-31", .min, "0001-01-01"),
    ])
    func monthsEndWhereTheMonthDoes(_ row: Months) throws {
        #expect(try day(row.from).adding(months: row.months).description == row.to)
    }

    @Test func daysStopAtTheEndsOfTheCalendar() throws {
        let today = try day("2026-11-20")
        #expect(today.adding(days: 11).description == "2026-12-01")
        #expect(today.adding(days: -365).description == "2025-11-20")
        #expect(today.adding(days: .max) == .last)
        #expect(today.adding(days: .min) == .first)
        #expect(CalendarDay(number: .max) == .last)
        #expect(CalendarDay(number: .min) == .first)
        #expect(CalendarDay.first.description == "0001-01-01")
        #expect(CalendarDay.last.description == "9999-12-31")
        #expect(CalendarDay.first < today && today < .last)
    }
}
