import RulesEngine

/// A pattern for a message: what one writes on such an occasion, with slots for what the log knows.
public struct MessagePattern: Sendable {
    /// Its name: `request-by-referral`.
    public let id: String
    /// The kind of activity the message becomes: `request.sent`.
    public let kind: String
    /// When it is right, as a line one can read aloud.
    public let title: String
    /// The pack it stands in.
    public let pack: String
    /// Its subject line; nil for a message without one.
    let subject: WrittenPattern?
    /// Its paragraphs, in order.
    let paragraphs: [Paragraph]
    /// What must hold of the message or the one it goes to.
    let condition: WrittenCondition
    /// What must be known.
    let known: [WrittenPattern]
    /// The pieces of advice it follows, by their full ids.
    public let advice: [WrittenText]
    /// Where it comes from; nil when it does not say.
    public let source: String?
    /// Where its name stands.
    public let range: SourceRange

    /// One paragraph, or what stands in its place when something is not known.
    struct Paragraph: Sendable {
        let text: WrittenPattern
        var known: [WrittenPattern] = []
        var otherwise: WrittenPattern?
    }

    /// Its subject line as written, slots included.
    public var subjectText: String? { subject?.text }
    /// Its paragraphs as written, slots included; what stands there otherwise is in brackets behind.
    public var texts: [String] {
        paragraphs.map { paragraph in
            let condition = paragraph.known.map(\.text).joined(separator: ", ")
            return (condition.isEmpty ? "" : "If \(condition) is known: ") + paragraph.text.text
                + (paragraph.otherwise.map { " Otherwise: " + $0.text } ?? "")
        }
    }

    /// Whether it fits what is known about a message.
    func fits(_ scene: MessageScene) -> Bool {
        scene.holds(condition) && known.allSatisfy { scene.knows($0) }
    }
}
