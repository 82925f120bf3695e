import Foundation

// `Benchmarks/run`: ratios against named peers and limits, measured in one run. Nothing here judges; read the ratios.

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
LoadingBenchmark.run(megabytes: 3)
try EvaluationBenchmark.run(root: root)
StartBenchmark.run(root: root)
