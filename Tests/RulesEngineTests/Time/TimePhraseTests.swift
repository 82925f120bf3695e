import RulesEngine
import TestSupport
import Testing

/// Phrases typed in Berlin on Friday 20 November 2026 at 14:30:20.
struct TimePhraseTests {
    /// What is typed; the time it means, and how many words say it. `none` when it does not begin with a time.
    struct Phrase: CustomTestStringConvertible {
        let text: String
        let meaning: String
        let words: Int

        init(_ text: String, _ meaning: String, _ words: Int) {
            (self.text, self.meaning, self.words) = (text, meaning, words)
        }

        var testDescription: String { text }
    }

    private func read(
        _ words: [String], _ direction: TimePhrase.Direction
    ) throws -> Result<TimePhrase?, WrittenTimeError> {
        let berlin = try zone("Europe/Berlin")
        let now = try Moment.read("2026-11-20 14:30:20", in: berlin).get().start
        return TimePhrase.read(words, now: now, direction: direction, in: berlin)
    }

    private func check(_ row: Phrase, _ direction: TimePhrase.Direction) throws {
        let words = row.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let phrase = try read(words, direction).get()
        #expect(try phrase?.moment.written(in: zone("Europe/Berlin")) ?? "none" == row.meaning)
        #expect(phrase?.wordsUsed ?? 0 == row.words)
    }

    @Test(arguments: [
        Phrase("now", "2026-11-20 14:30:20", 1), Phrase("NOW with Ana", "2026-11-20 14:30:20", 1),
        Phrase("today", "2026-11-20", 1), Phrase("today 15:00", "2026-11-20 15:00", 2),
        Phrase("yesterday", "2026-11-19", 1), Phrase("yesterday 15:00 26m", "2026-11-19 15:00", 2),
        Phrase("yesterday at 15:00", "2026-11-19 15:00", 3), Phrase("yesterday at Acme", "2026-11-19", 1),
        Phrase("tomorrow 9:30", "2026-11-21 09:30", 2), Phrase("yesterday 26m", "2026-11-19", 1),
        Phrase("yesterday 3pm", "2026-11-19 15:00", 2), Phrase("yesterday 3 pm", "2026-11-19 15:00", 3),
        Phrase("yesterday 3 people", "2026-11-19", 1), Phrase("yesterday 12:15am x", "2026-11-19 00:15", 2),
        Phrase("yesterday 15:00:30", "2026-11-19 15:00:30", 2), Phrase("yesterday 1:1 with Ana", "2026-11-19", 1),
        Phrase("yesterday 15:00+00:00", "2026-11-19 16:00", 2), Phrase("today at", "2026-11-20", 1),
        // Weekdays: today counts.
        Phrase("mon", "2026-11-16", 1), Phrase("Monday 10:00", "2026-11-16 10:00", 2), Phrase("fri", "2026-11-20", 1),
        Phrase("fri 10:00", "2026-11-20 10:00", 2), Phrase("on thurs at 9:00", "2026-11-19 09:00", 4),
        Phrase("sat", "2026-11-14", 1), Phrase("last friday", "2026-11-13", 2),
        Phrase("last mon 9:00", "2026-11-16 09:00", 3),
        Phrase("next tue 14:00", "2026-11-24 14:00", 3), Phrase("next fri", "2026-11-27", 2),
        // Amounts.
        Phrase("3 days ago", "2026-11-17", 3), Phrase("3 days ago 15:00 26m", "2026-11-17 15:00", 4),
        Phrase("2 hours ago", "2026-11-20 12:30:20", 3), Phrase("2h ago", "2026-11-20 12:30:20", 2),
        Phrase("26m ago", "2026-11-20 14:04:20", 2), Phrase("a week ago", "2026-11-13", 3),
        Phrase("an hour ago", "2026-11-20 13:30:20", 3), Phrase("1 month ago", "2026-10-20", 3),
        Phrase("in 2 days", "2026-11-22", 3), Phrase("in 2 days at 9:00", "2026-11-22 09:00", 5),
        Phrase("in 10 minutes", "2026-11-20 14:40:20", 3), Phrase("2 weeks ago", "2026-11-06", 3),
        Phrase("in 3 months", "2027-02-20", 3), Phrase("0 days ago", "2026-11-20", 3),
        // Dates and clock times.
        Phrase("2026-11-02", "2026-11-02", 1), Phrase("2026-11-02 10:00 call", "2026-11-02 10:00", 2),
        Phrase("2026-11-02 call", "2026-11-02", 1), Phrase("2026-11-02T10:00", "2026-11-02 10:00", 1),
        Phrase("2026-11-02T10:00Z", "2026-11-02 11:00", 1), Phrase("2026-11-02 26m", "2026-11-02", 1),
        Phrase("2026-11-02 3pm", "2026-11-02 15:00", 2),
        Phrase("9:30", "2026-11-20 09:30", 1), Phrase("at 9:30", "2026-11-20 09:30", 2),
        Phrase("9am 5m", "2026-11-20 09:00", 1),
        Phrase("14:30", "2026-11-20 14:30", 1), Phrase("14:30:20", "2026-11-20 14:30:20", 1),
        Phrase("Nov 19 Ana", "2026-11-19", 2), Phrase("19 Nov 2026 15:00", "2026-11-19 15:00", 4),
        Phrase("on the 19th of November", "2026-11-19", 5), Phrase("Nov 2, 2026 x", "2026-11-02", 3),
        Phrase("19.11.2026 Ana", "2026-11-19", 1), Phrase("19.11. Ana", "2026-11-19", 1),
        Phrase("11/19 3pm", "2026-11-19 15:00", 2), Phrase("11/19/26", "2026-11-19", 1),
        Phrase("the 19th", "2026-11-19", 2), Phrase("on the 21st by email", "2026-10-21", 3),
        Phrase("the 31st", "2026-10-31", 2), Phrase("the 2nd talk", "none", 0), Phrase("3rd", "2026-11-03", 1),
        Phrase("noon", "2026-11-20 12:00", 1), Phrase("yesterday at noon", "2026-11-19 12:00", 3),
        Phrase("yesterday at 12", "2026-11-19 12:00", 3), Phrase("yesterday at 15 for", "2026-11-19 15:00", 3),
        Phrase("yesterday at 15 companies", "2026-11-19", 1), Phrase("50/50", "none", 0),
        // No times.
        Phrase("", "none", 0), Phrase("Ana", "none", 0), Phrase("26m", "none", 0), Phrase("3 days", "none", 0),
        Phrase("3 people", "none", 0), Phrase("in person", "none", 0), Phrase("in 2 places", "none", 0),
        Phrase("last week", "none", 0), Phrase("next steps", "none", 0), Phrase("on time", "none", 0),
        Phrase("at Acme", "none", 0), Phrase("1:1 with Ana", "none", 0), Phrase("3.5 hours", "none", 0),
        Phrase("2026-11-02-notes", "none", 0), Phrase("1.2.3", "none", 0), Phrase("2026", "none", 0),
        Phrase("mondays", "none", 0), Phrase("nowhere", "none", 0), Phrase("15:00ish", "none", 0),
        Phrase("1000000 days ago", "none", 0), Phrase("a", "none", 0), Phrase("in", "none", 0),
        Phrase("last", "none", 0),
        Phrase("2026-11-02T", "none", 0), Phrase("may", "none", 0), Phrase(" now", "none", 0),
    ])
    func phrasesOfLogging(_ row: Phrase) throws {
        try check(row, .past)
    }

    @Test(arguments: [
        Phrase("mon", "2026-11-23", 1), Phrase("14:30:20", "2026-11-20 14:30:20", 1), Phrase("fri", "2026-11-20", 1),
        Phrase("fri 15:00", "2026-11-20 15:00", 2),
        Phrase("thu 10:00", "2026-11-26 10:00", 2), Phrase("next fri", "2026-11-27", 2),
        Phrase("last fri", "2026-11-13", 2),
        Phrase("15:00 with Ana", "2026-11-20 15:00", 1), Phrase("yesterday", "2026-11-19", 1),
        Phrase("in an hour", "2026-11-20 15:30:20", 3), Phrase("Nov 24th at 3pm", "2026-11-24 15:00", 4),
        Phrase("the 2nd", "2026-12-02", 2), Phrase("12/24", "2026-12-24", 1),
        Phrase("1.12. 15:00", "2026-12-01 15:00", 2),
    ])
    func phrasesOfPlanning(_ row: Phrase) throws {
        try check(row, .future)
    }

    static let notAClock = "'9.30' is not how a time of day is written."

    @Test(arguments: [
        Refusal("«15:00» 26m", "15:00 is still to come today.", help: "Write yesterday 15:00 or today 15:00."),
        Refusal("«at 3pm» Ana", "15:00 is still to come today.", help: "Write yesterday 15:00 or today 15:00."),
        Refusal("«fri 15:00»", "15:00 is still to come today.", help: "Write last friday 15:00 or today 15:00."),
        Refusal("yesterday «9.30» Ana", notAClock, help: "Write 09:30.", replacement: "yesterday 09:30 Ana"),
        Refusal("«9.30»", notAClock, help: "Write 09:30.", replacement: "09:30"),
        Refusal("yesterday «25:00»", "A day has no 25:00.", help: "The hours go from 00:00 to 23:59."),
        Refusal("yesterday «15:0»", "'15:0' needs two digits for the minute.", help: "Write 09:05 or 15:00."),
        Refusal("«2026-02-30» Ana", "There is no 30 February 2026.", help: "February 2026 has 28 days."),
        Refusal("«3/4/2026»", "'3/4/2026' can mean 3 April or 4 March.", help: "Write 2026-04-03 or 2026-03-04."),
        Refusal("«3/4/26» Ana", "'3/4/26' can mean 3 April or 4 March.", help: "Write 2026-04-03 or 2026-03-04."),
        Refusal("«31.11.2026»", "There is no 31 November 2026.", help: "November 2026 has 30 days."),
        Refusal("«Feb 30»", "There is no 30 February 2026.", help: "February 2026 has 28 days."),
        Refusal("«10/11» Ana", "'10/11' can mean 11 October or 10 November.", help: "Write 2026-10-11 or 2026-11-10."),
        Refusal(
            "«Nov 21»", "'Nov 21' can mean 21 November 2025 or 21 November 2026.",
            help: "Write 2025-11-21 or 2026-11-21."),
        Refusal("«19.11» Ana", "'19.11' can be 19:11 or 19 November.", help: "Write 19:11 or 2026-11-19."),
        Refusal("«24.11»", "'24.11' can be 24 November.", help: "Write 2025-11-24."),
        Refusal("yesterday at «9»", "'9' can be 9:00 or 21:00.", help: "Write 9:00 or 21:00."),
        Refusal(
            "«24/7»", "'24/7' can mean 24 July or all the time.",
            help: "Write the date as 2026-07-24, or the text in quotes."),
        Refusal("«999999 months ago»", "This lies outside the years 1 to 9999."),
        Refusal("«in 999999 weeks»", "This lies outside the years 1 to 9999."),
        Refusal(
            "2026-03-29 «2:30»",
            "The clocks in Europe/Berlin went forward from 2026-03-29 02:00 to 03:00, so 02:30 was not shown.",
            help: "Write 2026-03-29 01:59 or 2026-03-29 03:00."),
    ])
    func doubtfulAndWrongPhrasesOfLogging(_ refusal: Refusal) throws {
        refusal.check(try read(refusal.text.split(separator: " ").map(String.init), .past))
    }

    @Test(arguments: [
        Refusal("«9:30»", "09:30 has passed today.", help: "Write tomorrow 09:30 or today 09:30."),
        Refusal("«fri 9:30» Ana", "09:30 has passed today.", help: "Write next friday 09:30 or today 09:30."),
    ])
    func doubtfulPhrasesOfPlanning(_ refusal: Refusal) throws {
        refusal.check(try read(refusal.text.split(separator: " ").map(String.init), .future))
    }

    @Test func aWordMayHoldSpaces() throws {
        let berlin = try zone("Europe/Berlin")
        let quoted = try #require(try read(["2026-11-02 10:00", "Ana"], .past).get())
        #expect(quoted.moment.written(in: berlin) == "2026-11-02 10:00")
        #expect(quoted.wordsUsed == 1)
        #expect(try read(["yesterday 15:00"], .past).get() == nil)
        #expect(try read(["yesterday", "15:00 sharp"], .past).get()?.wordsUsed == 1)
        #expect(try read([], .past).get() == nil)
    }
}
