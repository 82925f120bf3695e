/// A sentence with placeholders, such as `Thank <person> by <deadline>.`
struct Template: Sendable, Hashable {
    /// A stretch of text, or something to be filled in.
    enum Piece: Sendable, Hashable {
        case text(String)
        case person
        /// The one the occasion is with, where `<person>` is somebody else.
        case with
        case deadline
        case fact(FieldPath)
        /// How many there are, and of how many.
        case count
        case total
        /// The record a rule counts for.
        case record
        /// Which of the things it lists are missing.
        case missing(Counting)
    }

    let pieces: [Piece]

    /// The sentence for one verdict.
    func filled(_ verdict: Verdict, _ narrator: Narrator) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .person: narrator.name(verdict.person)
            case .with: Self.whom(verdict, narrator)
            case .deadline: verdict.deadline == .max ? "soon" : narrator.time(verdict.deadline)
            case .fact(let path): Self.fact(path, verdict, narrator)
            case .count: String(verdict.tally?.count ?? 0)
            case .total: String(verdict.tally?.total ?? 0)
            case .record: narrator.owner(verdict.record)
            case .missing(let counting): counting.missing(verdict).joined(separator: ", ")
            }
        }.joined()
    }

    private static func whom(_ verdict: Verdict, _ narrator: Narrator) -> String {
        narrator.name(verdict.occasion == Facts.none ? verdict.person : narrator.facts.persons[Int(verdict.occasion)])
    }

    private static func fact(_ path: FieldPath, _ verdict: Verdict, _ narrator: Narrator) -> String {
        let row = verdict.occasion
        let moment = row == Facts.none ? narrator.now : narrator.facts.begins[Int(row)]
        switch path.value(from: row, record: verdict.person, at: moment, in: narrator.facts) {
        case .success(let value): return narrator.value(value, of: path.field)
        case .failure: return "(\(narrator.vocabulary[path.field].title) not known)"
        }
    }
}

extension RuleReader {
    /// A sentence whose placeholders are known: `<person>`, `<with>`, `<deadline>`, fields of the occasion, and what a shape
    /// counts.
    mutating func template(_ node: Node, about kinds: [KindID], counting: Counting? = nil) -> Template? {
        guard let text = node.readText("the sentence", &diagnostics) else { return nil }
        var pieces: [Template.Piece] = []
        var rest = Substring(text)
        var place = 0
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            pieces.append(.text(String(rest[..<open])))
            let start = place + rest[..<open].unicodeScalars.count
            let name = String(rest[rest.index(after: open)..<close])
            let end = start + name.unicodeScalars.count + 2
            let range = node.range(ofCharacters: start..<end)
            if let piece = placeholder(name, node, range, kinds, counting) { pieces.append(piece) }
            place = end
            rest = rest[rest.index(after: close)...]
        }
        reportOtherBrackets(text, node, kinds, counting)
        return Template(pieces: pieces + (rest.isEmpty ? [] : [.text(String(rest))]))
    }

    /// The brackets other programs put around what is to be filled in.
    private static let otherBrackets = [
        ("{{", "}}"), ("{", "}"), ("[", "]"), ("«", "»"), ("&lt;", "&gt;"),
    ]

    /// A placeholder in other brackets would be printed as it is: `{person}`.
    private mutating func reportOtherBrackets(
        _ text: String, _ node: Node, _ kinds: [KindID], _ counting: Counting?
    ) {
        var seen = text.startIndex
        for place in text.indices where place >= seen {
            let rest = text[place...]
            guard let (open, close) = Self.otherBrackets.first(where: { rest.hasPrefix($0.0) }) else { continue }
            let inner = rest.dropFirst(open.count)
            guard let end = inner.firstRange(of: close) else { continue }
            let name = String(inner[..<end.lowerBound])
            guard isPlaceholder(name, node, kinds, counting) else { continue }
            let start = text[..<place].unicodeScalars.count
            let length = text[place..<end.upperBound].unicodeScalars.count
            diagnostics.report(.otherBrackets(name, at: node.range(ofCharacters: start..<start + length)))
            seen = end.upperBound
        }
    }

    private func isPlaceholder(_ name: String, _ node: Node, _ kinds: [KindID], _ counting: Counting?) -> Bool {
        if ["person", "with", "deadline"].contains(name) || pieces(of: counting)[name] != nil { return true }
        var reader = ConditionReader(
            vocabulary: vocabulary, kinds: kinds, literals: literals, diagnostics: Diagnostics())
        return reader.path(name, at: node) != nil
    }

    private mutating func placeholder(
        _ name: String, _ node: Node, _ range: SourceRange, _ kinds: [KindID], _ counting: Counting?
    ) -> Template.Piece? {
        let common: [String: Template.Piece] = ["person": .person, "with": .with, "deadline": .deadline]
        let own = pieces(of: counting)
        if let piece = common[name] ?? own[name] { return piece }
        var reader = ConditionReader(
            vocabulary: vocabulary, kinds: kinds, literals: literals, diagnostics: Diagnostics())
        if let path = reader.path(name, at: node) { return .fact(path) }
        let fields = kinds.flatMap { vocabulary[$0].fields }.map { vocabulary[$0].name }
        diagnostics.report(
            .unknownPlaceholder(name, at: range, among: ["person", "with", "deadline"] + own.keys.sorted() + fields))
        return nil
    }

    private func pieces(of counting: Counting?) -> [String: Template.Piece] {
        guard let counting else { return [:] }
        var pieces: [String: Template.Piece] = ["count": .count, "total": .total]
        if counting.kind != .me, counting.kind != .person { pieces[vocabulary[counting.kind].name] = .record }
        if !counting.topics.isEmpty { pieces["missing"] = .missing(counting) }
        return pieces
    }
}
