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
    /// `besidesItself` leaves out what the occasion itself has opened.
    func search(_ verdict: Verdict, besidesItself: Bool, _ run: Evaluation) -> Answers.Found {
        let person: Int32?
        switch target(verdict, run) {
        case .missing(let fact): return Answers.Found(perhaps: fact)
        case .nobody: return Answers.Found()
        case .person(let one): person = one
        case .anyone, .sharing, .oneOf: person = nil
        }
        var found = Answers.Found()
        let occasion = besidesItself ? verdict.occasion : Facts.none
        found.row = opener(with: person, at: moment(verdict, run), besides: occasion, run) ?? Facts.none
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

    /// The last activity that opened it, when nothing has closed it and it has not lapsed.
    private func opener(with person: Int32?, at moment: Int64, besides occasion: Int32, _ run: Evaluation) -> Int32? {
        let opened = last(openedBy.kinds, with: person, through: moment, besides: occasion, run.facts)
        let closed = last(closedBy.kinds, with: person, through: moment, besides: Facts.none, run.facts)
        guard let opened, opened > closed ?? Facts.none else { return nil }
        if let until, let end = run.facts.moment(of: Int(opened), until), moment >= end { return nil }
        guard let lapsesAfter else { return opened }
        return moment <= run.end(of: lapsesAfter, after: run.facts.ends[Int(opened)]) ? opened : nil
    }

    /// The last row of some kinds that began by a moment and is not of the line of another row.
    private func last(
        _ kinds: [KindID], with person: Int32?, through moment: Int64, besides occasion: Int32, _ facts: Facts
    ) -> Int32? {
        var last: Int32?
        for kind in kinds {
            let places = facts.index.places(of: kind, with: person)
            var place = facts.index.firstPlace(in: places, after: moment)
            while place > places.lowerBound {
                place -= 1
                guard isOther(Int32(facts.index[place]), occasion, facts) else { continue }
                last = max(last ?? Facts.none, Int32(facts.index[place]))
                break
            }
        }
        return last
    }

    private func isOther(_ row: Int32, _ occasion: Int32, _ facts: Facts) -> Bool {
        occasion == Facts.none || facts.lines[Int(row)] != facts.lines[Int(occasion)]
    }

    func spoken(_ vocabulary: Vocabulary) -> String {
        guard let link, link != .anyone else { return reads + (link == .anyone ? " with anyone" : "") }
        return "\(reads) with \(link.spoken(vocabulary))"
    }
}
