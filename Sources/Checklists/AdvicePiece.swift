import RulesEngine

/// One piece of advice as a document gives it, whether or not a pack encodes it.
public struct AdvicePiece: Sendable, Hashable {
    /// Its full id, `document/name`, by which packs cite it.
    public let id: String
    /// The short name of its document.
    public let document: String
    /// Where it stands there.
    public let place: String
    /// What it says, in a sentence.
    public let says: String
    /// The part of the way it belongs to, such as `reach out`; empty when the list does not say.
    public let phase: String
    /// Whether it claims something of the world and names nobody who counted: it is never shown as a fact.
    public let isUnsourced: Bool
    /// Where its id stands.
    public let range: SourceRange
}

/// A piece of advice that nothing encodes, with the reason.
public struct AdviceException: Sendable, Hashable {
    /// The piece, by its full id.
    public let piece: WrittenText
    /// Why nothing encodes it.
    public let because: String
}
