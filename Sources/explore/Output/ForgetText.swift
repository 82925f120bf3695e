import ActivityLog
import RulesEngine

/// Says what forgetting a person deletes.
struct ForgetText {
    let person: String
    let document: LogDocument

    private var activities: [ActivityLine] {
        document.activities.filter { line in line.with.contains { $0.text.lowercased() == person.lowercased() } }
    }

    /// What is going to be deleted.
    var preview: String {
        let alone = activities.count { $0.with.count == 1 }
        let shared = activities.count - alone
        let others = shared == 0 ? "" : ", and their part in \(shared) with others"
        return
            "This deletes \(person): \(Self.counted(alone, "activity", "activities"))\(others), and every mention of the name."
    }

    /// What was deleted.
    func done(_ report: ForgetReport) -> String {
        let kept =
            report.longerNamesKept.isEmpty
            ? "" : "\nKept, as they are other names: " + report.longerNamesKept.joined(separator: ", ")
        return """
            \(person) is forgotten: \(Self.counted(report.activities, "activity", "activities")) deleted, \
            \(report.sharedActivities) kept without the name, \(Self.counted(report.mentions, "mention", "mentions")) blotted out.\(kept)
            """
    }

    /// The same for other programs; `report` is nil when nothing was deleted.
    func json(_ report: ForgetReport?) -> String {
        JSONLine([
            ("person", .text(person)), ("forgotten", .flag(report != nil)),
            ("activities", .number(Int64(report?.activities ?? activities.count { $0.with.count == 1 }))),
            ("shared_activities", .number(Int64(report?.sharedActivities ?? activities.count { $0.with.count > 1 }))),
            ("names_kept", .list((report?.longerNamesKept ?? []).map { .text($0) })),
        ]).text
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
