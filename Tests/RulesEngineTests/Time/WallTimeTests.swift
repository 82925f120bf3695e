import RulesEngine
import Testing

struct WallTimeTests {
    @Test func partsComeFromTheSecondOfTheDay() throws {
        let wall = try #require(WallTime(day: day("2026-11-24"), hour: 23, minute: 59, second: 58))
        #expect((wall.hour, wall.minute, wall.second) == (23, 59, 58))
        #expect(wall.secondOfDay == 86_398)
    }

    @Test(arguments: [(24, 0, 0), (-1, 0, 0), (0, 60, 0), (0, -1, 0), (0, 0, 60), (0, 0, -1)])
    func noClockShowsSuchATime(_ time: (Int, Int, Int)) throws {
        #expect(WallTime(day: try day("2026-11-24"), hour: time.0, minute: time.1, second: time.2) == nil)
    }

    @Test func secondsOutsideTheDayBecomeItsEnds() throws {
        let today = try day("2026-11-24")
        #expect(WallTime(day: today, secondOfDay: -5).secondOfDay == 0)
        #expect(WallTime(day: today, secondOfDay: .max).secondOfDay == 86_399)
    }

    @Test(arguments: [
        Reading("2026-11-24 10:00", "Tue 24 Nov 2026 10:00"), Reading("2026-02-01 09:05:59", "Sun 1 Feb 2026 09:05"),
        Reading("0001-01-01 00:00", "Mon 1 Jan 1 00:00"), Reading("9999-12-31 23:59:59", "Fri 31 Dec 9999 23:59"),
        Reading("2026-09-09", "Wed 9 Sep 2026 00:00"),
    ])
    func spokenForPeople(_ row: Reading) throws {
        #expect(Zone.utc.wallTime(at: try utc(row.text)).spoken == row.meaning)
    }

    @Test func laterOnTheWallIsGreater() throws {
        let (monday, tuesday) = (try day("2026-01-05"), try day("2026-01-06"))
        #expect(WallTime(day: monday, secondOfDay: 86_399) < WallTime(day: tuesday, secondOfDay: 0))
        #expect(WallTime(day: monday, secondOfDay: 1) > WallTime(day: monday, secondOfDay: 0))
    }
}
