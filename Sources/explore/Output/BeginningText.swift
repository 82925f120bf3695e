import RulesEngine

/// Says where the log is and what it begins with.
struct BeginningText {
    let beginning: Beginning
    let path: String
    let isNew: Bool
    let isTrial: Bool

    /// A few lines for people.
    var text: String {
        let place = isNew ? "Your log is \(path)." : "Your log is there already: \(path)."
        let changed = isNew || beginning.changes.isEmpty ? [] : ["Changed: \(beginning.changes.count) of its settings."]
        let next =
            isTrial
            ? ["Nothing was recorded."]
            : isNew ? ["Say what happened, such as: explore log asked 'Tom Baker' by email --new"] : []
        return ([place] + changed + next).joined(separator: "\n")
    }

    /// The same as one JSON object.
    var json: String {
        JSONLine([
            ("log", .text(path)), ("new", .flag(isNew)), ("changes", .number(Int64(beginning.changes.count))),
            ("recorded", .flag(!isTrial && (isNew || !beginning.changes.isEmpty))),
        ]).text
    }
}
