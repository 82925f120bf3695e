/// Which occasions of one person count (`which:`, rules.md §4a.15).
enum Which: Sendable, Hashable {
    case each
    case first
    case latest
    /// Every n-th.
    case every(Int)

    /// Whether an occasion of one person counts: the so-manieth, from 1, of so many in all.
    func includes(_ number: Int, of count: Int) -> Bool {
        switch self {
        case .each: true
        case .first: number == 1
        case .latest: number == count
        case .every(let step): number.isMultiple(of: step)
        }
    }

    /// What the sentence adds.
    var remark: String {
        switch self {
        case .each: ""
        case .first: " Only the first time with each person counts."
        case .latest: " Only the latest time with each person counts."
        case .every(let count): " Every \(Self.ordinal(count)) time with each person counts."
        }
    }

    private static func ordinal(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (_, 11...13): "\(number)th"
        case (1, _): "\(number)st"
        case (2, _): "\(number)nd"
        case (3, _): "\(number)rd"
        default: "\(number)th"
        }
    }
}

extension RuleReader {
    /// `which: first | latest | each | every 3rd`.
    mutating func which() -> Which {
        guard let value = node["which"], let text = value.readText("'which'", &diagnostics) else { return .each }
        switch text {
        case "each": return .each
        case "first": return .first
        case "latest": return .latest
        default:
            let digits = text.hasPrefix("every ") ? text.dropFirst(6).prefix { $0.isASCII && $0.isNumber } : ""
            if let count = Int(digits), count > 1 { return .every(count) }
            let known = ["each", "first", "latest", "every 3rd"]
            diagnostics.report(.unknownWord(text, is: "a choice for 'which'", at: value.range, among: known))
            return .each
        }
    }

    /// `each: its own` makes answers one-to-one.
    mutating func isOneToOne() -> Bool {
        guard let value = node["each"], let text = value.readText("'each'", &diagnostics) else { return false }
        if text == "its own" { return true }
        diagnostics.report(.unknownWord(text, is: "a choice for 'each'", at: value.range, among: ["its own"]))
        return false
    }

    /// `counting_from: 30 days before`.
    mutating func countingFrom() -> Span? {
        guard let value = node["counting_from"], let text = value.readText("'counting_from'", &diagnostics) else {
            return nil
        }
        let written = text.hasSuffix(" before") ? String(text.dropLast(7)) : text
        switch Span.read(written) {
        case .success(let span): return span
        case .failure(let problem):
            let whole = value.range(ofCharacters: 0..<written.unicodeScalars.count)
            diagnostics.report(.badSpan(problem, at: value.range(ofCharacters: problem.characters), whole: whole))
            return nil
        }
    }
}
