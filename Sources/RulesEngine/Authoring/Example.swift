/// One example of a rule: a small log, a fake clock and the verdict the author expects.
struct Example: Sendable {
    /// Its name.
    let name: String
    /// The log it is held against.
    let document: LogDocument
    /// A plan to hold against the log, when it is about a plan.
    let plan: ActivityLine?
    /// The moment it is evaluated at.
    let now: Instant
    /// The zone its times are in.
    let frame: TimeFrame
    /// The verdicts expected, one for each occasion in the order of time; a single one stands for all.
    let expected: [Verdict.Status]
    /// The person whose occasions are looked at; nil for all.
    let person: String?
    /// The exact sentence expected; nil when the author left it open.
    let says: String?
    /// The order in which the rule should put these people, for a rule that gives no verdicts; an order that is kept
    /// counts as 'ok'.
    var order: [WrittenText] = []
    /// The message it is about, for a rule about wording; what is to be mended in it counts as 'overdue'.
    var message: Message?
    /// Where the expected verdict stands.
    let verdictRange: SourceRange
    /// Where the whole example stands.
    let range: SourceRange
}
