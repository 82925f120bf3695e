/// Whether a rule counts calendar days where its own words speak of hours: `1 day` ends with the next calendar day,
/// 24 hours do not (rules.md §4).
struct DayOrHours {
    private static let spans = ["within", "ahead", "for", "not_before", "no_older_than", "counting_from"]
    private static let words = ["title", "say", "do", "because", "source"]

    /// A span in days for which the rule's words give the same number of hours; nil when there is none.
    static func doubt(in rule: Rule) -> Diagnostic? {
        let said = rule.node.entries.filter { words.contains($0.key.text) }.flatMap(\.value.scalars)
        for (key, value) in rule.node.entries where spans.contains(key.text) && value.kind == .scalar {
            guard let span = try? Span.read(value.text).get(), span.unit == .days, span.count > 0 else { continue }
            let hours = "\(span.count * 24) hours"
            guard said.contains(where: { speaks($0.text, of: span.count * 24) }) else { continue }
            return .dayOrHours(rule, key.text, span, hours: hours, at: value.range)
        }
        return nil
    }

    /// Whether a text names a number of hours: `within 24 hours`, `24-hour`.
    private static func speaks(_ text: String, of hours: Int) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return zip(words, words.dropFirst()).contains { $0 == "\(hours)" && ["hour", "hours", "h"].contains($1) }
    }
}
