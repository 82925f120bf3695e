/// A value in a file, with the place where it stands: a cheap handle into a `NodeTree`.
public struct Node: Sendable {
    /// What a node is made of.
    public enum Kind: UInt8, Sendable {
        case scalar, sequence, mapping
        /// Stands for another node; only inspection meets it.
        case alias
    }

    /// How a node is written.
    public enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded, block, flow
    }

    let tree: NodeTree
    let index: UInt32

    /// What the node is made of.
    public var kind: Kind { record.kind }

    /// How the node is written.
    public var style: Style { record.style }

    /// The node in the source; a text block or a list ends with its last word, not with the blank after it.
    public var range: SourceRange {
        tree.range(Int(record.start)..<Int(record.end))
    }

    /// A scalar's decoded text; empty for lists and settings.
    public var text: String { String(decoding: textBytes, as: UTF8.self) }

    /// Whether nothing is there: nothing written, `~` or `null`, without quotes.
    public var isEmpty: Bool {
        guard kind == .scalar, style == .plain, record.text.count <= 4 else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The items of a sequence; empty for anything else.
    public var items: [Node] { kind == .sequence ? children : [] }

    /// The texts in it, at any depth and in the order written, without keys; itself when it is one.
    var scalars: [Node] {
        kind == .scalar ? [self] : entries.flatMap(\.value.scalars) + items.flatMap(\.scalars)
    }

    /// The keys and values of a mapping as written; empty for anything else.
    public var entries: [(key: Node, value: Node)] {
        guard kind == .mapping else { return [] }
        let all = children
        return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
    }

    /// Where some characters of `text` stand in the file, counted in Unicode scalars.
    ///
    /// An escape is pointed at as a whole, a folded line break as the break. An empty stretch at the end of the text
    /// gives the place after its last character.
    public func range(ofCharacters characters: Range<Int>) -> SourceRange {
        tree.range(
            asWritten(characters)
                ?? ScalarPlaces(of: self, upTo: characters.upperBound).bytes(of: characters))
    }

    /// Of a text that stands in the file as it is and is ASCII so far, every character is its byte.
    private func asWritten(_ characters: Range<Int>) -> Range<Int>? {
        let text = record.text
        let end = min(max(characters.upperBound, 0), text.count)
        guard record.isVerbatim, tree.file.bytes[text].prefix(end + 1).allSatisfy({ $0 < 0x80 }) else { return nil }
        let start = min(max(characters.lowerBound, 0), end)
        return text.lowerBound + start..<text.lowerBound + end
    }

    var record: NodeRecord { tree.records[Int(index)] }

    /// Whether the file broke off inside the node.
    var isUnfinished: Bool { record.isUnfinished }

    /// The UTF-8 bytes of a scalar's text.
    var textBytes: ArraySlice<UInt8> {
        let record = record
        return record.isVerbatim ? tree.file.bytes[record.text] : tree.text[record.text]
    }

    private var children: [Node] {
        var nodes: [Node] = []
        nodes.reserveCapacity(Int(record.childCount))
        var next = record.firstChild
        while next != NodeRecord.none {
            nodes.append(Node(tree: tree, index: next))
            next = tree.records[Int(next)].nextSibling
        }
        return nodes
    }
}
