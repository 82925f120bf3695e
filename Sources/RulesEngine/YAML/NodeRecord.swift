/// One node in the arena of a `NodeTree`: 32 bytes, no references.
struct NodeRecord: Sendable {
    /// The index that stands for "no node".
    static let none = UInt32.max

    var kind: Node.Kind
    var style: Node.Style
    /// Whether the file broke off before the node was finished.
    var isUnfinished = false
    /// Where the node begins in the file, in bytes.
    var start: UInt32
    /// Where the node ends in the file, in bytes.
    var end: UInt32
    /// Where a scalar's text begins in the tree's text buffer.
    var textStart: UInt32 = 0
    /// The bytes of a scalar's text.
    var textLength: UInt32 = 0
    /// The first item, or the first key.
    var firstChild = NodeRecord.none
    /// The next item; after a key its value, after a value the next key.
    var nextSibling = NodeRecord.none
    /// The number of children; a mapping's keys and values both count.
    var childCount: UInt32 = 0
}
