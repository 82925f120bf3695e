/// Lives old logs through again: what would rules have said at the end of each day, knowing no more than was known then?
///
/// The result is that of evaluating every day. What is known is made ready again only on days on which something
/// becomes known. Between them the clock alone moves, and most shapes go one way with it, from due to overdue to given
/// up: for their rules a stretch with the same answers at both ends is not looked into.
public struct Replay: Sendable {
    let rules: RuleSet
    /// The rules that are followed, by their places in the rule set.
    let followed: [Int]
    private let steady: [Int]
    private let restless: [Int]

    /// A replay of the rules in force of one pack; of all packs when none is named.
    public init(_ rules: RuleSet, pack: String? = nil) {
        self.rules = rules
        followed = rules.rules.indices.filter { place in pack.map { rules.rules[place].id.hasPrefix($0 + "/") } ?? true
        }
        steady = followed.filter { rules.rules[$0].isSteady }
        restless = followed.filter { !rules.rules[$0].isSteady }
    }

    /// Lives one log through; `progress` hears how many days are done.
    public func run(_ log: ReplayLog, progress: (Int) -> Void = { _ in }) -> ReplayRecord {
        var pass = ReplayPass(log, Engine(rules: rules, frame: log.frame))
        for (place, day) in log.changes.enumerated() {
            let end = place + 1 < log.changes.count ? log.changes[place + 1] : log.dayCount
            pass.learn(by: day)
            pass.note(pass.look(at: restless, on: day))
            let before = pass.look(at: steady, on: day)
            pass.note(before)
            if end > day + 1 { lookInto(from: before, to: pass.look(at: steady, on: end - 1), &pass) }
            for later in (day + 1)..<max(end, day + 1) {
                if !restless.isEmpty { pass.note(pass.look(at: restless, on: later)) }
                progress(later)
            }
            progress(end)
        }
        return pass.record(of: followed)
    }

    /// Notes what changed between two days, both of them looked at and the first one noted.
    private func lookInto(from before: ReplayLook, to after: ReplayLook, _ pass: inout ReplayPass) {
        guard before.states != after.states else { return }
        guard after.day > before.day + 1 else { return pass.note(after) }
        let between = pass.look(at: steady, on: (before.day + after.day) / 2)
        lookInto(from: before, to: between, &pass)
        lookInto(from: between, to: after, &pass)
    }
}

/// What rules say about a log at the end of one day.
struct ReplayLook {
    let day: Int
    let rules: [Int]
    let evaluated: Evaluated
    /// What was said, in the order of the verdicts.
    let states: [ReplayState]

    init(day: Int, rules: [Int], evaluated: Evaluated) {
        self.day = day
        self.rules = rules
        self.evaluated = evaluated
        states = evaluated.verdicts.map { ReplayState($0, evaluated) }
    }
}
