/// A bar on standard error that fills up during long work; only where a person reads along.
struct ProgressBar {
    private let console: Console
    private let label: String
    private let total: Int
    /// How much was done in the rounds before the present one.
    private var before = 0
    private var shown = -1

    /// A bar for so much work in all rounds together.
    init(_ label: String, total: Int, _ console: Console) {
        self.label = label
        self.total = max(1, total)
        self.console = console
    }

    /// Shows how much of the present round is done: draws only when a percent is full, and nothing for short work.
    mutating func show(_ done: Int) {
        let percent = min(100, (before + done) * 100 / total)
        guard console.isErrorTerminal, total >= Self.worthwhile, percent != shown else { return }
        shown = percent
        console.writeError("\r\(label) \(Self.bar(percent)) \(percent) %")
    }

    /// Counts a round as done.
    mutating func finishRound(_ work: Int) { before += work }

    /// Takes the bar away.
    mutating func clear() {
        guard shown >= 0 else { return }
        shown = -1
        console.writeError("\r" + String(repeating: " ", count: label.count + Self.width + 8) + "\r")
    }

    /// So many days of logs take long enough to be watched.
    private static let worthwhile = 400
    private static let width = 24

    private static func bar(_ percent: Int) -> String {
        let full = percent * width / 100
        return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    }
}
