import RulesEngine
import Testing

/// A text that a reader refuses, with `«»` around what is wrong, and what is said about it.
struct Refusal: CustomTestStringConvertible {
    let marked: String
    let message: String
    let help: String?
    let replacement: String?

    init(_ marked: String, _ message: String, help: String? = nil, replacement: String? = nil) {
        self.marked = marked
        self.message = message
        self.help = help
        self.replacement = replacement
    }

    var testDescription: String { marked }

    /// The text without its markers.
    var text: String {
        marked.filter { $0 != "«" && $0 != "»" }
    }

    /// Checks that a reader's result is this refusal.
    func check<Value>(_ result: Result<Value, WrittenTimeError>, _ place: SourceLocation = #_sourceLocation) {
        guard case .failure(let error) = result else {
            Issue.record("'\(text)' was read as \(result)", sourceLocation: place)
            return
        }
        #expect(error.message == message, sourceLocation: place)
        #expect(error.help == help, sourceLocation: place)
        #expect(mark(error.characters) == marked, sourceLocation: place)
        #expect(error.replacement == replacement, sourceLocation: place)
    }

    private func mark(_ range: Range<Int>) -> String {
        var scalars = Array(text.unicodeScalars)
        guard range.upperBound <= scalars.count else { return "\(range) is outside" }
        scalars.insert("»", at: range.upperBound)
        scalars.insert("«", at: range.lowerBound)
        return String(String.UnicodeScalarView(scalars))
    }
}

/// A text and what it is read as, written out.
struct Reading: CustomTestStringConvertible {
    let text: String
    let meaning: String

    init(_ text: String, _ meaning: String) {
        self.text = text
        self.meaning = meaning
    }

    var testDescription: String { text }
}

/// The instant of a wall time in UTC.
func utc(_ text: String) throws -> Instant {
    try Moment.read(text, in: .utc).get().start
}

/// The day with a date.
func day(_ text: String) throws -> CalendarDay {
    Zone.utc.wallTime(at: try utc(text)).day
}

/// The instant as UTC writes it.
func written(_ instant: Instant) -> String {
    Moment(at: instant, in: .utc).written(in: .utc)
}
