import RulesEngine
import Testing

struct LengthTests {
    @Test(arguments: [
        Reading("20 minutes", "20 minutes"), Reading("26m", "26 minutes"), Reading("1h", "1 hour"),
        Reading("1h30m", "1 hour 30 minutes"), Reading("1 hour 30 minutes", "1 hour 30 minutes"),
        Reading("90 min", "1 hour 30 minutes"), Reading("1h 30m", "1 hour 30 minutes"), Reading("1 minute", "1 minute"),
        Reading("45s", "45 seconds"), Reading("1h1m1s", "1 hour 1 minute 1 second"), Reading(" 5 Mins ", "5 minutes"),
        Reading("87648h", "87648 hours"), Reading("1 hr 5 mins", "1 hour 5 minutes"),
        Reading("1h90m", "2 hours 30 minutes"), Reading("0h5m", "5 minutes"), Reading("60 seconds", "1 minute"),
    ])
    func lengthsAreReadAndWrittenInOneForm(_ row: Reading) throws {
        let length = try Length.read(row.text).get()
        #expect(length.description == row.meaning)
        #expect(try Length.read(length.description).get() == length)
    }

    @Test func everyLengthIsReadAsItIsWritten() throws {
        var numbers = SeededNumbers(seed: 5)
        for _ in 0..<2000 {
            let length = Length(seconds: Int64.random(in: 1...Length.longest.seconds, using: &numbers))
            #expect(try Length.read(length.description).get() == length)
        }
    }

    @Test func lengthsThatNoTextHasAreStillWritten() {
        #expect(Length(seconds: 0).description == "0 minutes")
        #expect(Length(seconds: -90).description == "-1 minute 30 seconds")
        #expect(Length(seconds: .min) < Length(seconds: .max))
        #expect(Length(seconds: .min).description.hasPrefix("-"))
    }

    static let order = "Write hours, then minutes: 1 hour 30 minutes."
    static let whole = "A length is written in whole numbers."

    @Test(arguments: [
        Refusal("«»", "A length is missing here.", help: "Write 20 minutes or 1h30m."),
        Refusal("«20»", "'20' does not say of what.", help: "Write 20 minutes, or 20 hours."),
        Refusal(
            "1h «30»", "'30' does not say of what.", help: "Write 1 hour 30 minutes.", replacement: "1 hour 30 minutes"),
        Refusal("«-5 minutes»", "A length is not less than nothing.", help: "Leave out the minus."),
        Refusal("«0 minutes»", "A length is not nothing.", help: "Write at least 1 minute."),
        Refusal("«0h0m»", "A length is not nothing.", help: "Write at least 1 minute."),
        Refusal("«87649 hours»", "A length is at most ten years.", help: "Write it in hours: 40 hours."),
        Refusal("«99999999999999999999h»", "A length is at most ten years.", help: "Write it in hours: 40 hours."),
        Refusal(
            "«9223372036854775807h9223372036854775807m»", "A length is at most ten years.",
            help: "Write it in hours: 40 hours."),
        Refusal("2 «days»", "A length is not counted in 'days'.", help: "Write it in hours: 48 hours."),
        Refusal(
            "9999 «days»", "A length is not counted in 'days'.", help: "Write hours and minutes: 1 hour 30 minutes."),
        Refusal(
            "2 «fortnights»", "A length is not counted in 'fortnights'.",
            help: "Write hours and minutes: 1 hour 30 minutes."),
        Refusal(
            "«1:30»", "'1:30' can be hours and minutes or minutes and seconds.",
            help: "Write 1 hour 30 minutes, or 1h30m."),
        Refusal("30 minutes «1 hour»", "'1 hour' comes too late.", help: order),
        Refusal("1h «2h»", "'2h' comes too late.", help: order),
        Refusal("«1.5» hours", whole, help: "Write 1 hour 30 minutes.", replacement: "1 hour 30 minutes"),
        Refusal("«1,25»h", whole, help: "Write 1 hour 15 minutes.", replacement: "1 hour 15 minutes"),
        Refusal("«0.3333» hours", whole, help: "Write 1 hour 30 minutes."),
        Refusal("«1.5» days", whole, help: "Write 1 hour 30 minutes."),
        Refusal("1h «1.5» minutes", whole, help: "Write 1 hour 30 minutes."),
        Refusal("«an hour»", "'an hour' is not a length.", help: "Write 1 hour.", replacement: "1 hour"),
        Refusal(
            "«half an hour»", "'half an hour' is not a length.", help: "Write 30 minutes.", replacement: "30 minutes"),
        Refusal("«long»", "'long' is not a length.", help: "Write 20 minutes or 1h30m."),
        Refusal("1h «and a bit»", "'and a bit' is not a length.", help: "Write 20 minutes or 1h30m."),
        Refusal("1h«, 5m»", "', 5m' is not a length.", help: "Write 20 minutes or 1h30m."),
    ])
    func wrongLengthsAreRefused(_ refusal: Refusal) {
        refusal.check(Length.read(refusal.text))
    }
}
