import RulesEngine
import Testing

struct SpanTests {
    @Test(arguments: [
        "1 minute", "24 hours", "1 hour", "3 business days", "1 business day", "2 weeks", "1 month", "0 days", "1 day",
        "36525 days", "52596000 minutes",
    ])
    func theRightFormIsRead(_ text: String) throws {
        #expect(try Span.read(text).get().description == text)
    }

    @Test func everySpanIsReadAsItIsWritten() throws {
        for unit in Span.Unit.allCases {
            for count in [1, 2, 7, 24, 1200] {
                let span = Span(count: count, unit: unit)
                #expect(try Span.read(span.description).get() == span)
            }
        }
    }

    @Test func spacesAroundItDoNotMatter() throws {
        #expect(try Span.read("  24 hours ").get() == Span(count: 24, unit: .hours))
    }

    @Test func onlyMinutesAndHoursAreExact() {
        #expect(Span.Unit.allCases.filter { Span(count: 1, unit: $0).isExact } == [.minutes, .hours])
    }

    @Test func aSpanCountsNothingOrMore() {
        #expect(Span(count: -3, unit: .days).count == 0)
    }

    @Test(arguments: [
        ("24 «hour»", "24 hours"), ("1 «hours»", "1 hour"), ("10 «mins»", "10 minutes"), ("24«h»", "24 hours"),
        ("«two» weeks", "2 weeks"), ("«a» day", "1 day"), ("«an» hour", "1 hour"), ("«an hr»", "1 hour"),
        ("2 «working days»", "2 business days"),
        ("3 «business-days»", "3 business days"), ("1 «business days»", "1 business day"), ("«1 year»", "12 months"),
        ("«24  hours»", "24 hours"), ("24 «Hours»", "24 hours"), ("«03» days", "3 days"), ("0 «day»", "0 days"),
        ("«5days»", "5 days"), ("1 «business  day»", "1 business day"),
    ])
    func otherFormsAreRepaired(_ marked: String, _ repair: String) {
        let plain = marked.filter { $0 != "«" && $0 != "»" }
        let message = "'\(plain)' is not how a span of time is written."
        let refusal = Refusal(marked, message, help: "Write \(repair).", replacement: repair)
        refusal.check(Span.read(refusal.text))
    }

    static let examples = "Write 24 hours, 3 days, 2 business days, 2 weeks or 1 month."

    @Test(arguments: [
        Refusal("«»", "A span of time is missing here.", help: examples),
        Refusal("  «»", "A span of time is missing here.", help: examples),
        Refusal("«soon»", "'soon' is not a span of time.", help: examples),
        Refusal("«-3 days»", "'-3 days' is not a span of time.", help: examples),
        Refusal("«24»", "'24' does not say of what.", help: "Write 24 hours, or 24 days."),
        Refusal("30 «seconds»", "A span is not counted in 'seconds'.", help: examples),
        Refusal("3 «dayz»", "A span is not counted in 'dayz'.", help: "Did you mean 'days'? " + examples),
        Refusal("3 «days or so»", "A span is not counted in 'days or so'.", help: examples),
        Refusal(
            "«1.5 hours»", "A span is counted in whole numbers.", help: "Write 90 minutes.", replacement: "90 minutes"),
        Refusal("«1,5 days»", "A span is counted in whole numbers.", help: "Write 36 hours.", replacement: "36 hours"),
        Refusal(
            "«1.3 days»", "A span is counted in whole numbers.",
            help: "Use a smaller unit, such as 36 hours instead of 1.5 days."),
        Refusal("«1:30»", "'1:30' is not a span of time.", help: "Write 90 minutes.", replacement: "90 minutes"),
        Refusal(
            "«0» hours", "A span of 0 hours is no time at all.",
            help: "Write at least 1 hour, or 0 days for the end of the same day."),
        Refusal(
            "«0» business days", "A span of 0 business days is no time at all.",
            help: "Write at least 1 business day, or 0 days for the end of the same day."),
        Refusal("«1201» months", "A span is at most a hundred years.", help: examples),
        Refusal("«99999999999999999999» days", "A span is at most a hundred years.", help: examples),
        Refusal("«99999999999999999999» years", "A span is at most a hundred years.", help: examples),
    ])
    func wrongSpansAreRefused(_ refusal: Refusal) {
        refusal.check(Span.read(refusal.text))
    }
}
