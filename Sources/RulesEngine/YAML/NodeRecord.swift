/// One node in the arena of a `NodeTree`: 24 bytes, no references.
///
/// A scalar has a text and no children, a list or a mapping children and no text, so both share their place.
struct NodeRecord: Sendable {
    /// The index that stands for "no node".
    static let none = UInt32.max

    var kind: Node.Kind
    let style: Node.Style
    /// Whether the file broke off before the node was finished.
    var isUnfinished = false
    /// Whether a scalar's text stands in the file as it is, so that it was not copied.
    let isVerbatim: Bool
    /// Where the node begins in the file, in bytes.
    let start: UInt32
    /// Where the node ends in the file, in bytes.
    var end: UInt32
    /// The next item; after a key its value, after a value the next key.
    var nextSibling = NodeRecord.none
    private var first: UInt32
    private var count: UInt32

    /// A list, a mapping or an alias, still without children.
    init(_ kind: Node.Kind, _ style: Node.Style, _ range: Range<Int>) {
        self.kind = kind
        self.style = style
        isVerbatim = false
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        first = NodeRecord.none
        count = 0
    }

    /// A scalar whose text is `text.count` bytes at `text.start`, in the file when it is verbatim.
    init(scalar style: Node.Style, _ range: Range<Int>, text: (start: Int, count: Int), isVerbatim: Bool) {
        kind = .scalar
        self.style = style
        self.isVerbatim = isVerbatim
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
        first = UInt32(text.start)
        count = UInt32(text.count)
    }

    /// The bytes of a scalar's text: in the file when it is verbatim, else in the tree's text buffer.
    var text: Range<Int> {
        kind == .scalar && first != NodeRecord.none ? Int(first)..<Int(first) + Int(count) : 0..<0
    }

    /// The first item, or the first key.
    var firstChild: UInt32 {
        get { kind == .scalar ? NodeRecord.none : first }
        set { first = newValue }
    }

    /// The number of children; a mapping's keys and values both count.
    var childCount: UInt32 {
        get { kind == .scalar ? 0 : count }
        set { count = newValue }
    }
}
