import Foundation

// `Benchmarks/run [PART…]`: ratios against named peers and limits, measured in one run. Nothing here judges; read the
// ratios. Without a part: loading, evaluation, start. `rules` shows the cost of each rule.

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
let named = CommandLine.arguments.dropFirst()
let parts = named.isEmpty ? ["loading", "evaluation", "start"] : Array(named)
if parts.contains("loading") { LoadingBenchmark.run(megabytes: 3) }
if parts.contains("evaluation") { try EvaluationBenchmark.run(root: root) }
if parts.contains("rules") { try EvaluationBenchmark.runByRule(root: root) }
if parts.contains("start") { StartBenchmark.run(root: root) }
