import RulesEngine
import Testing

struct WeekdayTests {
    @Test func namesAndOrder() {
        #expect(Weekday.allCases.map(\.shortName) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        #expect(Weekday.allCases.map(\.rawValue) == Array(1...7))
        #expect(Weekday.allCases.sorted() == Weekday.allCases)
        #expect(Weekday.wednesday.name == "Wednesday")
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }
}
