/// The one way a rule names an activity, in every slot: a kind, several kinds or a group, with conditions on it.
struct ActivityClause: Sendable, Hashable {
    /// The kinds that count, any of them.
    var kinds: [KindID]
    /// The group it was written as, by its place in the vocabulary; nil when kinds were named.
    let group: Int?
    /// What must hold for it.
    var condition = Condition()
    /// How many of them it takes.
    var count = 1
    /// Whether each of them must be with somebody else.
    var isOfDifferentPeople = false

    /// How it reads as a clause: `you meet someone`.
    func happens(_ vocabulary: Vocabulary) -> String {
        if let group { return vocabulary.groups[group].happens }
        return Self.list(kinds.map { vocabulary[$0].happens })
    }

    /// How it reads as an instruction: `send a thank-you note`.
    func instruction(_ vocabulary: Vocabulary) -> String {
        if let group { return vocabulary.groups[group].instruction }
        return Self.list(kinds.map { vocabulary[$0].instruction })
    }

    /// How it reads as a thing: `thank-you note`.
    func noun(_ vocabulary: Vocabulary) -> String {
        if let group { return vocabulary.groups[group].noun }
        return Self.list(kinds.map { vocabulary[$0].noun })
    }

    /// How it reads as one of its kind: `a thank-you note`.
    func anyNoun(_ vocabulary: Vocabulary) -> String {
        if let group { return vocabulary.groups[group].noun }
        return Self.list(kinds.map { vocabulary[$0].anyNoun })
    }

    /// How one of several kinds is called in a question about it: `a thank-you note`, or `one`.
    func one(_ vocabulary: Vocabulary) -> String { group == nil && kinds.count > 1 ? "one" : anyNoun(vocabulary) }

    /// What the sentence adds about the condition: ` (where the format is in person)`; empty without one.
    var remark: String { number + (condition.spoken.isEmpty ? "" : " (where \(condition.spoken))") }

    private var number: String {
        if count == 1 { return "" }
        return isOfDifferentPeople ? " (with \(count) different people)" : " (\(count) times)"
    }
}
