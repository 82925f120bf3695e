/// What a rule said about one occasion at the end of a day.
public struct ReplayState: Sendable, Hashable {
    /// The answer.
    public let status: Verdict.Status
    /// Whether it is still asked for.
    public let closing: Verdict.Closing
    /// Whether `today` would show it: it can be done, and has not been broken for too long.
    let isShown: Bool
    let reason: Reason
    let missing: FieldID?

    /// What there is to say about an occasion that is none any more.
    static let gone = ReplayState(status: .doesNotApply, closing: .open, isShown: false, reason: .none, missing: nil)

    /// For how long `today` warns of what cannot be mended (rules.md §4a.8).
    private static let brokenShows: Int64 = 7 * 86_400

    /// Whether it asks for something or warns: due, overdue or broken.
    public var speaks: Bool { isShown && [.due, .overdue, .broken].contains(status) }
    /// Whether it asks for a fact.
    public var asks: Bool { isShown && status == .cannotTell }

    /// The answer in a word, as reports compare it.
    public var word: String {
        switch closing {
        case .open: status.word
        case .excused: "\(status.word), excused"
        case .givenUp: "\(status.word), given up"
        case .history: "\(status.word), before you began"
        case .archived: "\(status.word), archived"
        }
    }
}

extension ReplayState {
    init(_ verdict: Verdict, _ evaluated: Evaluated) {
        let isShown =
            switch verdict.status {
            case .due, .overdue: verdict.notBefore <= evaluated.now.seconds
            case .cannotTell: verdict.missing.map { !evaluated.isKnownToBeUnknown($0) } ?? true
            case .broken: evaluated.now.seconds <= evaluated.brokenSince(verdict) + Self.brokenShows
            case .doesNotApply, .ok, .late: false
            }
        self.init(
            status: verdict.status, closing: verdict.closing, isShown: isShown && verdict.closing == .open,
            reason: verdict.reason, missing: verdict.missing?.field)
    }
}
