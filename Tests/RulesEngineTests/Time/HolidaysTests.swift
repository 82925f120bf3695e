import RulesEngine
import Testing

struct HolidaysTests {
    @Test func orderAndRepeatsDoNotMatter() throws {
        let (christmas, mayDay) = (try day("2026-12-25"), try day("2026-05-01"))
        let holidays = Holidays([christmas, mayDay, christmas])
        #expect(holidays == Holidays([mayDay, christmas]))
        #expect(holidays.contains(christmas) && holidays.contains(mayDay))
        #expect(!holidays.contains(try day("2026-05-02")))
    }

    @Test func everyDayOfALongListIsFound() {
        let days = (0..<500).map { CalendarDay(number: $0 * 3) }
        let holidays = Holidays(days.shuffled())
        for number in Int32(-2)..<1502 {
            #expect(holidays.contains(CalendarDay(number: number)) == (0..<1500 ~= number && number % 3 == 0))
        }
    }

    @Test func noneContainsNothing() {
        #expect(!Holidays.none.contains(CalendarDay(number: 0)))
    }

    @Test func businessDaysAreNeitherWeekendNorHoliday() throws {
        let holidays = Holidays([try day("2026-05-01")])
        #expect(holidays.isBusinessDay(try day("2026-04-30")))
        #expect(!holidays.isBusinessDay(try day("2026-05-01")))
        #expect(!holidays.isBusinessDay(try day("2026-05-02")))
        #expect(!holidays.isBusinessDay(try day("2026-05-03")))
        #expect(holidays.isBusinessDay(try day("2026-05-04")))
    }
}
