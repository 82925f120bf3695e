/// What a rule demands, reduced to what can contradict another rule.
enum Claim: Sendable {
    /// Something is to be done.
    case does(Demand)
    /// Something is to be left.
    case leaves(Demand)
    /// A field of an activity is to be within limits.
    case limits(ActivityClause, FieldPath, [Limitation])
    /// An activity is to be kept up so many times.
    case keeps(ActivityClause, ForEach, stretch: String, ClosedRange<Int>)

    /// When something is to be done or left, seen from what it depends on.
    enum Setting: Sendable {
        case after(ActivityClause)
        case before(ActivityClause)
        /// As a part, in this list or in any.
        case part(ActivityClause, under: FieldID?)
        /// At all times.
        case ever

        /// What it depends on; nil for all times.
        var occasion: ActivityClause? {
            switch self {
            case .after(let clause), .before(let clause), .part(let clause, _): clause
            case .ever: nil
            }
        }
    }

    /// An activity with its setting and its links.
    struct Demand: Sendable {
        let setting: Setting
        let activity: ActivityClause
        let to: PersonLink
        let about: AboutLink?
        /// How long one has for it, or how long it is to be left; nil without an end.
        let span: Span?

        init(
            _ setting: Setting, _ activity: ActivityClause, _ to: PersonLink = .anyone, _ about: AboutLink? = nil,
            _ span: Span? = nil
        ) {
            self.setting = setting
            self.activity = activity
            self.to = to
            self.about = about
            self.span = span
        }
    }

    /// One thing that must hold for a field.
    enum Limitation: Sendable, Hashable {
        case compare(Condition.Comparison, [Value])
        case isSet(Bool)
    }
}
