import RulesEngine
import TestSupport
import Testing

/// The rule at the end of a zone file, which holds for all years when the table is empty.
struct YearlyRuleTests {
    struct Rule: CustomTestStringConvertible {
        let rule: String
        let instant: String
        let offset: Int

        init(_ rule: String, _ instant: String, _ offset: Int) {
            (self.rule, self.instant, self.offset) = (rule, instant, offset)
        }

        var testDescription: String { "\(rule) at \(instant)" }
    }

    @Test(arguments: [
        Rule("EST5", "2026-07-01", -18_000), Rule("<+0330>-3:30", "2026-07-01", 12_600),
        Rule("<-02>+2:00:01", "2026-07-01", -7201),
        Rule("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29 00:59:59", 3600),
        Rule("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29 01:00", 7200),
        Rule("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25 00:59:59", 7200),
        Rule("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25 01:00", 3600),
        Rule("CET-1CEST,M3.5.0,M10.5.0/3", "9999-07-01", 7200),
        Rule("CET-1CEST,M3.5.0,M10.5.0/3", "0002-07-01", 7200),
        // The southern summer goes over the new year.
        Rule("NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-01-01", 46_800),
        Rule("NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-07-01", 43_200),
        // Summer time that is behind, as in Ireland's law.
        Rule("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01", 3600), Rule("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01", 0),
        // Days counted with and without 29 February.
        Rule("AAA0BBB,J60/0,J300", "2024-02-29 23:59:59", 0), Rule("AAA0BBB,J60/0,J300", "2024-03-01", 3600),
        Rule("AAA0BBB,J60/0,J300", "2023-03-01", 3600), Rule("AAA0BBB,59/0,300", "2024-02-29", 3600),
        Rule("AAA0BBB,59/0,300", "2023-02-28 23:59:59", 0), Rule("AAA0BBB,59/0,300", "2023-03-01", 3600),
        // Times on days around the day.
        Rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29 00:59:59", -7200),
        Rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29 01:00", -3600),
        Rule("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28 00:00", 10_800),
        Rule("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27 23:59:59", 7200),
        // Summer time all year.
        Rule("EST5EDT,0/0,J365/25", "2026-01-01 04:59:59", -14_400), Rule("EST5EDT,0/0,J365/25", "2026-12-31", -14_400),
        Rule("EST5EDT,0/0,J365/25", "2026-01-01 05:00", -14_400), Rule("XXX3EDT4,0/0,J365/23", "2026-06-01", -14_400),
        // An offset of its own for summer.
        Rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01", 39_600),
    ])
    func offsetsFollowTheRule(_ row: Rule) throws {
        #expect(try Self.ruled(by: row.rule).offset(at: utc(row.instant)) == row.offset)
    }

    @Test(arguments: [
        "X5", "5", "A0B,J60/0,J300", "EST", "EST25", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,",
        "EST5EDT,M3.2.0,M11.1.0,",
        "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M0.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0",
        "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2,M11.1.0", "EST5EDT,J0,J1", "EST5EDT,J366,J1", "EST5EDT,366,1",
        "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0/2:60,M11.1.0", "EST5EDT,M3.2.0/,M11.1.0", "<EST5", "<>5",
        "EST24", "EST-24", "EST-23EDT,M3.2.0,M11.1.0", "EST5EDT-24,M3.2.0,M11.1.0", "EST5 ", " EST5", "EST5EDT,,",
        "EST5EDT,M3.2.0,M11.1.0/99999999999999999999", "é\u{301}xx5",
    ])
    func unreadableRulesAreRefused(_ rule: String) {
        #expect(throws: ZoneError.unreadableRule(rule)) { try Self.ruled(by: rule) }
    }

    @Test func theRuleRepeatsEvery400Years() throws {
        let zone = try zone("America/New_York")
        let cycle = Int64(146_097 * 86_400)
        var numbers = SeededNumbers(seed: 3)
        for _ in 0..<2000 {
            let seconds = Int64.random(in: 2_300_000_000...15_000_000_000, using: &numbers)
            let offset = zone.offset(at: Instant(seconds: seconds))
            #expect(offset == zone.offset(at: Instant(seconds: seconds + cycle)))
            #expect(offset == zone.offset(at: Instant(seconds: seconds + 18 * cycle)))
        }
    }

    private static func ruled(by rule: String) throws -> Zone {
        try Zone(name: "rule", tzif: ZoneBytes(offsets: [0], footer: rule).bytes)
    }
}
