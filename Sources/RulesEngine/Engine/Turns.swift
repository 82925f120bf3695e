extension Engine {
    /// Holds rules, by their places, against facts. In a long log it is some people's turn at a time: what is known of them
    /// stays at hand for all rules. The verdicts are in order afterwards: by rule, and then by person and time.
    func evaluate(_ places: [Int], _ run: inout Evaluation, into verdicts: inout [Verdict]) {
        swap(&run.verdicts, &verdicts)
        run.verdicts.removeAll(keepingCapacity: true)
        run.verdicts.reserveCapacity(places.reduce(0) { $0 + mostVerdicts($1, run.facts) })
        let turns = run.facts.index.blockCount
        if turns == 1 || places.count == 1 {
            for place in places { evaluate(place, &run) }
        } else {
            takeTurns(turns, places, &run)
        }
        swap(&run.verdicts, &verdicts)
    }

    /// Roughly how many verdicts a rule gives: one for each of its occasions.
    private func mostVerdicts(_ place: Int, _ facts: Facts) -> Int {
        rules.rules[place].shape.occasionKinds.reduce(0) { $0 + facts.index.placesByPerson(of: $1).count }
    }

    private func evaluate(_ place: Int, _ run: inout Evaluation) {
        run.rule = Int32(place)
        run.gates = rules.rules[place].gates
        rules.rules[place].shape.evaluate(&run)
    }

    /// Rules that do not go by person have the first turn for themselves.
    private func takeTurns(_ turns: Int, _ places: [Int], _ run: inout Evaluation) {
        let isByPerson = places.map { rules.rules[$0].shape.isByPerson }
        // Where the verdicts of each turn and rule end.
        var ends: [Int] = []
        ends.reserveCapacity(turns * places.count)
        for turn in 0..<turns {
            for (number, place) in places.enumerated() {
                run.block = isByPerson[number] ? turn : nil
                if isByPerson[number] || turn == 0 { evaluate(place, &run) }
                ends.append(run.verdicts.count)
            }
        }
        run.block = nil
        putInOrder(&run.verdicts, ends, count: places.count)
    }

    /// Puts verdicts that came by turn and rule in the order of the rules. They are written behind themselves, so that a
    /// buffer that is used again needs no new memory.
    private func putInOrder(_ verdicts: inout [Verdict], _ ends: [Int], count: Int) {
        let found = verdicts.count
        verdicts.reserveCapacity(2 * found)
        for number in 0..<count {
            for stretch in stride(from: number, to: ends.count, by: count) {
                for place in (stretch == 0 ? 0 : ends[stretch - 1])..<ends[stretch] {
                    let verdict = verdicts[place]
                    verdicts.append(verdict)
                }
            }
        }
        verdicts.removeFirst(found)
    }
}
