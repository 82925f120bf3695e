import RulesEngine

/// Makes checklists of packs' lists and of the rules' verdicts: an item ticks itself when the log proves it.
public struct ChecklistMaker: Sendable {
    let kit: AdviceKit
    let engine: Engine

    /// A maker with these lists, for who lives in this time frame.
    public init(kit: AdviceKit, frame: TimeFrame) {
        self.kit = kit
        engine = Engine(rules: kit.rules, frame: frame)
    }

    /// The checklist of one plan, held against a log at a moment. What does not apply to it is left out; a plan no pack
    /// and no rule speaks of gives a checklist without sections.
    public func checklist(
        of plan: ActivityLine, in document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Checklist {
        let facts = engine.facts(of: document, carryingOut: plan, &diagnostics)
        let evaluated = engine.evaluate(facts, at: now)
        let episodes = evaluated.episodes.filter(\.isPlanUnderCheck)
        let verdicts = evaluated.verdicts.filter { evaluated.concerns($0, episodes) }
        // A plan under check knows only its own time: what it was ticked under before it was moved stands in the log.
        let logged = engine.evaluate(engine.facts(of: document, &diagnostics), at: now, only: []).episodes
        let same = logged.filter { other in episodes.contains { $0.key == other.key } }
        return checklist(of: episodes, verdicts, evaluated, document, earlier: same.flatMap(\.earlierKeys))
    }

    /// The checklist of an episode of the log: as it is planned, or, when it is over, what is left of it.
    package func checklist(
        of episode: EpisodeView, in document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Checklist {
        if episode.isOpen, (episode.ends ?? now) >= now {
            return checklist(of: episode.line, in: document, at: now, &diagnostics)
        }
        let evaluated = engine.evaluate(engine.facts(of: document, &diagnostics), at: now)
        let same = evaluated.episodes.filter { $0.key == episode.key }
        let verdicts = evaluated.verdicts.filter { $0.closing == .open && evaluated.concerns($0, same) }
        return checklist(of: same, verdicts, evaluated, document, earlier: same.flatMap(\.earlierKeys))
    }

    /// A checklist that can be seen to at any time.
    public func checklist(
        standing list: WrittenChecklist, in document: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics
    ) -> Checklist {
        let evaluated = engine.evaluate(engine.facts(of: document, &diagnostics), at: now, only: [])
        let entries = list.items.compactMap { ItemReader(evaluated: evaluated).entry(of: $0) }
        return finished(
            entries, evaluated, title: list.title, key: list.name,
            TickLedger(document, [list.name], evaluated.frame.zone))
    }

    private func checklist(
        of episodes: [EpisodeView], _ verdicts: [Verdict], _ evaluated: Evaluated, _ document: LogDocument,
        earlier: [String]
    ) -> Checklist {
        let isOver = episodes.allSatisfy { episode in
            !episode.isPlanUnderCheck && (episode.isHeld || (episode.ends ?? evaluated.now) < evaluated.now)
        }
        let key = episodes.first?.key ?? ""
        let ledger = TickLedger(document, episodes.map(\.key) + earlier, evaluated.frame.zone)
        let putAway = PutAwayAdvice(document.decisions, by: evaluated.now, in: evaluated.frame.zone)
        let entries = entries(of: episodes, verdicts, evaluated, putAway)
        // What belongs before it and was not done can no longer be done.
        let left =
            isOver ? entries.map(\.whenOver).filter { $0.phase == .after || ledger.isDone($0) } : entries
        return finished(left, evaluated, title: title(of: episodes), key: key, ledger)
    }

    private func title(of episodes: [EpisodeView]) -> String {
        guard let first = episodes.first, episodes.count > 1 else { return episodes.first?.text ?? "" }
        let names = episodes.compactMap(\.person)
        let all = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        return first.person.map { first.text.replacing($0, with: all) } ?? first.text
    }

    private func finished(
        _ entries: [ChecklistEntry], _ evaluated: Evaluated, title: String, key: String, _ ledger: TickLedger
    ) -> Checklist {
        let ticked = entries.map { ledger.ticked($0) }
        let sections = Checklist.Phase.allCases.compactMap { phase -> Checklist.Section? in
            let items = ordered(ticked.filter { $0.phase == phase }).map(\.item)
            return items.isEmpty ? nil : Checklist.Section(phase: phase, items: items)
        }
        var seen: Set<String> = []
        let questions = ticked.compactMap(\.question).filter { seen.insert($0).inserted }
        return Checklist(
            title: title, occasion: key, pausedUntil: evaluated.pausedUntil, openQuestions: questions,
            sections: sections)
    }

    /// What has a deadline first, by deadline; the rest stays in its order.
    private func ordered(_ entries: [ChecklistEntry]) -> [ChecklistEntry] {
        entries.enumerated().map { (order: $1.order, place: $0, entry: $1) }.sorted {
            ($0.order.deadline, $0.order.early, $0.place) < ($1.order.deadline, $1.order.early, $1.place)
        }.map(\.entry)
    }

    // MARK: Entries

    private func entries(
        of episodes: [EpisodeView], _ verdicts: [Verdict], _ evaluated: Evaluated, _ putAway: PutAwayAdvice
    ) -> [ChecklistEntry] {
        let names = Set(episodes.map(\.name))
        let items = kit.checklists.filter { $0.episode.map(names.contains) ?? false }.flatMap(\.items)
        let placed = Set(items.flatMap(\.rules))
        let rules = RuleReading(evaluated: evaluated, placed: placed, putAway: putAway)
        var ruled = verdicts.compactMap { rules.entry(of: $0) }
        let reader = ItemReader(evaluated: evaluated)
        var merger = ChecklistMerger()
        for item in items {
            for episode in episodes {
                for entry in reader.entries(of: item, for: episode, takingIn: &ruled) { merger.add(listed: entry) }
            }
        }
        for entry in ruled { merger.add(rule: entry) }
        return merger.entries
    }
}
