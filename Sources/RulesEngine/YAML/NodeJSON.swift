/// Writes the documents of a tree as JSON with the types of the YAML 1.2 core schema.
///
/// An alias is written as what it stands for. How much that may add up to is limited, and so is the depth.
struct NodeJSON {
    private static let deepest = 256

    private let tree: NodeTree
    /// Where each anchor stands, in the order of the text.
    private var anchors: [String: [UInt32]] = [:]
    private var budget: Int
    private var open: Set<UInt32> = []
    /// What was wrong with aliases.
    private(set) var mistakes = Diagnostics()

    /// Prepares to write a tree.
    init(_ tree: NodeTree) {
        self.tree = tree
        budget = max(10_000, 10 * tree.records.count)
        for (index, name) in tree.extras?.anchors ?? [:] where tree.records[Int(index)].kind != .alias {
            anchors[name, default: []].append(index)
        }
    }

    /// Each document's JSON.
    mutating func documents() -> [String] {
        let roots = tree.extras?.roots ?? [0]
        return roots.map { $0 < tree.records.count ? text(of: Node(tree: tree, index: $0)) : "null" }
    }

    private mutating func text(of node: Node) -> String {
        budget -= 1
        guard budget > 0, open.count < Self.deepest else { return refuse(node, "too much is repeated here") }
        switch node.kind {
        case .scalar: return scalar(node)
        case .alias: return alias(node)
        case .sequence, .mapping: break
        }
        open.insert(node.index)
        defer { open.remove(node.index) }
        if node.kind == .sequence { return "[" + node.items.map { text(of: $0) }.joined(separator: ",") + "]" }
        return "{" + node.entries.map { "\(key($0.key)):\(text(of: $0.value))" }.joined(separator: ",") + "}"
    }

    private mutating func key(_ node: Node) -> String {
        if node.kind == .scalar { return DiagnosticJSON.string(node.text) }
        if let target = target(of: node), target.kind == .scalar { return DiagnosticJSON.string(target.text) }
        return DiagnosticJSON.string(text(of: node))
    }

    private func scalar(_ node: Node) -> String {
        let text = node.text
        switch tree.extras?.tags[node.index] {
        case nil where node.style != .plain, "!", "tag:yaml.org,2002:str": return DiagnosticJSON.string(text)
        case nil, "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:null":
            return value(CoreType(text), text)
        default: return DiagnosticJSON.string(text)
        }
    }

    private func value(_ type: CoreType, _ text: String) -> String {
        switch type {
        case .null: "null"
        case .yesNo(let isTrue): isTrue ? "true" : "false"
        case .whole(let digits): digits
        case .decimal(let number) where number.isFinite: "\(number)"
        case .decimal, .text: DiagnosticJSON.string(text)
        }
    }

    private mutating func alias(_ node: Node) -> String {
        guard let target = target(of: node) else { return refuse(node, "nothing above has this name") }
        guard !open.contains(target.index) else { return refuse(node, "this would contain itself") }
        return text(of: target)
    }

    private func target(of node: Node) -> Node? {
        guard node.kind == .alias, let name = tree.extras?.anchors[node.index] else { return nil }
        let start = tree.extras?.roots.last { $0 <= node.index } ?? 0
        let index = anchors[name]?.filter { $0 < node.index && $0 >= start }.max()
        return index.map { Node(tree: tree, index: $0) }
    }

    private mutating func refuse(_ node: Node, _ message: String) -> String {
        if mistakes.all.isEmpty { mistakes.report(Diagnostic(.sharedValue, message, at: node.range)) }
        return "null"
    }
}
