import RulesEngine

/// Holds the items of packs' lists against an episode.
struct ItemReader {
    let evaluated: Evaluated

    /// What an item says for an episode, or for each activity of it that it stands for. Entries of rules that ask for the
    /// same are taken in, and taken out of the list.
    func entries(
        of item: ChecklistItem, for episode: EpisodeView, takingIn ruled: inout [ChecklistEntry]
    ) -> [ChecklistEntry] {
        if let until = item.until, evaluated.proof(of: until, .after, for: episode) != nil { return [] }
        guard let each = item.each else { return [entry(of: item, for: episode, takingIn: &ruled)].compactMap { $0 } }
        return evaluated.each(each, item.phase == .before ? .sinceArranged : .after, of: episode).compactMap { one in
            entry(of: item, for: one, takingIn: &ruled)
        }
    }

    /// What an item says for an episode; nil when it does not belong to it.
    private func entry(
        of item: ChecklistItem, for episode: EpisodeView, takingIn ruled: inout [ChecklistEntry]
    ) -> ChecklistEntry? {
        let answer = evaluated.answer(item.condition, for: episode)
        guard answer != .no else { return nil }
        let same = ruled.indices.filter { ruled[$0].person == episode.person && saysTheSame(ruled[$0], item) }
        let rules = same.map { ruled[$0] }
        guard let text = item.text.map({ evaluated.words($0, for: episode) }) ?? rules.first?.text else { return nil }
        let proof = item.proof.flatMap { evaluated.proof(of: $0.activity, $0.time, after: $0.first, for: episode) }
        var entry = entry(item, text, proof, answer)
        for rule in rules { entry.take(in: rule) }
        for place in same.reversed() { ruled.remove(at: place) }
        return entry
    }

    /// What an item of a list that can be seen to at any time says; nil when it does not concern the person.
    func entry(of item: ChecklistItem) -> ChecklistEntry? {
        let answer = evaluated.answer(item.condition)
        guard answer != .no, let text = item.text.map(evaluated.words) else { return nil }
        return entry(item, text, item.proof.flatMap { evaluated.proof(of: $0.activity) }, answer)
    }

    private func entry(
        _ item: ChecklistItem, _ text: String, _ proof: ClauseProof?, _ answer: ClauseAnswer
    ) -> ChecklistEntry {
        var question: String?
        if case .unknown(let text) = answer { question = text }
        let kinds = item.proof.flatMap { $0.activity.isPlain && $0.first == nil ? $0.activity.kinds : nil } ?? []
        return ChecklistEntry(
            id: item.id, phase: item.phase, text: text, state: state(proof, item.phase), question: question,
            person: nil, rules: [], source: item.source ?? "", kinds: kinds, isListed: true)
    }

    /// What is to be prepared is done once the plan of the episode has it.
    private func state(_ proof: ClauseProof?, _ phase: Checklist.Phase) -> Checklist.State {
        guard let proof else { return .open }
        guard proof.isPlanned else { return .done(proof.text) }
        return phase == .before && proof.isInside ? .done("the plan has it") : .planned(proof.text)
    }

    /// A rule the item names, or one that asks for just what proves the item.
    private func saysTheSame(_ entry: ChecklistEntry, _ item: ChecklistItem) -> Bool {
        if !Set(entry.rules).isDisjoint(with: item.rules) { return true }
        guard let proof = item.proof, proof.activity.isPlain, proof.first == nil else { return false }
        return Set(entry.kinds) == Set(proof.activity.kinds)
    }
}

/// Turns the rules' verdicts into entries.
struct RuleReading {
    let evaluated: Evaluated
    /// The rules that packs' lists speak of.
    let placed: Set<String>
    /// What the person has put away.
    let putAway: PutAwayAdvice

    /// The entry of a verdict; nil when the rule asks for nothing that can be ticked.
    func entry(of verdict: Verdict) -> ChecklistEntry? {
        let rule = evaluated.rule(of: verdict)
        guard let state = state(of: verdict, rule) else { return nil }
        // Beside a list, what a plan is to contain is written before the talk; once it stands there, it is seen to.
        let isRepair =
            !placed.isEmpty && rule.timing == .during && !placed.contains(rule.id) && evaluated.concernsPlan(verdict)
        if isRepair, case .planned = state { return nil }
        let isQuestion = verdict.status == .cannotTell
        return ChecklistEntry(
            id: String(rule.id.split(separator: "/").last ?? ""), phase: isRepair ? .before : phase(of: rule),
            text: isQuestion ? evaluated.headline(of: verdict) : evaluated.action(of: verdict) ?? rule.title,
            state: state, question: nil, person: evaluated.person(of: verdict), rules: [rule.id],
            source: rule.source?.text ?? "",
            kinds: isQuestion ? [] : rule.asksFor, isListed: false, isLate: verdict.status == .late,
            time: time(of: verdict, rule))
    }

    /// When what a verdict asks for is in time; what belongs into the talk itself is bound to that.
    private func time(of verdict: Verdict, _ rule: Rule) -> ChecklistEntry.Time? {
        guard rule.timing != .during, let text = evaluated.timeText(of: verdict) else { return nil }
        return ChecklistEntry.Time(
            text: text, deadline: evaluated.deadline(of: verdict)?.seconds ?? .max,
            isTooEarly: evaluated.isTooEarly(verdict))
    }

    private func state(of verdict: Verdict, _ rule: Rule) -> Checklist.State? {
        switch verdict.status {
        case .doesNotApply: return nil
        case .due, .overdue, .broken, .cannotTell:
            return putAway.state(for: verdict, evaluated) ?? .open
        case .ok, .late:
            // What is merely not done needs no tick.
            if rule.asksFor.isEmpty, !placed.contains(rule.id) { return nil }
            let text = evaluated.account(of: verdict) ?? "the plan follows it"
            return evaluated.isDecidedByPlan(verdict) ? .planned(text) : .done(text)
        }
    }

    private func phase(of rule: Rule) -> Checklist.Phase {
        switch rule.timing {
        case .before: .before
        case .during: .during
        case .after: .after
        }
    }
}
