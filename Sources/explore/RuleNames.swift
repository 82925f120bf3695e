import RulesEngine

extension RuleSet {
    /// The rules in force of an id, or of the last part of one, none when all of them rest; an error offers the nearest when
    /// no pack has such a rule.
    func rulesCalled(_ name: String) throws -> [Rule] {
        let found = rules(named: name)
        if !found.isEmpty || !restingCalled(name).isEmpty { return found }
        throw CommandFailure(
            "there is no rule called '\(name)'",
            help: nearestRule(to: name).map { "did you mean '\($0)'?" } ?? "'explore pack show' lists all rules")
    }

    /// The one rule of an id, or of the last part of one; an error lists those it could be.
    func ruleCalled(_ name: String) throws -> Rule {
        let found = try rulesCalled(name)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            let reasons = restingCalled(name).flatMap { RuleSetWriter.restingLines($0) }
            throw CommandFailure(
                "the rule '\(name)' is not in force",
                help: reasons.map { $0.trimmingPrefix { $0 == " " } }.joined(separator: "\n"))
        }
        throw CommandFailure(
            "several rules are called '\(name)'", help: "write one of: " + found.map(\.id).joined(separator: ", "))
    }

    private func restingCalled(_ name: String) -> [RestingRule] {
        resting.filter { $0.rule.id == name || $0.rule.id.hasSuffix("/" + name) }
    }
}
