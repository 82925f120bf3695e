import Allocations
import Foundation
import RulesEngine

/// Evaluating all shipped rules in force over logs of 1 000 and 100 000 activities. Limit: flat within 20 %, and no
/// allocation for each occasion.
enum EvaluationBenchmark {
    static func run(root: String) throws {
        let rules = try shippedRules(root)
        row("Evaluating \(rules.rules.count) rules", "ns/activity/rule", "allocations", "verdicts")
        let small = try measure(rules, activities: 1_000, rounds: 100)
        let large = try measure(rules, activities: 100_000, rounds: 1)
        row("ratio large : small", two(large / small) + " (limit 1.20)")
        print()
    }

    /// The rules of all packs in `Rules/`, as the program has them in force.
    static func shippedRules(_ root: String) throws -> RuleSet {
        var diagnostics = Diagnostics()
        let folders = try FileManager.default.contentsOfDirectory(atPath: root + "/Rules").sorted()
        let packs = try folders.map { try PackFiles(folder: root + "/Rules/" + $0) }
        let rules = PackLoader.load(packs, &diagnostics)
        precondition(!diagnostics.hasErrors, "the shipped packs are in order")
        return rules
    }

    private static func measure(_ rules: RuleSet, activities: Int, rounds: Int) throws -> Double {
        let workload = try Workload(activities: activities)
        let engine = Engine(rules: rules, frame: workload.frame)
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: workload.document, &diagnostics)
        precondition(!diagnostics.hasErrors, "the workload is a good log")
        var verdicts: [Verdict] = []
        let time = Stopwatch.least(of: 7) {
            for _ in 0..<rounds { engine.evaluate(facts, at: workload.now, into: &verdicts) }
        }
        allocations_start()
        engine.evaluate(facts, at: workload.now, into: &verdicts)
        let allocations = allocations_stop()
        let nanoseconds = time * 1e9 / Double(rounds) / Double(activities) / Double(rules.rules.count)
        row("\(activities) activities", two(nanoseconds), String(allocations), String(verdicts.count))
        return nanoseconds
    }

    /// The same for each rule alone, dearest growth first: where to look when the ratio is too high.
    static func runByRule(root: String) throws {
        let rules = try shippedRules(root)
        let small = try each(rules, activities: 1_000, rounds: 50)
        let large = try each(rules, activities: 100_000, rounds: 1)
        row("ns/activity", "1 000", "100 000", "allocations", "verdicts")
        let places = rules.rules.indices.sorted { large[$0].time - small[$0].time > large[$1].time - small[$1].time }
        for place in places {
            row(
                rules.rules[place].id.suffix(33).description, two(small[place].time), two(large[place].time),
                "\(small[place].allocations) \(large[place].allocations)", String(large[place].verdicts))
        }
    }

    private typealias Figures = (time: Double, allocations: Int, verdicts: Int)

    private static func each(_ rules: RuleSet, activities: Int, rounds: Int) throws -> [Figures] {
        let workload = try Workload(activities: activities)
        let engine = Engine(rules: rules, frame: workload.frame)
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: workload.document, &diagnostics)
        return rules.rules.indices.map { place in
            var verdicts: [Verdict] = []
            let time = Stopwatch.least(of: 3) {
                for _ in 0..<rounds { engine.evaluate(facts, at: workload.now, only: [place], into: &verdicts) }
            }
            allocations_start()
            engine.evaluate(facts, at: workload.now, only: [place], into: &verdicts)
            let allocations = allocations_stop()
            return (time * 1e9 / Double(rounds) / Double(activities), allocations, verdicts.count)
        }
    }
}
