extension ReplaySilence {
    /// Why a rule never asked for anything, in a sentence without a full stop.
    var text: String {
        if isAboutMessages { return "it is held against messages, not against logs" }
        if causes.isEmpty { return nouns.isEmpty ? "there was nothing it speaks of" : "no \(nouns) in any log" }
        if causes[.whereFails] == total, let failing = failingConditions { return failing }
        let ordered = causes.sorted { ($0.value, $1.key.words) > ($1.value, $0.key.words) }
        return ordered.map { "\($0.value) × \($0.key.words)" }.joined(separator: ", ")
            + (failingConditions.map { "; \($0)" } ?? "")
    }

    private var total: Int { causes.values.reduce(0, +) }

    /// Which conditions never held; that they did not hold together, when each did alone.
    private var failingConditions: String? {
        guard !conditions.isEmpty else { return nil }
        let never = conditions.filter { $0.held == 0 }
        if never.isEmpty { return "the conditions of 'where' never held together" }
        return "'where' never held: " + never.map(\.words).joined(separator: ", ")
    }
}

extension ReplaySilence.Condition {
    fileprivate var words: String {
        let counts = [(failed, "something else"), (unknown, "not known")].filter { $0.0 > 0 }
        return subject + " (" + counts.map { "\($0.0) × \($0.1)" }.joined(separator: ", ") + ")"
    }
}

extension ReplaySilence.Cause {
    fileprivate var words: String {
        switch self {
        case .followed: "followed"
        case .whereFails: "kept out by 'where'"
        case .unless: "kept out by 'unless'"
        case .onlyIf: "kept out by 'only_if'"
        case .calledOff: "called off"
        case .superseded: "replaced by a newer one"
        case .nobody: "with nobody it could concern"
        case .history: "before the person began"
        case .archived: "with somebody who is archived"
        case .tooFew: "with too little to go by"
        case .notYet: "not possible yet"
        case .other: "with nothing to say"
        case .missing(let title): "\(title) not known"
        }
    }
}
