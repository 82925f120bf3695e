/// Whether a condition holds for an episode.
package enum ClauseAnswer: Sendable, Hashable {
    case yes
    case no
    /// A fact is missing; the question that asks for it.
    case unknown(String)
}

/// When, seen from an episode, something must have been done to count.
package enum ProofTime: String, Sendable, CaseIterable {
    /// At any time since the episode was planned.
    case sinceArranged = "since it was arranged"
    /// Between its start and its end.
    case during = "during it"
    /// At any time from its start on.
    case after = "after it"
    /// At any time at all.
    case ever = "ever"
}

/// An activity that shows that something was done, or is planned.
package struct ClauseProof: Sendable, Hashable {
    /// The activity in words: `thank-you note with Ana Ruiz, Tue 24 Nov 2026 18:00`.
    package let text: String
    /// Whether it stands only in the plan under check.
    package let isPlanned: Bool
    /// Whether it lies in the episode itself, so that a plan of it is prepared already.
    package let isInside: Bool
}

extension Evaluated {
    /// Whether a condition holds for an episode, by its account or else by its plan.
    package func answer(_ written: WrittenCondition, for episode: EpisodeView) -> ClauseAnswer {
        let held = episode.isOfOneRow ? Facts.none : facts.episodes.heldRows[episode.number]
        let rows = [held, episode.row].filter { $0 != Facts.none }
        let answers = rows.map { row in
            written.condition.holds(
                .init(row: row, record: Facts.none, moment: facts.begins[Int(row)]), in: facts)
        }
        return answer(answers.first { $0 == .yes || $0 == .no } ?? answers.first ?? .yes)
    }

    /// What shows that an activity was done for an episode; else that it is planned; nil when nothing does. With another
    /// activity named as the first, it counts from that one on.
    package func proof(
        of activity: WrittenActivity, _ time: ProofTime, after first: WrittenActivity? = nil, for episode: EpisodeView
    ) -> ClauseProof? {
        guard var span = span(time, episode) else { return nil }
        if let first {
            guard let row = row(of: first, in: span, for: episode) else { return nil }
            span = max(span.lowerBound, facts.begins[Int(row)])...span.upperBound
        }
        let found = row(of: activity, in: span, for: episode)
        let fallback = first == nil ? part(activity, time, episode) ?? account(activity, episode) : nil
        guard let row = found ?? fallback else { return nil }
        let isItself = row == facts.episodes.heldRows[episode.number] || row == episode.row
        return ClauseProof(
            text: isItself ? "logged with the " + narrator.activity(row) : narrator.account(row),
            isPlanned: facts.has(Int(row), .planned),
            isInside: isItself || facts.begins[Int(row)] >= facts.episodes.starts[episode.number])
    }

    /// The episode once for each activity of its time, seen from that activity: an item for each person somebody named.
    package func each(_ activity: WrittenActivity, _ time: ProofTime, of episode: EpisodeView) -> [EpisodeView] {
        guard let span = span(time, episode) else { return [] }
        let rows = searches(for: activity, episode).flatMap { answers in
            activity.kinds.flatMap { facts.index.places(of: $0, with: answers.person) }.map { facts.index[$0] }.filter {
                span.contains(facts.begins[$0]) && answers.matches($0, activity.clause, facts) == .yes
            }
        }
        return rows.map { episode.seen(from: Int32($0)) }
    }

    private func row(
        of activity: WrittenActivity, in span: ClosedRange<Int64>, for episode: EpisodeView
    ) -> Int32? {
        searches(for: activity, episode).lazy.map { answers in
            answers.first(of: activity.clause, in: facts, from: span.lowerBound, through: span.upperBound).row
        }.first { $0 != Facts.none }
    }

    /// A search for each of those with whom it may be.
    private func searches(for activity: WrittenActivity, _ episode: EpisodeView) -> [Answers] {
        targets(of: activity, episode).map { target in
            narrator.answers(to: Int(episode.row), target, activity.about)
        }
    }

    /// With whom it must be; without a word on it, with the same person, or with nobody where that is possible.
    private func targets(of activity: WrittenActivity, _ episode: EpisodeView) -> [PersonLink.Target] {
        let vocabulary = rules.vocabulary
        guard let link = activity.link else {
            let same = PersonLink.samePerson.target(of: Int(episode.row), facts, vocabulary)
            let isAlone = activity.kinds.contains { !vocabulary[$0].needsPerson }
            return [same] + (isAlone ? [.person(Facts.none)] : [])
        }
        return [link.target(of: Int(episode.row), facts, vocabulary)].filter { target in
            switch target {
            case .nobody, .missing: false
            case .anyone, .person, .sharing, .oneOf: true
            }
        }
    }

    private func span(_ time: ProofTime, _ episode: EpisodeView) -> ClosedRange<Int64>? {
        let (starts, ends) = (facts.episodes.starts[episode.number], facts.episodes.ends[episode.number])
        switch time {
        case .sinceArranged:
            let arranged = facts.episodes.arranged[episode.number]
            guard arranged == .max else { return arranged...(.max) }
            return starts == .max ? nil : starts - Self.unplanned...(.max)
        case .during: return starts == .max ? nil : starts...max(starts, ends)
        case .after: return starts == .max ? nil : starts...(.max)
        case .ever: return .min...(.max)
        }
    }

    /// How long before something that was never planned its preparation may have begun.
    private static let unplanned: Int64 = 30 * 86_400

    /// What shows that an activity was done at all, with anybody; nil when nothing does.
    package func proof(of activity: WrittenActivity) -> ClauseProof? {
        let rows = activity.kinds.lazy.flatMap { facts.index.places(of: $0, with: nil) }.map { Int32(facts.index[$0]) }
        let row = rows.first { row in
            let subject = Condition.Subject(row: row, record: Facts.none, moment: facts.begins[Int(row)])
            return facts.begins[Int(row)] <= now.seconds && activity.clause.condition.holds(subject, in: facts) == .yes
        }
        return row.map { ClauseProof(text: narrator.account($0), isPlanned: false, isInside: false) }
    }

    /// Whether a condition about the person themselves holds now.
    package func answer(_ written: WrittenCondition) -> ClauseAnswer {
        answer(written.condition.holds(.init(row: Facts.none, record: 0, moment: now.seconds), in: facts))
    }

    private func answer(_ truth: Truth) -> ClauseAnswer {
        switch truth {
        case .yes: .yes
        case .no: .no
        case .unknown(let fact): .unknown(narrator.missing(fact))
        }
    }

    /// A sentence that is about no episode.
    package func words(_ sentence: WrittenSentence) -> String {
        sentence.template.filled(Verdict(rule: 0, occasion: Facts.none, person: Facts.none, status: .ok), narrator)
    }

    /// What an account lists among its parts happened during it.
    private func part(_ activity: WrittenActivity, _ time: ProofTime, _ episode: EpisodeView) -> Int32? {
        let held = facts.episodes.heldRows[episode.number]
        guard time == .during, held != Facts.none else { return nil }
        return facts.ofWhole[Int(held)].first { activity.kinds.contains(facts.kinds[Int($0)]) }
    }

    /// The account of the episode itself, or its plan, when it says what is asked for.
    private func account(_ activity: WrittenActivity, _ episode: EpisodeView) -> Int32? {
        guard activity.link == nil || activity.link == .samePerson else { return nil }
        return [facts.episodes.heldRows[episode.number], episode.row].first { row in
            guard row != Facts.none, activity.kinds.contains(facts.kinds[Int(row)]) else { return false }
            let subject = Condition.Subject(row: row, record: Facts.none, moment: facts.begins[Int(row)])
            return activity.clause.condition.holds(subject, in: facts) == .yes
        }
    }

    /// A sentence for an episode.
    package func words(_ sentence: WrittenSentence, for episode: EpisodeView) -> String {
        let person = facts.persons[Int(episode.row)]
        return sentence.template.filled(
            Verdict(rule: 0, occasion: episode.row, person: person, status: .ok), narrator)
    }

    /// The people for whom a condition holds now, in the order of the log; those of whom it cannot be told are left out.
    package func people(_ written: WrittenCondition) -> [String] {
        (0..<Int32(facts.records.count)).filter { record in
            facts.records.kinds[Int(record)] == .person && facts.records.archived[Int(record)] > now.seconds
                && written.condition.holds(.init(row: Facts.none, record: record, moment: now.seconds), in: facts)
                    == .yes
        }.map { facts.records.names[Int($0)] }
    }
}

extension Evaluated {
    /// Whether a verdict is about one of these episodes, or about what the plan under check lists.
    package func concerns(_ verdict: Verdict, _ episodes: [EpisodeView]) -> Bool {
        guard verdict.occasion != Facts.none else { return false }
        if facts.has(Int(verdict.occasion), .planned) { return true }
        let number = facts.episodesOfRows[Int(verdict.occasion)]
        return episodes.contains { Int32($0.number) == number }
    }

    /// Whether what decided a verdict stands only in a plan: the one under check, or one of the log.
    package func isDecidedByPlan(_ verdict: Verdict) -> Bool {
        guard verdict.evidence != Facts.none else { return false }
        let row = Int(verdict.evidence)
        return facts.has(row, .planned) || facts.has(row, .intended)
    }
}

extension Rule {
    /// The kinds that would do what the rule asks for; empty when it asks to leave something.
    package var asksFor: [KindID] { shape.asksFor }
}
