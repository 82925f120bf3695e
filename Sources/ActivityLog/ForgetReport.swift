/// What was deleted when a person was forgotten; counts of zero mean the log did not know the name.
public struct ForgetReport: Sendable, Hashable {
    /// Records of that name.
    public internal(set) var records = 0
    /// Activities with that person alone, deleted with everything written about them.
    public internal(set) var activities = 0
    /// Activities with others too, which keep the others.
    public internal(set) var sharedActivities = 0
    /// Fields elsewhere that named the person.
    public internal(set) var values = 0
    /// Free texts in which the name was blotted out.
    public internal(set) var mentions = 0
    /// Decisions about cards that concerned the person.
    public internal(set) var decisions = 0
    /// Names of others that contain the forgotten name and were kept, in alphabetical order.
    public internal(set) var longerNamesKept: [String] = []

    /// Whether nothing of that name was found.
    public var isEmpty: Bool {
        records + activities + sharedActivities + values + mentions + decisions == 0
    }
}
