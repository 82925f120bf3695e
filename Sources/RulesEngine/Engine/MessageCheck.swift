/// One thing to mend in a message, with its place in the text.
public struct MessageFinding: Sendable, Hashable {
    /// The rule, as `pack/rule`.
    public let rule: String
    /// How much it matters.
    public let severity: Diagnostic.Severity
    /// What is wrong, as a headline.
    public let text: String
    /// Where, in bytes of the text's UTF-8; empty where something is missing.
    public let place: Range<Int>
    /// The same place in the file the message stands in; nil when it stands in none.
    public let range: SourceRange?
}

extension Engine {
    /// What the rules about wording find in a message, in the order of its text and then of the rules; nothing when no
    /// rule is about messages of its kind.
    public func check(_ message: Message) -> [MessageFinding] {
        let findings = rules.rules.flatMap { rule -> [MessageFinding] in
            ((rule.shape as? Wording)?.evaluate(message) ?? []).map { finding in
                MessageFinding(
                    rule: rule.id, severity: rule.strength.severity, text: finding.text, place: finding.place,
                    range: message.range(of: finding.place))
            }
        }
        return findings.enumerated()
            .sorted { ($0.element.place.lowerBound, $0.offset) < ($1.element.place.lowerBound, $1.offset) }
            .map(\.element)
    }
}
