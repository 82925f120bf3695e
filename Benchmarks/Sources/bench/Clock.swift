#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Timing that survives a noisy machine: for what is computed the least processor time of several runs, in which another
/// program's turns do not count; for whole programs the median of the time that passes.
enum Stopwatch {
    /// Processor seconds of the run that took the fewest.
    static func least(of runs: Int, _ work: () -> Void) -> Double {
        (0..<runs).map { _ in processorSeconds(work) }.min() ?? 0
    }

    /// Seconds of the middle one of several runs.
    static func median(of runs: Int, _ work: () -> Void) -> Double {
        (0..<runs).map { _ in seconds(work) }.sorted()[runs / 2]
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }

    private static func processorSeconds(_ work: () -> Void) -> Double {
        let start = processorTime()
        work()
        return processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
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
