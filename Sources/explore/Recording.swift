import RulesEngine

/// An activity that was recorded, and what became due through it.
struct Recording {
    let line: ActivityLine
    let newRecords: [RecordLine]
    let isTrial: Bool
    let workspace: Workspace

    private var writer: ActivityText { ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone) }

    /// Says what was recorded, how to take it back and what is due now; `verb` is what was done, such as "Logged".
    func show(_ verb: String, _ console: Console) {
        let verb = isTrial ? "Would be " + verb.lowercased() : verb
        console.line("\(verb): \(writer.text(line)).")
        for record in newRecords { console.line("New \(record.kind): \(record.name.text).") }
        for item in news.items.prefix(Self.most) { console.line(item.text) }
        let more = news.items.count - Self.most
        if more > 0 { console.line("… and \(more) more: explore today") }
        console.line(isTrial ? "Nothing was recorded." : "Not right? Take it back with: explore undo")
    }

    /// The same as one JSON object.
    var json: String {
        JSONLine([
            ("recorded", .flag(!isTrial)), ("activity", writer.json(line)), ("text", .text(writer.text(line))),
            ("new_records", .list(newRecords.map { .text($0.name.text) })),
            ("now_due", .list(news.items.map(\.json))),
        ]).text
    }

    private static let most = 5

    private var news: DueNews {
        var after = workspace.document
        after.records += newRecords
        after.activities.removeAll { $0.id != nil && $0.id == line.id }
        after.activities.append(line)
        return DueNews(from: workspace.document, to: after, workspace)
    }
}
