/// How far apart two version numbers are (semver.org): the last number promises that nothing behaves otherwise.
enum BehaviourDiffVersion {
    /// What rose.
    enum Step: Sendable, Hashable {
        case same, patch, larger, back
        /// One of the two is not of the form `1.2.3`.
        case unclear
    }

    static func step(from old: String, to new: String) -> Step {
        if old == new { return .same }
        guard let before = numbers(old), let after = numbers(new) else { return .unclear }
        if after == before { return .same }
        if after.lexicographicallyPrecedes(before) { return .back }
        return after[..<2] == before[..<2] ? .patch : .larger
    }

    /// Three numbers; those that are not written are 0.
    private static func numbers(_ version: String) -> [Int]? {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil }
        guard numbers.count == parts.count, (1...3).contains(numbers.count) else { return nil }
        return numbers + [Int](repeating: 0, count: 3 - numbers.count)
    }
}
