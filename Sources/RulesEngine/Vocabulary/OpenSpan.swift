/// Something that is open for a while: from the activity that opens it until one that closes it, or until it lapses.
public struct OpenSpan: Sendable {
    /// Its name, as rules write it after `open:`.
    public let name: String
    /// How it reads in a sentence: `a request is open`.
    public let reads: String
    /// The kinds that open it.
    public let openedBy: [KindID]
    /// The kinds that close it.
    public let closedBy: [KindID]
    /// How long it stays open when nothing closes it; nil for ever.
    public let lapsesAfter: Span?
    /// The field of what opens it that may say until when; nil when there is none.
    public let until: FieldID?
    /// Whether nothing is asked for while it lasts, and the clock of what is to be kept up stands still (rules.md §4a.13).
    public let isPause: Bool
}

/// Reads something that can be open from a vocabulary file.
enum OpenSpanReader {
    static let keys = ["span", "reads", "opened_by", "closed_by", "lapses_after", "until", "pauses"]

    static func read(_ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics) -> OpenSpan? {
        guard let name = node.required("span", &diagnostics)?.readText("the span's name", &diagnostics),
            let openedBy = kinds(node.required("opened_by", &diagnostics), "'opened_by'", names, &diagnostics)
        else { return nil }
        return OpenSpan(
            name: name, reads: node["reads"]?.readText("'reads'", &diagnostics) ?? "'\(name)' is open",
            openedBy: openedBy, closedBy: kinds(node["closed_by"], "'closed_by'", names, &diagnostics) ?? [],
            lapsesAfter: node["lapses_after"].flatMap { span($0, &diagnostics) },
            until: node["until"].flatMap { names.field($0, &diagnostics) },
            isPause: node["pauses"]?.readYesNo("'pauses'", &diagnostics) ?? false)
    }

    private static func kinds(
        _ node: Node?, _ what: String, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> [KindID]? {
        let kinds = (node?.readWords(what, &diagnostics) ?? []).compactMap { names.kind($0, &diagnostics) }
        return kinds.isEmpty ? nil : kinds
    }

    private static func span(_ node: Node, _ diagnostics: inout Diagnostics) -> Span? {
        guard let text = node.readText("'lapses_after'", &diagnostics) else { return nil }
        switch Span.read(text) {
        case .success(let span): return span
        case .failure(let problem):
            diagnostics.report(.badLapse(problem, at: node))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func badLapse(_ problem: WrittenTimeError, at node: Node) -> Diagnostic {
        Diagnostic(
            .unreadableDuration, problem.message.asHeadline, at: node.range(ofCharacters: problem.characters),
            help: problem.help?.asHeadline,
            fix: problem.replacement.map { Fix(range: node.range, replacement: $0, title: "write '\($0)'") })
    }
}
