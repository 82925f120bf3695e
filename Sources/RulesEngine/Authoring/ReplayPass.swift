/// One walk through a log: what is known so far, and what was written down.
struct ReplayPass {
    private let log: ReplayLog
    private let engine: Engine
    private var facts: Facts
    private var recorder: ReplayRecorder

    /// A walk that stands before the log's first day.
    init(_ log: ReplayLog, _ engine: Engine) {
        self.log = log
        self.engine = engine
        recorder = ReplayRecorder(ruleCount: engine.rules.rules.count)
        facts = Facts(texts: TextTable(engine.rules.literalTexts))
    }

    /// Learns what became known by the end of a day. What cannot be read was reported when the log was loaded.
    mutating func learn(by day: Int) {
        var ignored = Diagnostics()
        facts = engine.facts(of: log.known(at: log.moment(of: day)), &ignored)
    }

    /// What rules say at the end of a day, from what was learnt so far.
    func look(at rules: [Int], on day: Int) -> ReplayLook {
        ReplayLook(day: day, rules: rules, evaluated: engine.evaluate(facts, at: log.moment(of: day), only: rules))
    }

    /// Writes down what was seen; days are noted in order.
    mutating func note(_ look: ReplayLook) {
        recorder.note(look)
    }

    /// What was written down, with the reasons why some rules never spoke.
    func record(of rules: [Int]) -> ReplayRecord {
        let last = look(at: rules, on: log.dayCount - 1).evaluated
        let silences = rules.map { rule in
            ReplaySilence(of: rule, recorder.timelines[rule], last)
        }
        return ReplayRecord(
            log: log.name, first: log.first, dayCount: log.dayCount, rules: rules.map { engine.rules.rules[$0].id },
            timelines: rules.map { recorder.timelines[$0] }, silences: silences)
    }
}
