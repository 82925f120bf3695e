/// What bringing a document into the log did.
public struct MergeReport: Sendable, Hashable {
    /// How many things of one sort were new, known and different.
    public struct Tally: Sendable, Hashable {
        /// The log did not have it.
        public internal(set) var added = 0
        /// The log had it just so.
        public internal(set) var alreadyThere = 0
        /// The log had it in another form; the document's form is now in force.
        public internal(set) var changed = 0
    }

    /// Time zone, first day, holidays.
    public internal(set) var settings = Tally()
    /// Facts about the person themselves.
    public internal(set) var me = Tally()
    /// People, paths and what else has a record.
    public internal(set) var records = Tally()
    /// What was done and planned.
    public internal(set) var activities = Tally()
    /// Decisions about cards.
    public internal(set) var decisions = Tally()
    /// Activities that got another id because theirs belonged to another activity: the document's id, and the log's.
    public internal(set) var renamed: [String: String] = [:]
    /// The entry that holds it all; nil when there was nothing to add.
    public internal(set) var entry: Entry?

    /// Everything together.
    public var total: Tally {
        [settings, me, records, activities, decisions].reduce(into: Tally()) { sum, part in
            sum.added += part.added
            sum.alreadyThere += part.alreadyThere
            sum.changed += part.changed
        }
    }

    /// What the log's history says about it.
    var summary: String {
        "import: \(total.added) added, \(total.changed) changed (\(activities.added) new activities)"
    }
}
