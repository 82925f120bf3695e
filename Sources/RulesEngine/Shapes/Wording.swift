/// A message says this and not that: a prose lint.
///
/// It is held against a message alone, never against a log: `evaluate(message)` gives what is to be mended, each with its
/// place in the text. What is missing is placed where the message, or the stretch it belongs in, ends.
struct Wording: Shape {
    static let name = "wording"
    static let signature = ["in"]
    static let furtherKeys = ["words", "mention", "avoid", "in_order", "in_first", "placeholders"]
    static let gating = Gating.takesNone

    private let message: ActivityClause
    private var words: ClosedRange<Int>
    private var mention: [Item]
    private var avoid: [Item]
    private var inOrder: [Item]
    private var inFirst: Head?
    private var mayHavePlaceholders: Bool
    private let known: [PhraseFinder.KnownPhrase]
    private let vocabulary: Vocabulary

    /// One thing that may be said, in any of several ways.
    private struct Item {
        var phrases: [Phrase]
        let spoken: String

        /// The same without one of the ways to say it.
        func without(_ place: Int) -> Item {
            var copy = self
            copy.phrases.remove(at: place)
            return copy
        }
    }

    /// The first so many words, sentences or lines.
    private struct Head {
        let count: Int
        let unit: TextCuts.Unit

        var spoken: String { "the first \(count == 1 ? unit.singular : "\(count) \(unit.rawValue)")" }
    }

    /// What a message should say and should not, each thing in all its ways.
    struct Sayings {
        let mention: [[String]]
        let avoid: [[String]]
        let inOrder: [[String]]
        let words: ClosedRange<Int>
        /// How many words, sentences or lines make up its beginning; nil when it makes no difference.
        let headCount: Int?
    }

    /// One thing to mend in a message.
    struct Finding: Sendable, Hashable {
        /// What is wrong, as a headline.
        let text: String
        /// Where, in bytes of the message's text; empty for what is missing.
        let place: Range<Int>
    }

    init?(reading reader: inout RuleReader) {
        if let written = reader.node.key("where") { reader.diagnostics.report(.notHere(written, in: "message")) }
        let message = reader.clause("in")
        words = reader.countRange("words")
        mention = Self.readItems("mention", &reader)
        avoid = Self.readItems("avoid", &reader)
        inOrder = Self.readItems("in_order", &reader)
        inFirst = Self.readHead(&reader)
        mayHavePlaceholders = reader.node["placeholders"]?.readYesNo("'placeholders'", &reader.diagnostics) ?? true
        vocabulary = reader.vocabulary
        let asksForKinds = (mention + avoid + inOrder).contains { $0.phrases.contains(where: \.isKind) }
        known = asksForKinds ? reader.vocabulary.knownPhrases : []
        guard let message else { return nil }
        self.message = message
        if ["words", "mention", "avoid", "in_order", "placeholders"].allSatisfy({ reader.node[$0] == nil }) {
            let key = reader.node.key("in") ?? reader.node.node
            reader.diagnostics.report(
                .noBounds(at: key.range, keys: ["words", "mention", "avoid", "in_order", "placeholders"]))
            return nil
        }
    }

    var kinds: [KindID] { [] }
    var occasionKinds: [KindID] { message.kinds }
    var isSteady: Bool { true }
    var asksFor: [KindID] { [] }
    var possibleVerdicts: [Verdict.Status] { [.doesNotApply, .ok, .overdue] }
    var silence: String? { "it is held against a message, not against what was done." }

    // MARK: Reading

    private static func readItems(_ key: String, _ reader: inout RuleReader) -> [Item] {
        guard let value = reader.node[key] else { return [] }
        let nodes =
            value.kind == .scalar
            ? value.readWords("'\(key)'", &reader.diagnostics) : value.readList("'\(key)'", &reader.diagnostics)
        return (nodes ?? []).compactMap { readItem($0, key, &reader) }
    }

    /// A phrase, a kind, or several of them under `any:`.
    private static func readItem(_ node: Node, _ key: String, _ reader: inout RuleReader) -> Item? {
        var nodes: [Node]? = [node]
        if node.kind == .sequence {
            nodes = node.readWords("each item of '\(key)'", &reader.diagnostics)
        } else if node.kind == .mapping {
            let keyed = KeyedNode(node, of: "an item of '\(key)'", keys: ["any"], &reader.diagnostics)
            nodes = keyed?.required("any", &reader.diagnostics)?.readWords("'any'", &reader.diagnostics)
        }
        let phrases = (nodes ?? []).compactMap { readPhrase($0, &reader) }
        guard !phrases.isEmpty else { return nil }
        return Item(phrases: phrases, spoken: phrases.map { $0.spoken(reader.vocabulary) }.joined(separator: " or "))
    }

    private static func readPhrase(_ node: Node, _ reader: inout RuleReader) -> Phrase? {
        guard let text = node.readText("a phrase", &reader.diagnostics) else { return nil }
        if let kind = reader.vocabulary.kind(named: text) {
            if !reader.vocabulary[kind].phrases.isEmpty { return .kind(kind) }
            reader.diagnostics.report(.noPhrases(text, at: node.range))
            return nil
        }
        if looksLikeKind(text) {
            let known = reader.vocabulary.kinds.filter { !$0.phrases.isEmpty }.map(\.name)
            reader.diagnostics.report(.unknownWord(text, is: "a kind of activity", at: node.range, among: known))
            return nil
        }
        return .words(text, FoldedText(text))
    }

    /// `noun.verb`: small letters with one point between them.
    private static func looksLikeKind(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") }
            }
    }

    private static func readHead(_ reader: inout RuleReader) -> Head? {
        guard let value = reader.node["in_first"], let text = value.readText("'in_first'", &reader.diagnostics) else {
            return nil
        }
        if reader.node["mention"] == nil { _ = reader.required("mention") }
        let parts = text.split(separator: " ").map(String.init)
        let unit = TextCuts.Unit.allCases.first { parts.count == 2 && [$0.rawValue, $0.singular].contains(parts[1]) }
        if let unit, let count = Int(parts[0]), count > 0 { return Head(count: count, unit: unit) }
        reader.diagnostics.report(.notAHead(text, at: value.range))
        return nil
    }

    // MARK: Meaning

    /// A wording has nothing to say about what was done.
    func evaluate(_ run: inout Evaluation) {}

    /// What is to be mended in a message, in the order of the text; nil when the rule is about other messages.
    func evaluate(_ message: Message) -> [Finding]? {
        guard self.message.kinds.contains(where: { vocabulary[$0].name == message.kind }) else { return nil }
        let cuts = TextCuts(message.text)
        let finder = PhraseFinder(FoldedText(message.text), known: known)
        let end = message.text.utf8.count
        var findings = length(cuts, end) + mentions(finder, cuts, end) + order(finder)
        for item in avoid {
            findings += finder.places(of: item.phrases).map {
                Finding(text: "\(item.spoken) does not belong here", place: $0)
            }
        }
        if !mayHavePlaceholders {
            findings += Placeholders.places(in: message.text).map { place in
                Finding(text: "'\(message.text.utf8Slice(place))' is still to be filled in", place: place)
            }
        }
        return findings.enumerated().sorted {
            ($0.element.place.lowerBound, $0.offset) < ($1.element.place.lowerBound, $1.offset)
        }
        .map(\.element)
    }

    private func length(_ cuts: TextCuts, _ end: Int) -> [Finding] {
        let count = cuts.words.count
        if count > words.upperBound {
            let text = "this has \(count) words, and at most \(words.upperBound) are wanted"
            return [Finding(text: text, place: cuts.words[words.upperBound].lowerBound..<end)]
        }
        guard count < words.lowerBound else { return [] }
        return [Finding(text: "this has \(count) words, and at least \(words.lowerBound) are wanted", place: end..<end)]
    }

    private func mentions(_ finder: PhraseFinder, _ cuts: TextCuts, _ end: Int) -> [Finding] {
        let head = inFirst.map { head in cuts[head.unit].prefix(head.count).last?.upperBound ?? 0 } ?? end
        return mention.compactMap { item in
            guard let first = finder.places(of: item.phrases).first else {
                return Finding(text: "\(item.spoken) is missing", place: head..<head)
            }
            guard let inFirst, first.upperBound > head else { return nil }
            return Finding(text: "\(item.spoken) belongs in \(inFirst.spoken)", place: first)
        }
    }

    /// Of those that are there, each comes after the one before it in the list.
    private func order(_ finder: PhraseFinder) -> [Finding] {
        let found = inOrder.compactMap { item in finder.places(of: item.phrases).first.map { (item: item, place: $0) } }
        return zip(found, found.dropFirst()).compactMap { before, after in
            after.place.lowerBound >= before.place.lowerBound
                ? nil : Finding(text: "\(after.item.spoken) belongs after \(before.item.spoken)", place: after.place)
        }
    }

    // MARK: Words

    func sentence(_ vocabulary: Vocabulary) -> String {
        var parts: [String] = []
        if words.upperBound < .max { parts.append("has at most \(words.upperBound) words") }
        if words.lowerBound > 0 { parts.append("has at least \(words.lowerBound) words") }
        if !mention.isEmpty {
            parts.append("says " + list(mention, "and") + (inFirst.map { " in \($0.spoken)" } ?? ""))
        }
        if !avoid.isEmpty { parts.append("does not say " + list(avoid, "or")) }
        if !inOrder.isEmpty { parts.append("says in this order " + list(inOrder, "and")) }
        if !mayHavePlaceholders { parts.append("leaves nothing to be filled in") }
        let subject = message.anyNoun(vocabulary)
        return subject.prefix(1).uppercased() + subject.dropFirst() + " " + joined(parts, "and") + "."
    }

    private func list(_ items: [Item], _ word: String) -> String { joined(items.map(\.spoken), word) }

    private func joined(_ parts: [String], _ word: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] { [] }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        var mutants = lengths + items(\.mention, "Is it enough to say") + items(\.avoid, "May it say")
        mutants += head + orders
        if !mayHavePlaceholders {
            mutants.append(mutant("May something be left to be filled in?") { $0.mayHavePlaceholders = true })
        }
        return mutants
    }

    private var lengths: [Mutant] {
        let most = [words.upperBound - 1, words.upperBound &+ 1].filter {
            words.upperBound < .max && $0 >= words.lowerBound
        }
        let least = [words.lowerBound - 1, words.lowerBound + 1].filter {
            words.lowerBound > 0 && $0 <= words.upperBound
        }
        return most.map { number in
            mutant("May it have \(number) words?") { $0.words = $0.words.lowerBound...number }
        } + least.map { number in
            mutant("Are \(number) words enough?") { $0.words = number...$0.words.upperBound }
        }
    }

    /// Each item of a list left out, and each of the ways to say it.
    private func items(_ list: WritableKeyPath<Self, [Item]>, _ question: String) -> [Mutant] {
        self[keyPath: list].enumerated().flatMap { place, item -> [Mutant] in
            let isWanted = list == \.mention
            let dropped = mutant("\(isWanted ? "May it leave out" : question) \(item.spoken)?") {
                $0[keyPath: list].remove(at: place)
            }
            guard item.phrases.count > 1 else { return [dropped] }
            return [dropped]
                + item.phrases.indices.map { phrase in
                    mutant("\(question) \(item.phrases[phrase].spoken(vocabulary))?") {
                        $0[keyPath: list][place] = item.without(phrase)
                    }
                }
        }
    }

    private var head: [Mutant] {
        guard let inFirst else { return [] }
        let others = [inFirst.count - 1, inFirst.count + 1].filter { $0 > 0 }.map {
            Head(count: $0, unit: inFirst.unit)
        }
        return [mutant("May it stand anywhere?") { $0.inFirst = nil }]
            + others.map { head in mutant("Must it stand in \(head.spoken)?") { $0.inFirst = head } }
    }

    /// Each item of the order left out, so that the others alone are in order.
    private var orders: [Mutant] {
        guard inOrder.count > 1 else { return [] }
        return inOrder.indices.map { place in
            mutant("May \(inOrder[place].spoken) come at any place?") { $0.inOrder.remove(at: place) }
        }
    }
}

extension Wording {
    /// What a message should say and should not, in words.
    var sayings: Sayings {
        let texts = { (items: [Item]) in
            items.map { item in item.phrases.flatMap { $0.texts(vocabulary) } }
        }
        return Sayings(
            mention: texts(mention), avoid: texts(avoid), inOrder: texts(inOrder), words: words,
            headCount: inFirst?.count)
    }
}

extension Phrase {
    /// The words that say it.
    fileprivate func texts(_ vocabulary: Vocabulary) -> [String] {
        switch self {
        case .words(let text, _): [text]
        case .kind(let kind): vocabulary[kind].phrases
        }
    }

    fileprivate var isKind: Bool {
        if case .kind = self { return true }
        return false
    }
}

extension String {
    /// The text of some of its bytes.
    fileprivate func utf8Slice(_ place: Range<Int>) -> String { String(decoding: Array(utf8)[place], as: UTF8.self) }
}
