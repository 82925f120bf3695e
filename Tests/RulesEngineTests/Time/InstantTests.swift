import RulesEngine
import TestSupport
import Testing

struct InstantTests {
    @Test func secondsOutsideTimeStopAtItsEnds() {
        #expect(Instant(seconds: .max) == .distantFuture)
        #expect(Instant(seconds: .min) == .distantPast)
        #expect(Instant(seconds: 5).adding(seconds: .max) == .distantFuture)
        #expect(Instant(seconds: -5).adding(seconds: .min) == .distantPast)
        #expect(Instant(seconds: 5).adding(seconds: -7).seconds == -2)
    }

    @Test func theEndsLieOutsideEveryMomentThatCanBeWritten() throws {
        let earliest = try Moment.read("0001-01-01", in: zone("Etc/GMT-14")).get().start
        let latest = try Moment.read("9999-12-31", in: zone("Etc/GMT+12")).get().end
        #expect(Instant.distantPast < earliest)
        #expect(Instant.distantFuture > latest)
        #expect(earliest < latest)
    }
}
