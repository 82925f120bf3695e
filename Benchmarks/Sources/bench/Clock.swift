/// Timing that survives a noisy machine: the least of several runs for what is computed, medians for whole programs.
enum Stopwatch {
    /// Seconds of the fastest of several runs.
    static func least(of runs: Int, _ work: () -> Void) -> Double {
        (0..<runs).map { _ in seconds(work) }.min() ?? 0
    }

    /// Seconds of the middle one of several runs.
    static func median(of runs: Int, _ work: () -> Void) -> Double {
        (0..<runs).map { _ in seconds(work) }.sorted()[runs / 2]
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }
}

/// A line of a table: the name to the left, the figures to the right of it.
func row(_ name: String, _ figures: String...) {
    func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
    print(padded(name, 34) + figures.map { padded($0, 20) }.joined())
}

/// A number with two decimals.
func two(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
