/// What a gate can tell apart in the verdicts of a rule: where a verdict is about nobody in particular, "with the same
/// person" is "with anybody", and where nothing comes later, "before" is "whenever".
struct GateSight: Sendable {
    /// Whether verdicts are about somebody.
    var hasPerson = true
    /// Whether there is a moment to come before or after.
    var hasStart = true
    /// Whether something may come after it.
    var hasLater = true
}

extension GateSight {
    /// Whether two gates let the same verdicts through.
    func isSame(_ one: Gate, _ other: Gate) -> Bool { plain(one) == plain(other) }

    /// A gate without what makes no difference.
    private func plain(_ gate: Gate) -> Gate {
        switch gate.matter {
        case .happened(var excuse):
            if !hasPerson { excuse.link = .anyone }
            if !hasStart || !hasLater && excuse.timing == .before { excuse.timing = .whenever }
            return Gate(demand: gate.demand, matter: .happened(excuse))
        case .open(var opening):
            if !hasPerson { opening.link = .anyone }
            return Gate(demand: gate.demand, matter: .open(opening))
        }
    }
}
