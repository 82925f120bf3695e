/// A message somebody means to send: what it is, its words, and where they stand.
public struct Message: Sendable, Hashable {
    /// The kind of activity that sends it, such as `request.sent`.
    public let kind: String
    /// Its words.
    public let text: String
    /// Where they stand; nil outside a file.
    public let range: SourceRange?

    /// A message of a kind; `range` is the stretch of a file that reads exactly as the text does.
    public init(kind: String, text: String, range: SourceRange? = nil) {
        self.kind = kind
        self.text = text
        self.range = range
    }

    /// Where some of its bytes stand in the file; nil outside a file, or when the file writes the text in another way.
    func range(of bytes: Range<Int>) -> SourceRange? {
        guard let range, range.bytes.count == text.utf8.count else { return nil }
        let start = range.bytes.lowerBound
        return SourceRange(file: range.file, bytes: start + bytes.lowerBound..<start + bytes.upperBound)
    }
}
