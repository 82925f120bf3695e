extension Evaluated {
    /// The person a verdict is about; nil when nobody.
    public func person(of verdict: Verdict) -> String? {
        verdict.person == Facts.none ? nil : narrator.name(verdict.person)
    }

    /// The last moment at which a verdict is in time; nil without a deadline.
    public func deadline(of verdict: Verdict) -> Instant? {
        verdict.deadline == .max ? nil : Instant(seconds: verdict.deadline)
    }

    /// Why a rule has nothing to say: what it waits for, and what came nearest.
    public func silence(of rule: Rule, about person: String?) -> String {
        if let reason = rule.shape.silence { return reason }
        let kinds = rule.shape.occasionKinds
        let nouns = kinds.map { rules.vocabulary[$0].noun }.joined(separator: " or ")
        let whom = person.map { " with \($0)" } ?? ""
        let waits = "the log holds no \(nouns)\(whom)."
        guard let row = nearestRow(person) else { return waits }
        return waits + " The latest it holds\(whom) is: \(narrator.activity(Int32(row)))."
    }

    private func nearestRow(_ person: String?) -> Int? {
        (0..<facts.count).last { row in
            !facts.has(row, .part) && (person == nil || narrator.name(facts.persons[row]) == person)
        }
    }
}

extension RuleSet {
    /// The rule whose id is nearest to what was written; nil when none is close.
    public func nearestRule(to written: String) -> String? {
        let ids = rules.map(\.id)
        if let near = nearestWord(to: written, among: ids) { return near }
        let short = ids.compactMap { $0.split(separator: "/").last.map(String.init) }
        return nearestWord(to: written, among: short)
    }
}
