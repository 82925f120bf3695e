/// The three answers a condition can have (rules.md §4a.9).
enum Truth: Sendable, Hashable {
    case yes
    case no
    /// A fact is missing; which one.
    case unknown(MissingFact)

    /// No beats unknown beats yes.
    func and(_ other: Truth) -> Truth {
        if self == .no || other == .no { return .no }
        return self == .yes ? other : self
    }

    /// Yes beats unknown beats no.
    func or(_ other: Truth) -> Truth {
        if self == .yes || other == .yes { return .yes }
        return self == .no ? other : self
    }

    var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: self
        }
    }
}
