/// A file read into nodes that know where they stand.
///
/// All nodes lie in one array and all decoded text in one buffer; a `Node` is a handle into them.
public struct NodeTree: Sendable {
    /// The file the tree was read from.
    public let file: SourceFile
    /// Whether the file was read to its end; otherwise a diagnostic says where reading stopped.
    public let isComplete: Bool

    let records: [NodeRecord]
    let text: [UInt8]
    /// What only inspection keeps; nil for rule files.
    let extras: NodeExtras?

    /// The node everything else is in; nil when the file holds none.
    public var root: Node? {
        records.isEmpty ? nil : Node(tree: self, index: 0)
    }
}
