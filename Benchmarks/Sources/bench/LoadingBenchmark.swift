import EventLoop
import RulesEngine

/// YAML loading against the bare C event loop on the same text. Limit: at most 1.5 times its time.
enum LoadingBenchmark {
    static func run(megabytes: Int) {
        row("YAML loading, \(megabytes) MB", "explore ms", "C event loop ms", "ratio (limit 1.50)")
        for shape in Samples.shapes {
            let text = Array(shape.text(megabytes * 1_000_000).utf8)
            let peer = Stopwatch.least(of: 5) { precondition(event_loop(text, text.count) > 0) }
            let file = SourceFile(name: shape.name, bytes: text)
            let ours = Stopwatch.least(of: 5) {
                var diagnostics = Diagnostics()
                precondition(YAMLLoader.load(file, &diagnostics) != nil, "the sample is good YAML")
            }
            row(shape.name, two(ours * 1000), two(peer * 1000), two(ours / peer))
        }
        print()
    }
}
