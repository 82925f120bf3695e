/// A day of the week, counted as ISO 8601 does: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// The seven days, Monday first.
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether this is Saturday or Sunday.
    public var isWeekend: Bool {
        self >= .saturday
    }

    /// The day's whole English name: `Monday`.
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// The day's name in three letters: `Mon`.
    public var shortName: String {
        String(name.prefix(3))
    }

    /// The day that a word names in any case, whole (`Friday`), in three letters or as `tues`, `weds`, `thur`, `thurs`.
    package init?(written word: String) {
        let word = word.lowercased()
        let found = Self.allCases.first { day in
            let name = day.name.lowercased()
            return word == name || word == name.prefix(3) || day.otherNames.contains(word)
        }
        guard let found else { return nil }
        self = found
    }

    private var otherNames: [String] {
        switch self {
        case .tuesday: ["tues"]
        case .wednesday: ["weds"]
        case .thursday: ["thur", "thurs"]
        default: []
        }
    }

    /// Whether `left` comes earlier in the week than `right`.
    public static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }
}
