/// Runs the examples of one version of a pack on the rules of another, both ways.
struct BehaviourDiffExamples {
    let old: RuleSet
    let new: RuleSet
    let zones: @Sendable (String) -> Zone?

    /// The examples of two versions of a rule that come out differently with the other version.
    func changes(_ before: Rule, _ after: Rule) -> [BehaviourDiff.ExampleChange] {
        let olds = changes(of: before, before, after, isNew: false)
        let known = Set(olds.map(\.example))
        return olds + changes(of: after, before, after, isNew: true).filter { !known.contains($0.example) }
    }

    /// Runs the examples that stand beside `rule` on both versions.
    private func changes(of rule: Rule, _ before: Rule, _ after: Rule, isNew: Bool) -> [BehaviourDiff.ExampleChange] {
        var ignored = Diagnostics()
        let olds = ExampleReader(vocabulary: old.vocabulary, zones: zones).read(rule, &ignored)
        let news = ExampleReader(vocabulary: new.vocabulary, zones: zones).read(rule, &ignored)
        return (isNew ? news : olds).compactMap { example in
            let first = olds.first { $0.range == example.range }.map { statuses(of: $0, before, old) }
            let second = news.first { $0.range == example.range }.map { statuses(of: $0, after, new) }
            guard first != second else { return nil }
            return BehaviourDiff.ExampleChange(
                rule: after.id, example: example.name, isNew: isNew, before: first, after: second)
        }
    }

    private func statuses(of example: Example, _ rule: Rule, _ rules: RuleSet) -> [Verdict.Status] {
        var ignored = Diagnostics()
        let runner = ExampleRunner(rules: rules, zones: zones)
        let statuses = runner.chosen(runner.evaluate(runner.facts(of: example, &ignored), example, rule), example).map(
            \.status)
        return statuses.isEmpty ? [.doesNotApply] : statuses
    }
}
