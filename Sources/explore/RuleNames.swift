import RulesEngine

extension RuleSet {
    /// The rules in force of an id, or of the last part of one, none when all of them rest; an error offers the nearest when
    /// no pack has such a rule.
    func rulesCalled(_ name: String) throws -> [Rule] {
        let found = rules(named: name)
        let rests = restingRules.contains { $0.id == name || $0.id.hasSuffix("/" + name) }
        if !found.isEmpty || rests { return found }
        if let resting = resting.first(where: { $0.rule.id == name || $0.rule.id.hasSuffix("/" + name) }) {
            let reason = RuleSetWriter.restingLines(resting).map { $0.trimmingPrefix { $0 == " " } }
            throw CommandFailure("this rule is not in force", help: reason.joined(separator: "\n"))
        }
        throw CommandFailure(
            "there is no rule called '\(name)'",
            help: nearestRule(to: name).map { "did you mean '\($0)'?" } ?? "'explore pack show' lists all rules")
    }

    /// The one rule of an id, or of the last part of one; an error lists those it could be.
    func ruleCalled(_ name: String) throws -> Rule {
        let found = try rulesCalled(name)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            throw CommandFailure("the rule '\(name)' is not in force", help: "'explore pack show' says why")
        }
        throw CommandFailure(
            "several rules are called '\(name)'", help: "write one of: " + found.map(\.id).joined(separator: ", "))
    }
}
