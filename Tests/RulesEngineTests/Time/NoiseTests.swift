import RulesEngine
import Testing

/// Text that nobody would write: the readers give a value or an error inside the text, and never trap.
struct NoiseTests {
    private static let pieces = [
        "2026-11-20", "3/4/2026", "10:00", "25:61", "9.30", "3pm", "Z", "+01:00", "-", "T", "day", "Mon", "next", "in",
        "ago",
        "3", "99999999999999999999", "hours", "h", "m", "business", "days", "a", "an", ".", ",", ":", "/", "Nov", "th",
        "é",
        "e\u{301}", "👩‍👩‍👧", "\u{0}", "\t", "٣", "0", "\u{2028}", "minus", "now", "at", "today",
    ]

    @Test func noiseIsReadOrRefused() {
        var numbers = SeededNumbers(seed: 42)
        for _ in 0..<5000 {
            let words = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
                Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)]
            }
            let text = words.joined(separator: Bool.random(using: &numbers) ? " " : "")
            check(Moment.read(text, in: .utc), text)
            check(ExampleTime.read(text, in: .utc), text)
            check(Span.read(text), text)
            check(Length.read(text), text)
            let now = Instant(seconds: 1_795_000_000)
            let phrase = TimePhrase.read(words, now: now, direction: .past, in: .utc)
            check(phrase, words.joined(separator: " "))
            if case .success(let phrase?) = phrase { #expect(1...words.count ~= phrase.wordsUsed) }
        }
    }

    /// Checks that an error stays inside its text and that its repair is better than the text.
    private func check<Value>(_ result: Result<Value, WrittenTimeError>, _ text: String) {
        guard case .failure(let error) = result else { return }
        let isInside = error.characters.upperBound <= text.unicodeScalars.count
        guard !isInside || error.replacement == text || error.message.isEmpty else { return }
        Issue.record("'\(text)': \(error)")
    }
}
