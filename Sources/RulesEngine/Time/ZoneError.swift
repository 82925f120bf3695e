/// Why bytes could not be read as the rules of a time zone.
public enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes do not begin as a TZif file does.
    case notZoneData
    /// The bytes end before the tables they announce.
    case cutShort
    /// The counts at the head of a block contradict each other.
    case contradictoryCounts
    /// A table refers to an entry that is not there.
    case missingEntry
    /// The changes of the clock are not in the order of time.
    case unorderedChanges
    /// The zone is said to be a day or more away from UTC.
    case impossibleOffset(seconds: Int)
    /// The file counts leap seconds, as those under `right/` do; instants here do not.
    case countsLeapSeconds
    /// The rule for the years after the table cannot be read.
    case unreadableRule(String)

    /// What is wrong, in one sentence.
    public var description: String {
        switch self {
        case .notZoneData: "this is not a time zone file (TZif)"
        case .cutShort: "the time zone file is cut short"
        case .contradictoryCounts: "the time zone file contradicts itself about what it holds"
        case .missingEntry: "the time zone file refers to an entry it does not have"
        case .unorderedChanges: "the time zone file lists its clock changes out of order"
        case .impossibleOffset(let seconds): "the time zone file is \(seconds) seconds away from UTC"
        case .countsLeapSeconds: "the time zone file counts leap seconds; use the zone without right/ in its path"
        case .unreadableRule(let rule): "the time zone file's rule for later years cannot be read: \(rule)"
        }
    }
}
