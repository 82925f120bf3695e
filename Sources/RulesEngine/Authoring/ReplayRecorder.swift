/// Writes down, day by day, what rules say about a log: what comes, changes and goes.
struct ReplayRecorder {
    /// What each rule said, in the order in which its occasions came.
    private(set) var timelines: [[ReplayTimeline]]
    private var places: [[ReplayOccasion: Int]]
    private var lastSeen: [[Int]]

    /// A recorder for so many rules.
    init(ruleCount: Int) {
        timelines = Array(repeating: [], count: ruleCount)
        places = Array(repeating: [:], count: ruleCount)
        lastSeen = Array(repeating: [], count: ruleCount)
    }

    /// Takes in what some rules say at the end of a day; what they no longer speak of is gone.
    mutating func note(_ look: ReplayLook) {
        var numbers: [ReplayOccasion: Int] = [:]
        var rule: Int32 = -1
        for (verdict, state) in zip(look.evaluated.verdicts, look.states) {
            if verdict.rule != rule { numbers.removeAll(keepingCapacity: true) }
            rule = verdict.rule
            var key = ReplayOccasion(verdict, look.evaluated)
            let number = numbers[key, default: 0]
            numbers[key] = number + 1
            key.number = number
            note(verdict, state, key, look)
        }
        for rule in look.rules { noteGone(rule, on: look.day) }
    }

    private mutating func note(_ verdict: Verdict, _ state: ReplayState, _ key: ReplayOccasion, _ look: ReplayLook) {
        let rule = Int(verdict.rule)
        guard let place = places[rule][key] else {
            places[rule][key] = timelines[rule].count
            timelines[rule].append(
                ReplayTimeline(
                    key: key, occasion: look.evaluated.occasion(of: verdict)?.text ?? "",
                    person: look.evaluated.person(of: verdict), steps: [.init(day: look.day, state: state)]))
            lastSeen[rule].append(look.day)
            return
        }
        lastSeen[rule][place] = look.day
        if timelines[rule][place].last != state {
            timelines[rule][place].steps.append(.init(day: look.day, state: state))
        }
    }

    private mutating func noteGone(_ rule: Int, on day: Int) {
        for place in timelines[rule].indices where lastSeen[rule][place] != day && timelines[rule][place].last != .gone
        {
            timelines[rule][place].steps.append(.init(day: day, state: .gone))
        }
    }
}
