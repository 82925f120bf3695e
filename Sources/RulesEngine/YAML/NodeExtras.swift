/// What rule files may not contain and inspection shows nevertheless.
struct NodeExtras: Sendable {
    /// The root of each document.
    var roots: [UInt32] = []
    /// The name after a node's `&`, or after an alias's `*`.
    var anchors: [UInt32: String] = [:]
    /// A node's tag, written out.
    var tags: [UInt32: String] = [:]
}
