/// The one way a rule names an activity, in every slot: kinds and groups, any of them, with conditions on it.
struct ActivityClause: Sendable, Hashable {
    /// A word of the vocabulary that an activity was named with.
    enum Name: Sendable, Hashable {
        case kind(KindID)
        /// A group, by its place in the vocabulary.
        case group(Int)
    }

    /// The kinds that count, any of them, each once.
    var kinds: [KindID]
    /// The words it was written with, which it is spoken of with.
    let names: [Name]
    /// What must hold for it.
    var condition = Condition()
    /// How many of them it takes.
    var count = 1
    /// Whether each of them must be with somebody else.
    var isOfDifferentPeople = false

    init(_ names: [Name], _ vocabulary: Vocabulary) {
        self.names = names
        kinds = []
        for name in names {
            switch name {
            case .kind(let kind): if !kinds.contains(kind) { kinds.append(kind) }
            case .group(let place): kinds += vocabulary.groups[place].kinds.filter { !kinds.contains($0) }
            }
        }
    }

    init(kinds: [KindID]) {
        self.kinds = kinds
        names = kinds.map(Name.kind)
    }

    /// How it reads as a clause: `you meet someone`.
    func happens(_ vocabulary: Vocabulary) -> String { Self.list(words(vocabulary, { $0.happens }, { $0.happens })) }

    /// How it reads as an instruction: `send a thank-you note`.
    func instruction(_ vocabulary: Vocabulary) -> String {
        Self.list(words(vocabulary, { $0.instruction }, { $0.instruction }))
    }

    /// How it reads as a thing: `thank-you note`.
    func noun(_ vocabulary: Vocabulary) -> String { Self.list(words(vocabulary, { $0.noun }, { $0.noun })) }

    /// How it reads as one of its kind: `a thank-you note`.
    func anyNoun(_ vocabulary: Vocabulary) -> String { Self.list(words(vocabulary, { $0.anyNoun }, { $0.noun })) }

    /// How one of several kinds is called in a question about it: `a thank-you note`, or `one`.
    func one(_ vocabulary: Vocabulary) -> String { names.count > 1 ? "one" : anyNoun(vocabulary) }

    /// What each of its words says of itself.
    func words(
        _ vocabulary: Vocabulary, _ ofKind: (Kind) -> String, _ ofGroup: (Vocabulary.Group) -> String
    ) -> [String] {
        names.map { name in
            switch name {
            case .kind(let kind): ofKind(vocabulary[kind])
            case .group(let place): ofGroup(vocabulary.groups[place])
            }
        }
    }

    /// What the sentence adds about the condition: ` (where the format is in person)`; empty without one.
    var remark: String { number + (condition.spoken.isEmpty ? "" : " (where \(condition.spoken))") }

    private var number: String {
        if count == 1 { return "" }
        return isOfDifferentPeople ? " (with \(count) different people)" : " (\(count) times)"
    }
}
