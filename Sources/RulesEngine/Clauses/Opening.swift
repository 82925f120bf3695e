/// Whether something is open with a person, such as a request that nobody has answered yet (`open:`).
struct Opening: Sendable, Hashable {
    let openedBy: ActivityClause
    let closedBy: ActivityClause
    let lapsesAfter: Span?
    /// The field of what opened it that may say until when.
    let until: FieldID?
    /// With whom; nil when the rule does not say: the person of the occasion, or anyone.
    var link: PersonLink?
    /// How it reads: `a request is open`.
    let reads: String

    /// The activity that opened what is open when a verdict is decided; what is asked for is decided now.
    ///
    /// `besidesItself` leaves out what the occasion itself has opened, and the act that answers or breaks the rule.
    func search(_ verdict: Verdict, besidesItself: Bool, _ run: Evaluation) -> Answers.Found {
        let person: Int32?
        switch target(verdict, run) {
        case .missing(let fact): return Answers.Found(perhaps: fact)
        case .nobody: return Answers.Found()
        case .person(let one): person = one
        case .anyone, .sharing, .oneOf: person = nil
        }
        var found = Answers.Found()
        let itself = besidesItself ? verdict : nil
        found.row = opener(with: person, at: moment(verdict, run), besides: itself, run) ?? Facts.none
        return found
    }

    private func target(_ verdict: Verdict, _ run: Evaluation) -> PersonLink.Target {
        guard verdict.occasion != Facts.none, let link else {
            return verdict.person == Facts.none || link == .anyone ? .anyone : .person(verdict.person)
        }
        return link.target(of: Int(verdict.occasion), run.facts, run.vocabulary)
    }

    private func moment(_ verdict: Verdict, _ run: Evaluation) -> Int64 {
        switch verdict.status {
        case .due, .overdue, .cannotTell: return run.now
        case .ok, .late, .broken, .doesNotApply:
            let row = verdict.evidence == Facts.none ? verdict.occasion : verdict.evidence
            return row == Facts.none || verdict.reason == .windowIsOpen ? run.now : run.facts.begins[Int(row)]
        }
    }

    /// The last activity that opened what is still open, with a person (nil: with anyone).
    private func opener(with person: Int32?, at moment: Int64, besides verdict: Verdict?, _ run: Evaluation) -> Int32? {
        guard let person else { return opener(at: moment, besides: verdict, run) }
        let opened = last(openedBy.kinds, with: person, through: moment, besides: verdict, run.facts)
        let closed = last(closedBy.kinds, with: person, through: moment, besides: nil, run.facts)
        guard let opened, opened > closed ?? Facts.none else { return nil }
        if let until, let end = run.facts.moment(of: Int(opened), until), moment >= end { return nil }
        guard let lapsesAfter else { return opened }
        return moment <= run.end(of: lapsesAfter, after: run.facts.ends[Int(opened)]) ? opened : nil
    }

    /// With anyone: what one person closes stays open with another, so each with whom it was opened is looked at.
    private func opener(at moment: Int64, besides verdict: Verdict?, _ run: Evaluation) -> Int32? {
        let facts = run.facts
        let earliest = earliestEnd(openAt: moment, run)
        var last: Int32?
        for kind in openedBy.kinds {
            let places = facts.index.places(of: kind, with: nil)
            for place in places.lowerBound..<facts.index.firstPlace(in: places, after: moment) {
                let row = facts.index[place]
                guard facts.ends[row] >= earliest,
                    let opened = opener(with: facts.persons[row], at: moment, besides: verdict, run)
                else { continue }
                last = max(last ?? Facts.none, opened)
            }
        }
        return last
    }

    /// What ended before this has surely lapsed by a moment.
    private func earliestEnd(openAt moment: Int64, _ run: Evaluation) -> Int64 {
        guard let lapsesAfter else { return .min }
        return run.frame.earliest(lapsesAfter, before: Instant(seconds: moment)).seconds - 24 * 3600
    }

    /// The last row of some kinds that began by a moment and is not what a verdict is about.
    private func last(
        _ kinds: [KindID], with person: Int32?, through moment: Int64, besides verdict: Verdict?, _ facts: Facts
    ) -> Int32? {
        var last: Int32?
        for kind in kinds {
            let places = facts.index.places(of: kind, with: person)
            var place = facts.index.firstPlace(in: places, after: moment)
            while place > places.lowerBound {
                place -= 1
                if let verdict, isItself(facts.index[place], verdict, facts) { continue }
                last = max(last ?? Facts.none, Int32(facts.index[place]))
                break
            }
        }
        return last
    }

    private func isItself(_ row: Int, _ verdict: Verdict, _ facts: Facts) -> Bool {
        let isOfLine = { (other: Int32) in other != Facts.none && facts.lines[Int(other)] == facts.lines[row] }
        return isOfLine(verdict.occasion) || isOfLine(verdict.evidence)
    }

    func spoken(_ vocabulary: Vocabulary) -> String {
        guard let link, link != .anyone else { return reads + (link == .anyone ? " with anyone" : "") }
        return "\(reads) with \(link.spoken(vocabulary))"
    }
}
