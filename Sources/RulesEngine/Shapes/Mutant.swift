/// A rule that is subtly wrong, with the question its author would have to answer to tell it from the right one.
///
/// Shapes make their own mutants, since only they know how their advice can be misunderstood (rules.md §9.2). A mutant
/// is never the rule itself, and no two of one rule are the same.
struct Mutant: Sendable {
    /// The rule's shape with one thing changed, or as it is when a gate was changed.
    let shape: any Shape
    /// The rule's gates with one thing changed; nil when they stay.
    var gates: [Gate]?
    /// The question in English that the change answers wrongly.
    let question: String
    /// Whether no log tells it from the rule, though it reads otherwise.
    var isSame = false
    /// The condition of the rule and that of the mutant, when they differ in nothing else.
    var conditions: [Condition] = []

    /// The highest number a rule may name for examples to have so many: nobody would read a longer one.
    static let highestNumber = 60
}

extension Shape {
    /// The same shape with one thing changed, as a mutant.
    func mutant(_ question: String, _ change: (inout Self) -> Void) -> Mutant {
        var copy = self
        change(&copy)
        return Mutant(shape: copy, question: question)
    }

    /// Mutants of an activity; the question is about the case in which two of them differ: `when the level is mid`.
    func mutants(
        of clause: WritableKeyPath<Self, ActivityClause>, _ words: RuleWords, _ question: (String) -> String
    ) -> [Mutant] {
        self[keyPath: clause].near(words).map { near in
            var mutant = mutant(question(near.difference)) { $0[keyPath: clause] = near.clause }
            mutant.conditions = self[keyPath: clause].conditions(beside: near.clause)
            return mutant
        }
    }

    /// Mutants of an activity that a rule may leave out; none when it does.
    func mutants(
        of clause: WritableKeyPath<Self, ActivityClause?>, _ words: RuleWords, _ question: (String) -> String
    ) -> [Mutant] {
        (self[keyPath: clause]?.near(words) ?? []).map { near in
            var mutant = mutant(question(near.difference)) { $0[keyPath: clause] = near.clause }
            mutant.conditions = self[keyPath: clause]?.conditions(beside: near.clause) ?? []
            return mutant
        }
    }

    /// Mutants of what a rule speaks about.
    func mutants(ofOccasion clause: WritableKeyPath<Self, ActivityClause>, _ words: RuleWords) -> [Mutant] {
        mutants(of: clause, words) { "Does the rule apply \($0)?" }
    }

    /// Mutants of a condition on records; the question is about the case in which two of them differ.
    func mutants(
        of condition: WritableKeyPath<Self, Condition>, _ words: RuleWords, _ question: (String) -> String
    ) -> [Mutant] {
        self[keyPath: condition].near(words).map { near in
            var mutant = mutant(question("when " + near.difference)) { $0[keyPath: condition] = near.condition }
            mutant.conditions = [self[keyPath: condition], near.condition]
            return mutant
        }
    }

    /// Mutants of an `unless` that the shape judges; none without one.
    func mutants(of excuse: WritableKeyPath<Self, Excuse?>, _ words: RuleWords) -> [Mutant] {
        (self[keyPath: excuse]?.near(words) ?? []).map { near in
            mutant(near.question) { $0[keyPath: excuse] = near.excuse }
        }
    }

    /// Mutants of whom it must concern; the question is about such a one: `with somebody else`.
    func mutants(
        of link: WritableKeyPath<Self, PersonLink>, from occasion: ActivityClause, to answer: ActivityClause,
        _ words: RuleWords, _ question: (String) -> String
    ) -> [Mutant] {
        let isOfPeople = (occasion.kinds + answer.kinds).allSatisfy { words.vocabulary[$0].needsPerson }
        return self[keyPath: link].near(isOfPeople: isOfPeople).map { near in
            mutant(question(near.difference)) { $0[keyPath: link] = near.link }
        }
    }

    /// Mutants of a length of time; the question is about the other one: `2 days`.
    func mutants(of span: WritableKeyPath<Self, Span?>, _ question: (String) -> String) -> [Mutant] {
        (self[keyPath: span]?.near ?? []).map { other in
            mutant(question(other.spoken)) { $0[keyPath: span] = other }
        }
    }

    /// Mutants of which occasions count.
    func mutants(of which: WritableKeyPath<Self, Which>) -> [Mutant] {
        self[keyPath: which].near.map { near in mutant(near.question) { $0[keyPath: which] = near.which } }
    }
}
