/// What documents advise, piece by piece, and what of it no pack can encode.
public struct AdviceList: Sendable {
    /// A document that gives advice.
    public struct Document: Sendable, Hashable {
        /// Its short name, the first part of its pieces' ids.
        public let id: String
        /// What it is called.
        public let title: String
    }

    /// The documents, in the order of packs and files.
    public internal(set) var documents: [Document] = []
    /// The pieces, in the order of their documents.
    public internal(set) var pieces: [AdvicePiece] = []
    /// The pieces that nothing encodes, with the reasons.
    public internal(set) var exceptions: [AdviceException] = []

    /// The piece of a full id; nil when no document gives it.
    public func piece(_ id: String) -> AdvicePiece? { pieces.first { $0.id == id } }
}
