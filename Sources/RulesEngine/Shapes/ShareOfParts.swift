/// A share within each plan: so many percent of what a list of it holds are such (`of: agenda parts`).
///
/// Parts count one by one, or by their weight; a part whose weight nobody has told is not counted (rules.md §4a.14). Like
/// everything a plan says, it can be mended until the plan starts.
struct ShareOfParts: Sendable, Hashable {
    /// What `of:` ends with, behind the name of the list.
    static let suffix = " parts"

    /// The plans.
    var whole: ActivityClause
    /// The list whose parts are counted.
    let list: FieldID
    /// The activities that are such.
    var such: ActivityClause

    /// Reads `for_each`, `of`, `where` and `are`; nil when one is missing or cannot be read, with the reason reported.
    init?(reading reader: inout RuleReader) {
        reader.refuse(["count"], beside: "of")
        let whole = reader.clause("for_each", where: "where")
        let such = reader.required("are").flatMap { reader.clause($0) }
        guard let whole, let list = Self.list(of: whole, &reader), let such else { return nil }
        self.whole = whole
        self.list = list
        self.such = such
    }

    private static func list(of whole: ActivityClause, _ reader: inout RuleReader) -> FieldID? {
        guard let value = reader.node["of"] else { return nil }
        let lists = whole.kinds.flatMap { reader.vocabulary[$0].fields }.filter {
            reader.vocabulary[$0].type == .activities
        }
        let names = lists.map { reader.vocabulary[$0].name + suffix }
        if let place = names.firstIndex(of: value.text) { return lists[place] }
        reader.diagnostics.report(
            .unknownWord(value.text, is: "a list of parts of it", at: value.range, among: names))
        return nil
    }

    /// The kinds whose activities can change it.
    var kinds: [KindID] { whole.kinds + such.kinds }

    /// All parts in the list of one plan.
    func all(of row: Int, _ run: Evaluation) -> [Int32] {
        var parts: [Int32] = []
        run.collectParts(of: row, .possible, into: &parts)
        return parts.filter { run.facts.partFields[Int($0)] == list }
    }

    /// Whether a part is such.
    func isSuch(_ part: Int32, _ run: Evaluation) -> Truth {
        such.kinds.contains(run.facts.kinds[Int(part)]) ? run.holds(such.condition, for: Int(part)) : .no
    }

    /// A verdict that is outside the limits, by what can still be done about it: until it starts a plan is mended.
    func open(_ verdict: Verdict, _ run: Evaluation) -> Verdict {
        guard verdict.status == .overdue else { return verdict }
        let row = Int(verdict.occasion)
        guard let starts = run.startOfPlan(row) else {
            return run.facts.has(row, .planned) ? verdict : verdict.with(.broken, verdict.reason)
        }
        var verdict = verdict
        verdict.deadline = starts
        guard starts <= run.now, !run.facts.has(row, .planned) else { return verdict }
        return run.isUndecided(row: row) ? run.cannotTellOutcome(row) : verdict.with(.broken, verdict.reason)
    }

    /// How it reads without weight and full stop.
    func sentence(_ wanted: String, _ vocabulary: Vocabulary) -> String {
        "In every \(whole.noun(vocabulary))\(whole.remark), \(wanted) of the parts under '\(vocabulary[list].title)' are "
            + "each \(such.anyNoun(vocabulary))\(such.remark)"
    }

    /// Shares of other plans or of other parts, each with the question that tells the two apart.
    func near(_ words: RuleWords) -> [(question: String, parts: ShareOfParts)] {
        let wholes = whole.near(words).map { near in
            var copy = self
            copy.whole = near.clause
            return (question: "Does the rule apply \(near.difference)?", parts: copy)
        }
        return wholes
            + such.near(words).map { near in
                var copy = self
                copy.such = near.clause
                return (question: "Is a part such \(near.difference)?", parts: copy)
            }
    }
}
