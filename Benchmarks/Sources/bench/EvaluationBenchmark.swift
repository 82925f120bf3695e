import Allocations
import RulesEngine

/// Evaluating all shipped rules over logs of 1 000 and 100 000 activities. Limit: flat within 20 %, and no allocation for
/// each occasion.
enum EvaluationBenchmark {
    static func run(root: String) throws {
        var diagnostics = Diagnostics()
        let packs = try ["career", "first-conversation"].map { try PackFiles(folder: root + "/Rules/" + $0) }
        let rules = PackLoader.load(packs, &diagnostics)
        precondition(!diagnostics.hasErrors, "the shipped packs are in order")
        let engine = Engine(rules: rules, frame: TimeFrame(zone: .utc, holidays: .none))
        row("Evaluating \(rules.rules.count) rules", "ns/activity/rule", "allocations", "verdicts")
        let small = measure(engine, activities: 1_000, rounds: 200)
        let large = measure(engine, activities: 100_000, rounds: 5)
        row("ratio large : small", two(large / small) + " (limit 1.20)")
        print()
    }

    private static func measure(_ engine: Engine, activities: Int, rounds: Int) -> Double {
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: document(activities), &diagnostics)
        let now = Instant(seconds: 1_795_215_600)
        var verdicts = 0
        let time = Stopwatch.least(of: 5) {
            for _ in 0..<rounds { verdicts = engine.evaluate(facts, at: now).verdicts.count }
        }
        allocations_start()
        _ = engine.evaluate(facts, at: now)
        let allocations = allocations_stop()
        let nanoseconds = time * 1e9 / Double(rounds) / Double(activities) / Double(engine.rules.rules.count)
        row("\(activities) activities", two(nanoseconds), String(allocations), String(verdicts))
        return nanoseconds
    }

    /// A log as people keep it: for each person a request, an introduction, a plan, a meeting, a note, spread over a year.
    private static func document(_ activities: Int) -> LogDocument {
        let kinds = [
            "request.sent", "request.accepted", "meeting.planned", "research.done", "meeting.held", "thank_you.sent",
            "tip.received", "tip.followed", "follow_up.sent", "referral.received",
        ]
        var document = LogDocument()
        let start = 1_765_000_000
        for number in 0..<activities {
            let person = number / kinds.count
            let kind = kinds[number % kinds.count]
            let seconds = start + person % 300 * 86_400 + number % kinds.count * 40_000
            let at = Moment(at: Instant(seconds: Int64(seconds / 60 * 60)), in: .utc)
            var line = ActivityLine(at: at, kind: WrittenText(kind), with: [WrittenText("Person \(person)")])
            if kind == "meeting.held" { line.fields = [field("length", "26 minutes")] }
            if kind == "meeting.planned" {
                let starts = Moment(at: Instant(seconds: Int64((seconds + 80_000) / 60 * 60)), in: .utc)
                line.fields = [field("starts", starts.written(in: .utc)), field("length", "20 minutes")]
            }
            document.activities.append(line)
        }
        return document
    }

    private static func field(_ name: String, _ value: String) -> FieldLine {
        FieldLine(WrittenText(name), [WrittenText(value)])
    }
}
