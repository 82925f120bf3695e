import ActivityLog
import RulesEngine

/// Turns typed lines about people and paths into changes of the log.
struct RecordEditor {
    private let book: Logbook
    private let kind: String

    init(_ book: Logbook, kind: String) {
        self.book = book
        self.kind = kind
    }

    /// Changes to records, and what to say about them.
    struct Changed {
        let changes: [LogChange]
        let sentence: String
        let name: String

        /// Records the changes and says so.
        func record(in book: Logbook, isJSON: Bool, _ console: Console) throws {
            try book.record(changes)
            guard !isJSON else {
                return console.line(
                    JSONLine([("recorded", .flag(!book.isTrial)), ("name", .text(name)), ("text", .text(sentence))])
                        .text)
            }
            console.line(book.isTrial ? sentence + "\nNothing was recorded." : sentence)
        }
    }

    /// A new record; one of that name must not be there yet.
    func add(_ words: [String], addsNew: Bool) throws -> Changed {
        let reading = try read(words, kind, "add", addsNew)
        if records.contains(where: { $0.lowercased() == reading.name.lowercased() }) {
            throw CommandFailure(
                "'\(reading.name)' is in the log already",
                help: "to change what is known, write: explore \(command) set '\(reading.name)' FIELD=VALUE")
        }
        let line = RecordLine(
            kind: kind, name: WrittenText(reading.name), fields: reading.fields.filter { !$0.values.isEmpty })
        let others = reading.newRecords.map { LogChange.addRecord($0) }
        return Changed(
            changes: [.addRecord(line)] + others, sentence: "Added: " + said(reading.name, line.fields),
            name: reading.name)
    }

    /// New values for fields: from a day on, or in the place of the old ones.
    func set(_ words: [String], since: Moment?, addsNew: Bool) throws -> Changed {
        let isMe = kind == RecordNames.person && words.first?.lowercased() == RecordNames.me
        let reading = try read(words, isMe ? RecordNames.me : kind, "set", addsNew)
        guard !reading.fields.isEmpty else {
            throw CommandFailure("it does not say what to change", help: "write FIELD=VALUE, such as: \(example(isMe))")
        }
        if isMe, since != nil {
            throw CommandFailure("what is known about yourself has no dates", help: "leave --since out")
        }
        let name = isMe ? RecordNames.me : try known(reading.name)
        let changes = reading.fields.map { field -> LogChange in
            var field = field
            field.since = since
            return isMe ? .me(field) : .change(kind: kind, name: name, field)
        }
        let others = reading.newRecords.map { LogChange.addRecord($0) }
        return Changed(
            changes: changes + others,
            sentence: (since == nil ? "Corrected: " : "Changed: ") + said(name, reading.fields), name: name)
    }

    /// Takes a record out of use, or back into it.
    func archive(_ written: String, isBack: Bool) throws -> Changed {
        let name = try known(written)
        let at = isBack ? nil : Moment(at: book.workspace.now, in: book.workspace.zone)
        return Changed(
            changes: [.archive(kind: kind, name: name, at: at)],
            sentence: isBack ? "\(name) is in use again." : "\(name) is archived; nothing is asked for any more.",
            name: name)
    }

    private var document: LogDocument { book.workspace.document }
    private var records: [String] { document.records.filter { $0.kind == kind }.map(\.name.text) }
    private var command: String { kind == RecordNames.person ? "people" : kind }

    private func read(
        _ words: [String], _ kind: String, _ verb: String, _ addsNew: Bool
    ) throws -> LogSentence.RecordReading {
        guard let id = book.workspace.rules.vocabulary.recordKind(named: kind) else {
            throw CommandFailure("no pack says what a \(kind) is", help: "name a pack that does with --pack")
        }
        let reading = try book.sentence(addsNew: addsNew).readRecord(words, of: id).orFailure(of: "\(command) \(verb)")
        guard !reading.name.isEmpty else {
            throw CommandFailure("it does not say who or what", help: "begin with a name")
        }
        return reading
    }

    /// The full name of a record in the log; people are also known from activities.
    private func known(_ written: String) throws -> String {
        if kind == RecordNames.person { return try People(document).find(written) }
        switch NameFinder(records).find(written) {
        case .one(let name): return name
        case .several(let names):
            throw CommandFailure(
                "'\(written)' could be several", help: "write one of: " + names.joined(separator: ", "))
        case .none(let nearest):
            throw CommandFailure(
                "no \(kind) called '\(written)' is in the log",
                help: nearest.map { "did you mean '\($0)'?" } ?? "add it with: explore \(command) add '\(written)'")
        }
    }

    private func example(_ isMe: Bool) -> String {
        let vocabulary = book.workspace.rules.vocabulary
        let id = vocabulary.recordKind(named: isMe ? RecordNames.me : kind)
        let field = id.flatMap { vocabulary[$0].fields.first }.map { vocabulary[$0].name } ?? "note"
        return "\(field)=…"
    }

    private func said(_ name: String, _ fields: [FieldLine]) -> String {
        let parts = fields.map { field in
            field.values.isEmpty
                ? "\(field.name.text) is not known"
                : "\(field.name.text) \(field.values.map(\.text).joined(separator: ", "))"
        }
        return ([name] + parts).joined(separator: ", ") + "."
    }
}
