/// What a shape that counts can say about its verdicts, beside what every shape can.
struct Counting: Sendable, Hashable {
    /// The kind of record it counts for.
    let kind: RecordKindID
    /// The things it lists, in the order of the bits of `Verdict.lacking`; none for what only counts.
    var topics: [String] = []

    /// The names of what a verdict lacks, in the order of the list.
    func missing(_ verdict: Verdict) -> [String] {
        topics.enumerated().filter { verdict.lacking & (1 << UInt64($0.offset)) != 0 }.map(\.element)
    }
}
