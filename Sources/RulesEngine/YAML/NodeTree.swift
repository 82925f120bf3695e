/// A file read into nodes that know where they stand.
///
/// All nodes lie in one array and all decoded text in one buffer; a `Node` is a handle into them.
public struct NodeTree: Sendable {
    /// What the tree was read from; after repairs in memory, not what its author wrote.
    let file: SourceFile
    /// Whether the file was read to its end; otherwise a diagnostic says where reading stopped.
    public let isComplete: Bool

    let records: [NodeRecord]
    let text: [UInt8]
    /// What only inspection keeps; nil for rule files.
    let extras: NodeExtras?
    /// What was repaired before the tree was read; nil when nothing was.
    var repaired: SharedRepairs?

    /// The node everything else is in; nil when the file holds none.
    public var root: Node? {
        records.isEmpty ? nil : Node(tree: self, index: 0)
    }

    /// A stretch of what was read at its place in the file as its author wrote it.
    func range(_ bytes: Range<Int>) -> SourceRange {
        guard let repaired else { return SourceRange(file: file, bytes: bytes) }
        return SourceRange(file: repaired.text.file, bytes: repaired.text.written(bytes))
    }
}
