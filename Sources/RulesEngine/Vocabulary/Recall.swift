/// Something a message may recall from the log about the person it goes to, such as who named them.
///
/// It is looked up, never asked for: of its sources the first that knows it wins.
public struct Recall: Sendable {
    /// Its name, as messages write it between `<` and `>`: `introducer`.
    public let name: String
    /// How a blank reads when the log does not know it: `who introduced you`.
    public let title: String
    /// Where it is looked up, in this order.
    let sources: [Source]

    /// One place where a log may hold it.
    enum Source: Sendable, Hashable {
        /// What is written about the person, by the fields that lead there.
        case fact([FieldID])
        /// What the latest such activity says.
        case last(Memory)
    }

    /// The latest activity of some kinds, and what of it is recalled.
    struct Memory: Sendable, Hashable {
        let kinds: [KindID]
        /// The field of the activity that names the message's person; nil when the activity is with them.
        let naming: FieldID?
        /// The field that is recalled; nil for the day it happened.
        let gives: FieldID?
    }
}

/// Reads what messages may recall from a vocabulary file.
enum RecallReader {
    static let keys = ["recall", "title", "from"]
    static let sourceKeys = ["field", "last", "naming", "gives"]

    static func read(_ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics) -> Recall? {
        guard let name = node.required("recall", &diagnostics)?.readText("the recall's name", &diagnostics),
            let sources = node.required("from", &diagnostics)?.readList("'from'", &diagnostics)
        else { return nil }
        return Recall(
            name: name, title: node["title"]?.readText("the title", &diagnostics) ?? name,
            sources: sources.compactMap { source($0, names, &diagnostics) })
    }

    private static func source(
        _ node: Node, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> Recall.Source? {
        guard let keyed = KeyedNode(node, of: "a source of a recall", keys: sourceKeys, &diagnostics) else {
            return nil
        }
        if let field = keyed["field"] {
            let words = field.text.split(separator: ".").map(String.init)
            let hops = words.compactMap { names.fieldID($0, at: field, &diagnostics) }
            return hops.count == words.count && hops.count <= 3 ? .fact(hops) : nil
        }
        let kinds = (keyed.required("last", &diagnostics)?.readWords("'last'", &diagnostics) ?? [])
            .compactMap { names.kind($0, &diagnostics) }
        guard !kinds.isEmpty else { return nil }
        let given = keyed["gives"].flatMap { $0.text == "day" ? nil : names.field($0, &diagnostics) }
        return .last(
            Recall.Memory(
                kinds: kinds, naming: keyed["naming"].flatMap { names.field($0, &diagnostics) }, gives: given))
    }
}
