import Checklists
import RulesEngine

/// An activity that was recorded, and what became due through it.
struct Recording {
    let line: ActivityLine
    /// What was typed of it.
    let said: ActivityLine
    /// The topics of the packs.
    let topics: TopicList
    let newRecords: [RecordLine]
    let isTrial: Bool
    let workspace: Workspace

    private var writer: ActivityText { ActivityText(vocabulary: workspace.rules.vocabulary, zone: workspace.zone) }

    /// Says what was recorded, how to take it back and what is due now; `verb` is what was done, such as "Logged".
    func show(_ verb: String, _ console: Console) {
        let verb = isTrial ? "Would be " + verb.lowercased() : verb
        console.line("\(verb): \(writer.text(line)).")
        for record in newRecords { console.line("New \(record.kind): \(record.name.text).") }
        let news = news
        for item in news.items.prefix(Self.most) { console.line(item.text) }
        let more = news.items.count - Self.most
        if more > 0 { console.line("… and \(more) more: explore today") }
        for early in news.evaluated.cameBefore(line) {
            console.line("Note: the \(early.activity), came before the \(early.occasion), and does not count for it.")
        }
        for note in topics.unknown(in: said, workspace.rules.vocabulary) {
            let near = topics.topics.meant(by: note).map { "; did you mean '\($0)'?" } ?? ""
            console.line("Note: '\(note)' is none of the topics of 'explore coverage'\(near)")
        }
        console.line(isTrial ? "Nothing was recorded." : "Not right? Take it back with: explore undo")
    }

    /// The same as one JSON object.
    var json: String {
        let news = news
        let early = news.evaluated.cameBefore(line).map { early in
            JSONLine.Value.object([("activity", .text(early.activity)), ("occasion", .text(early.occasion))])
        }
        return JSONLine([
            ("recorded", .flag(!isTrial)), ("activity", writer.json(line)), ("text", .text(writer.text(line))),
            ("new_records", .list(newRecords.map { .text($0.name.text) })),
            ("now_due", .list(news.items.map(\.json))), ("came_before", .list(early)),
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
