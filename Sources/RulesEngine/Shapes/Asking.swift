/// What a rule asks a person to do. Two rules that ask for the same of the same person about the same thing are one
/// card (rules.md §4a.17).
struct Asking: Sendable, Hashable {
    /// The kinds of activity that would do it.
    let kinds: [KindID]
    /// What must hold for it.
    var condition = Condition()
    /// What it must be about.
    var about: AboutLink?
    /// Whether every occasion needs one of its own.
    var isOneToOne = false
    /// Whether it may be done with anyone: the one the occasion is with is not who is asked for.
    var isOfAnyone = false
}

extension Shape {
    /// What the rule asks for; nil when it asks to leave something.
    var asking: Asking? { asksFor.isEmpty ? nil : Asking(kinds: asksFor) }
}
