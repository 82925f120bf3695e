/// Reads a span: first in every way it could be written, then only the right one is let through.
struct SpanReader {
    private var scanner: TimeScanner
    private let whole: Range<Int>

    /// A reader of a whole text.
    init(_ text: String) {
        scanner = TimeScanner(text)
        whole = scanner.whole
    }

    /// The whole text as a span.
    mutating func span() throws(WrittenTimeError) -> Span {
        guard !whole.isEmpty else {
            throw WrittenTimeError("A span of time is missing here.", help: Self.examples, at: whole)
        }
        let number = try number()
        scanner.skipSpaces()
        let unit = scanner.rest
        guard let (name, factor) = Self.unit(scanner.text(unit)) else { throw unknown(unit) }
        let span = Span(count: number.count.multipliedClamping(by: factor), unit: name)
        try requireSensible(span, at: number.range)
        try requireForm(span, number: number.range, unit: unit)
        return span
    }

    private static let examples = "Write 24 hours, 3 days, 2 business days, 2 weeks or 1 month."

    /// The count, in digits or in a word.
    private mutating func number() throws(WrittenTimeError) -> (count: Int, range: Range<Int>) {
        let digits = scanner.digits()
        if scanner.next == "." || scanner.next == ",", !digits.isEmpty { throw fraction() }
        if !digits.isEmpty { return (scanner.number(digits), digits) }
        let word = scanner.letters()
        guard let count = NumberWord.value(of: scanner.text(word)) else { throw noNumber() }
        return (count, word)
    }

    /// The unit that a text means, and how many of it one of the text's units is.
    private static func unit(_ text: String) -> (unit: Span.Unit, factor: Int)? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "-" }
        switch words.joined(separator: " ") {
        case "m", "min", "mins", "minute", "minutes": return (.minutes, 1)
        case "h", "hr", "hrs", "hour", "hours": return (.hours, 1)
        case "d", "day", "days": return (.days, 1)
        case "w", "wk", "wks", "week", "weeks": return (.weeks, 1)
        case "mo", "month", "months": return (.months, 1)
        case "y", "yr", "yrs", "year", "years": return (.months, 12)
        case "business day", "business days", "working day", "working days", "workday", "workdays", "work days",
            "weekday", "weekdays":
            return (.businessDays, 1)
        default: return nil
        }
    }

    /// Refuses a count of nothing, except for days, and one beyond a hundred years.
    private func requireSensible(_ span: Span, at range: Range<Int>) throws(WrittenTimeError) {
        guard span.count > 0 || span.unit == .days else {
            throw WrittenTimeError(
                "A span of 0 \(span.unit.rawValue) is no time at all.",
                help: "Write at least 1 \(span.unit.singular), or 0 days for the end of the same day.", at: range)
        }
        guard span.count <= Span.limit(of: span.unit) else {
            throw WrittenTimeError("A span is at most a hundred years.", help: Self.examples, at: range)
        }
    }

    /// Refuses a span in any other than its one form, and repairs it.
    private func requireForm(_ span: Span, number: Range<Int>, unit: Range<Int>) throws(WrittenTimeError) {
        let written = span.description
        guard scanner.text(whole) != written else { return }
        let isNumberRight = scanner.text(number) == String(span.count)
        let isUnitRight = written == "\(span.count) \(scanner.text(unit))"
        let wrong = isNumberRight == isUnitRight ? whole : isNumberRight ? unit : number
        throw WrittenTimeError(
            "'\(scanner.text(whole))' is not how a span of time is written.", help: "Write \(written).", at: wrong,
            replacement: scanner.replacing(whole, with: written))
    }

    private func noNumber() -> WrittenTimeError {
        WrittenTimeError("'\(scanner.text(whole))' is not a span of time.", help: Self.examples, at: whole)
    }

    private func unknown(_ unit: Range<Int>) -> WrittenTimeError {
        if let clock = scanner.text(whole).wholeMatch(of: /(\d{1,2}):(\d\d)/), let hours = Int(clock.1),
            let minutes = Int(clock.2), hours + minutes > 0
        {
            let written = Span(count: hours * 60 + minutes, unit: .minutes).description
            return WrittenTimeError(
                "'\(clock.0)' is not a span of time.", help: "Write \(written).", at: whole, replacement: written)
        }
        guard unit.isEmpty else {
            let near = nearestWord(to: scanner.text(unit), among: Span.Unit.allCases.map(\.rawValue))
            return WrittenTimeError(
                "A span is not counted in '\(scanner.text(unit))'.",
                help: near.map { "Did you mean '\($0)'? " + Self.examples } ?? Self.examples, at: unit)
        }
        let number = scanner.text(whole)
        let count = Int(number).map(String.init) ?? number
        return WrittenTimeError(
            "'\(number)' does not say of what.", help: "Write \(count) hours, or \(count) days.", at: whole)
    }

    private func fraction() -> WrittenTimeError {
        let meant = wholeSpan?.description
        return WrittenTimeError(
            "A span is counted in whole numbers.",
            help: meant.map { "Write \($0)." } ?? "Use a smaller unit, such as 36 hours instead of 1.5 days.",
            at: whole,
            replacement: meant)
    }

    /// A span with one decimal or two in a smaller unit: `1.5 days` is 36 hours; nil when there is none.
    private var wholeSpan: Span? {
        guard let parts = scanner.text(whole).wholeMatch(of: /(\d{1,3})[.,](\d{1,2})\s*([a-z ]+)/),
            let count = Int(parts.1 + parts.2), let unit = Self.unit(String(parts.3)),
            let smaller = Self.smaller(than: unit.unit)
        else { return nil }
        let scale = parts.2.count == 1 ? 10 : 100
        let product = count * unit.factor * smaller.factor
        return product > 0 && product.isMultiple(of: scale) ? Span(count: product / scale, unit: smaller.unit) : nil
    }

    private static func smaller(than unit: Span.Unit) -> (unit: Span.Unit, factor: Int)? {
        switch unit {
        case .hours: (.minutes, 60)
        case .days: (.hours, 24)
        case .weeks: (.days, 7)
        default: nil
        }
    }
}
