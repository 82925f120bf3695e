import RulesEngine

/// One item of a pack's checklist, before it is held against an occasion.
public struct ChecklistItem: Sendable {
    /// Its short name, by which it is ticked: `pay-for-the-coffee`.
    public let id: String
    /// When it is seen to.
    public let phase: Checklist.Phase
    /// What to do as the pack writes it, with its slots unfilled; the first rule's id where the rule's words stand.
    public let title: String
    /// What to do; nil when a rule's own words stand here.
    let text: WrittenSentence?
    /// The activity it stands for, once for each; nil when it stands there once.
    let each: WrittenActivity?
    /// What takes it from the list; nil when nothing does.
    let until: WrittenActivity?
    /// When it belongs on the list.
    let condition: WrittenCondition
    /// What shows that it was done; nil when only the person can say so.
    let proof: Proof?
    /// The rules that ask for the same thing, as `pack/rule`.
    public let rules: [String]
    /// The pieces of advice it encodes, by their full ids.
    public let advice: [WrittenText]
    /// Where it comes from; nil when the pack does not say.
    public let source: String?
    /// Where its id stands.
    public let range: SourceRange

    /// What shows that an item was done.
    struct Proof: Sendable {
        let activity: WrittenActivity
        let time: ProofTime
        /// What must come before it; nil when nothing must.
        let first: WrittenActivity?
    }
}

/// A checklist as a pack writes it.
public struct WrittenChecklist: Sendable {
    /// Its short name.
    public let name: String
    /// What it is called for people.
    public let title: String
    /// The episode it is for, such as `meeting`; nil when it can be seen to at any time.
    public let episode: String?
    /// What ends the time in which it is offered; nil when nothing does.
    let until: WrittenActivity?
    /// Its items, in order.
    public let items: [ChecklistItem]

    /// Whether it is offered to who names no checklist: until what ends its time.
    package func isOffered(_ evaluated: Evaluated) -> Bool { until.flatMap(evaluated.proof) == nil }
}
