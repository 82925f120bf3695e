/// The side somebody takes in a dispute (rules.md §7).
public struct PositionChoice: Sendable, Hashable {
    /// The dispute.
    public let dispute: WrittenText
    /// The side.
    public let position: WrittenText
    /// Who takes it.
    public let author: Override.Author
}

/// The position in force in a dispute, and who chose it: the person, else a pack, else the dispute's own default.
public struct ActivePosition: Sendable, Hashable {
    /// The dispute.
    public let dispute: String
    /// The position.
    public let position: String
    /// Who chose it; nil for the default.
    public let choice: PositionChoice?
}

/// Reads `positions:` of a pack or of a person's settings.
enum PositionReader {
    static func read(_ node: Node?, by author: Override.Author, _ diagnostics: inout Diagnostics) -> [PositionChoice] {
        guard let node, !node.isEmpty else { return [] }
        guard node.kind == .mapping else {
            // Says what is expected instead.
            _ = KeyedNode(node, of: "'positions'", keys: [], &diagnostics)
            return []
        }
        return node.entries.compactMap { key, value in
            guard let position = value.readText("the position", &diagnostics) else { return nil }
            return PositionChoice(
                dispute: WrittenText(key.text, at: key.range), position: WrittenText(position, at: value.range),
                author: author)
        }
    }
}
