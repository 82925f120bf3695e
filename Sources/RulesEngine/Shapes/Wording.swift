/// A message says this and not that: a prose lint.
///
/// Its occasions are messages under check, never what stands in a log: each is held against the log as if it were sent now.
/// What is to be mended has its place in the message; what is missing is placed where the message, or the stretch it
/// belongs in, ends.
struct Wording: Shape {
    static let name = "wording"
    static let signature = ["in"]
    static let furtherKeys = [
        "words", "mention", "avoid", "unless_after", "in_order", "in_first", "placeholders", "attachments",
    ]
    static let gating = Gating.judgesNothing

    private var message: ActivityClause
    private var words: ClosedRange<Int>
    private var mention: [WordingItem]
    private var avoid: [WordingItem]
    /// Words such as 'not' that make the rest of their clause right.
    private var unlessAfter: [FoldedText]
    private var inOrder: [WordingItem]
    private var inFirst: Head?
    private var mayHavePlaceholders: Bool
    private var mayHaveAttachments: Bool
    private let known: [PhraseFinder.KnownPhrase]
    private let vocabulary: Vocabulary

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
        /// Where, in bytes of the message's part; empty for what is missing.
        let place: Range<Int>
        /// The part it stands in.
        var part = Message.Part.text
    }

    init?(reading reader: inout RuleReader) {
        let message = reader.clause("in", where: "where")
        let kinds = message?.kinds ?? []
        words = reader.countRange("words")
        mention = reader.wordingItems("mention", about: kinds)
        avoid = reader.wordingItems("avoid", about: kinds)
        unlessAfter = Self.readExceptions(&reader)
        inOrder = reader.wordingItems("in_order", about: kinds)
        inFirst = Self.readHead(&reader)
        mayHavePlaceholders = reader.node["placeholders"]?.readYesNo("'placeholders'", &reader.diagnostics) ?? true
        mayHaveAttachments = reader.node["attachments"]?.readYesNo("'attachments'", &reader.diagnostics) ?? true
        vocabulary = reader.vocabulary
        known = (mention + avoid + inOrder).contains(where: \.asksForKinds) ? reader.vocabulary.knownPhrases : []
        guard let message else { return nil }
        self.message = message
        let key = reader.node.key("in") ?? reader.node.node
        if !kinds.contains(where: { !vocabulary[$0].messages.isEmpty }) {
            reader.diagnostics.report(.notAMessageKind(reader.node["in"] ?? key, among: vocabulary.messageKinds))
        }
        if Self.demands.allSatisfy({ reader.node[$0] == nil }) {
            reader.diagnostics.report(.noBounds(at: key.range, keys: Self.demands))
            return nil
        }
    }

    /// The keys of which a rule has one at least.
    private static let demands = ["words", "mention", "avoid", "in_order", "placeholders", "attachments"]

    var kinds: [KindID] { message.kinds }
    var occasionKinds: [KindID] { message.kinds }
    var occasionClause: ActivityClause? { message }
    var isSteady: Bool { true }
    var sight: GateSight { GateSight(hasLater: false) }
    var asksFor: [KindID] { [] }
    /// A rule for every kind of message always applies.
    var possibleVerdicts: [Verdict.Status] {
        let isForAll = vocabulary.messageKinds.allSatisfy { message.kinds.contains($0.id) }
        return isForAll && message.condition.isEmpty ? [.ok, .overdue] : [.doesNotApply, .ok, .overdue]
    }
    var silence: String? { "it is held against a message, not against what was done." }

    // MARK: Reading

    private static func readExceptions(_ reader: inout RuleReader) -> [FoldedText] {
        guard let value = reader.node["unless_after"] else { return [] }
        if reader.node["avoid"] == nil { _ = reader.required("avoid") }
        return (value.readWords("'unless_after'", &reader.diagnostics) ?? []).flatMap { word in
            let saying = reader.vocabulary.sayings.first { $0.name == word.text }
            return (saying?.phrases ?? [word.text]).map { FoldedText($0) }
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

    /// Judges the message under check; what was done says nothing about words.
    func evaluate(_ run: inout Evaluation) {
        guard run.message != nil else { return }
        for candidate in run.candidates(of: message, .each) where run.facts.has(candidate.row, .planned) {
            run.add(run.settled(candidate) ?? judge(candidate.row, run))
        }
    }

    private func judge(_ row: Int, _ run: Evaluation) -> Verdict {
        let narrator = Narrator(facts: run.facts, vocabulary: run.vocabulary, frame: run.frame, now: run.now)
        let found = run.message.map { findings(in: $0, row, narrator) } ?? []
        return run.verdict(row, found.isEmpty ? .ok : .overdue)
    }

    /// What is to be mended in a message that is a row of the facts, in the order of the text.
    func findings(in message: Message, _ row: Int, _ narrator: Narrator) -> [Finding] {
        let search = MessageSearch(message, known: known, .init(row: row, narrator: narrator))
        let findings =
            attachments(message) + length(search) + mentions(search) + order(search) + avoided(search)
            + placeholders(message)
        return findings.enumerated().sorted {
            ($0.element.part.order, $0.element.place.lowerBound, $0.offset)
                < ($1.element.part.order, $1.element.place.lowerBound, $1.offset)
        }
        .map(\.element)
    }

    private func length(_ search: MessageSearch) -> [Finding] {
        let (places, end) = (search.cuts.words, search.end)
        let count = places.count
        if count > words.upperBound {
            let text = "this has \(count) words, and at most \(words.upperBound) are wanted"
            return [Finding(text: text, place: places[words.upperBound].lowerBound..<end)]
        }
        guard count < words.lowerBound else { return [] }
        return [Finding(text: "this has \(count) words, and at least \(words.lowerBound) are wanted", place: end..<end)]
    }

    private func mentions(_ search: MessageSearch) -> [Finding] {
        let head = inFirst.map { head in search.cuts[head.unit].prefix(head.count).last?.upperBound ?? 0 } ?? search.end
        return mention.compactMap { item in
            guard search.isKnown(item) else { return nil }
            guard let first = search.places(of: item).min(by: { $0.lowerBound < $1.lowerBound }) else {
                return Finding(text: "\(item.spoken) is missing", place: head..<head)
            }
            guard let inFirst, first.upperBound > head else { return nil }
            return Finding(text: "\(item.spoken) belongs in \(inFirst.spoken)", place: first)
        }
    }

    /// Of those that are there, each comes after the one before it in the list.
    private func order(_ search: MessageSearch) -> [Finding] {
        let found = inOrder.compactMap { item in search.places(of: item).first.map { (item: item, place: $0) } }
        return zip(found, found.dropFirst()).compactMap { before, after in
            after.place.lowerBound >= before.place.lowerBound
                ? nil : Finding(text: "\(after.item.spoken) belongs after \(before.item.spoken)", place: after.place)
        }
    }

    private func avoided(_ search: MessageSearch) -> [Finding] {
        avoid.flatMap { item in
            let text = "\(item.spoken) does not belong here"
            return [Message.Part.text, .subject].flatMap { part in
                search.places(of: item, in: part, notAfter: unlessAfter).map {
                    Finding(text: text, place: $0, part: part)
                }
            }
        }
    }

    private func placeholders(_ message: Message) -> [Finding] {
        guard !mayHavePlaceholders else { return [] }
        return [Message.Part.text, .subject].flatMap { part in
            let words = message.words(of: part)
            return Placeholders.places(in: words).map { place in
                Finding(text: "'\(words.utf8Slice(place))' is still to be filled in", place: place, part: part)
            }
        }
    }

    private func attachments(_ message: Message) -> [Finding] {
        guard !mayHaveAttachments else { return [] }
        return message.attachments.enumerated().map { place, file in
            Finding(
                text: "\(quoted(file.text)) is attached", place: 0..<file.text.utf8.count, part: .attachment(place))
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
        if !avoid.isEmpty {
            parts.append("does not say " + list(avoid, "or") + (unlessAfter.isEmpty ? "" : " unless it denies it"))
        }
        if !inOrder.isEmpty { parts.append("says in this order " + list(inOrder, "and")) }
        if !mayHavePlaceholders { parts.append("leaves nothing to be filled in") }
        if !mayHaveAttachments { parts.append("comes without attachments") }
        let subject = message.anyNoun(vocabulary) + message.remark
        return subject.prefix(1).uppercased() + subject.dropFirst() + " " + joined(parts, "and") + "."
    }

    private func list(_ items: [WordingItem], _ word: String) -> String { joined(items.map(\.spoken), word) }

    private func joined(_ parts: [String], _ word: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    func explain(_ verdict: Verdict, _ narrator: Narrator) -> [String] { [] }

    // MARK: Mutants

    func mutants(_ words: RuleWords) -> [Mutant] {
        var mutants = lengths + items(\.mention, "Is it enough to say") + items(\.avoid, "May it say")
        mutants += head + orders
        if !unlessAfter.isEmpty {
            mutants.append(mutant("May it not even be said to be denied?") { $0.unlessAfter = [] })
        }
        if !mayHavePlaceholders {
            mutants.append(mutant("May something be left to be filled in?") { $0.mayHavePlaceholders = true })
        }
        if !mayHaveAttachments { mutants.append(mutant("May a file go with it?") { $0.mayHaveAttachments = true }) }
        return mutants + self.mutants(ofOccasion: \.message, words)
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
        }
            + least.map { number in
                mutant("Are \(number) words enough?") { $0.words = number...$0.words.upperBound }
            }
    }

    /// Each item of a list left out, and each of the ways to say it.
    private func items(_ list: WritableKeyPath<Self, [WordingItem]>, _ question: String) -> [Mutant] {
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
        let texts = { (items: [WordingItem]) in
            items.map { item in item.phrases.flatMap { $0.texts(vocabulary) } }
        }
        return Sayings(
            mention: texts(mention), avoid: texts(avoid), inOrder: texts(inOrder), words: words,
            headCount: inFirst?.count)
    }
}

extension Message.Part {
    /// The order in which parts stand in a file.
    fileprivate var order: Int {
        switch self {
        case .subject: 0
        case .attachment(let place): 1 + place
        case .text: .max
        }
    }
}

extension String {
    /// The text of some of its bytes.
    fileprivate func utf8Slice(_ place: Range<Int>) -> String { String(decoding: Array(utf8)[place], as: UTF8.self) }
}
