/// A stretch of a file, kept as UTF-8 offsets.
public struct SourceRange: Sendable, Hashable {
    /// The file it is part of.
    public let file: SourceFile
    /// UTF-8 offsets into the file's bytes; empty for a place between two characters.
    public let bytes: Range<Int>

    /// Makes a stretch; offsets outside the file are brought to its nearest end.
    public init(file: SourceFile, bytes: Range<Int>) {
        self.file = file
        self.bytes = bytes.clamped(to: 0..<file.bytes.count)
    }

    /// The place of the first character.
    public var start: TextPosition { file.position(at: bytes.lowerBound) }

    /// The place just after the last character.
    public var end: TextPosition { file.position(at: bytes.upperBound) }

    /// The text of the stretch, as it stands in the file.
    public var text: String { file.text(in: bytes) }
}
