import ActivityLog
import RulesEngine

/// Says what bringing a document into the log did.
struct MergeReportText {
    let report: MergeReport
    let isTrial: Bool

    private var parts: [(name: String, tally: MergeReport.Tally)] {
        [
            ("settings", report.settings), ("about you", report.me), ("people and paths", report.records),
            ("activities", report.activities), ("decisions", report.decisions),
        ]
    }

    /// A line for everything the file holds, then a sentence.
    var text: String {
        let lines = parts.filter { $0.tally.added + $0.tally.changed + $0.tally.alreadyThere > 0 }.map { part in
            "  \(part.name): \(part.tally.added) added, \(part.tally.changed) changed, \(part.tally.alreadyThere) already there"
        }
        let renamed = report.renamed.sorted { $0.key < $1.key }.map {
            "  the id \($0.key) was taken; it is \($0.value) now"
        }
        return (lines + renamed + [closing]).joined(separator: "\n")
    }

    private var closing: String {
        if isTrial { return "Nothing was recorded." }
        return report.entry == nil ? "Everything was there already." : "Not right? Take it back with: explore undo"
    }

    /// The same counts as one JSON object.
    var json: String {
        let counts = zip(["settings", "me", "records", "activities", "decisions"], parts).map { name, part in
            (
                name,
                JSONLine.Value.object([
                    ("added", .number(Int64(part.tally.added))), ("changed", .number(Int64(part.tally.changed))),
                    ("already_there", .number(Int64(part.tally.alreadyThere))),
                ])
            )
        }
        return JSONLine([("recorded", .flag(report.entry != nil && !isTrial))] + counts).text
    }
}
