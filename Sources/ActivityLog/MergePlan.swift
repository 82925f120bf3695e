import RulesEngine

/// What has to be written so that a log holds what a document says, and not twice what it holds already.
struct MergePlan {
    /// The changes, in the order of the document; empty when everything is there.
    private(set) var changes: [LogChange] = []
    /// What they add and change.
    private(set) var report = MergeReport()

    /// Compares a document with the log as it is; new activities get ids from `firstFreeNumber` on.
    init(bringing document: LogDocument, into log: LogDocument, firstFreeNumber: Int64) {
        let book = RecordBook(document)
        bringSettings(of: document, into: log)
        bringMe(book.me, into: log)
        bringRecords(book.lines, into: RecordBook(log))
        bringActivities(.matching(document.activities, with: log.activities, firstFreeNumber: firstFreeNumber))
        bringDecisions(of: document, into: log)
    }

    private mutating func bringSettings(of document: LogDocument, into log: LogDocument) {
        if let zone = document.timeZone {
            count(\.settings, known: log.timeZone?.text, new: zone.text, as: .setting(.timeZone(zone.text)))
        }
        if let started = document.started {
            let known = log.started.map(TimeKey.init)
            count(\.settings, known: known, new: TimeKey(started), as: .setting(.started(started)))
        }
        guard !document.holidays.isEmpty else { return }
        let all = Set(log.holidays).union(document.holidays).sorted()
        let known = log.holidays.isEmpty ? nil : log.holidays
        count(\.settings, known: known, new: all, as: .setting(.holidays(all)))
    }

    private mutating func bringMe(_ lines: [FieldLine], into log: LogDocument) {
        let known = Set(log.me.map(\.name.text))
        var fields = FieldHistory(log.me)
        let news = fields.takeNew(from: lines)
        for line in news { write(.me(line), \.me, isNew: !known.contains(line.name.text)) }
        report.me.alreadyThere = lines.count - news.count
    }

    private mutating func bringRecords(_ records: [RecordLine], into book: RecordBook) {
        for record in records {
            bring(record, known: book.record(kind: record.kind, name: record.name.text))
        }
    }

    private mutating func bring(_ record: RecordLine, known: (fields: FieldHistory, archived: Moment?)?) {
        var fields = known?.fields ?? FieldHistory()
        let news = fields.takeNew(from: record.fields)
        let isArchivedNow = record.archived.map { TimeKey($0) != known?.archived.map(TimeKey.init) } ?? false
        guard known == nil || !news.isEmpty || isArchivedNow else { return report.records.alreadyThere += 1 }
        let archived = isArchivedNow ? record.archived : nil
        let line = RecordLine(kind: record.kind, name: record.name, fields: news, archived: archived)
        write(.addRecord(line), \.records, isNew: known == nil)
    }

    private mutating func bringActivities(_ matching: ActivityMatching) {
        let written = matching.matches.filter { $0.outcome != .alreadyThere }.map(\.line)
        report.activities.added = matching.matches.count { $0.outcome == .added }
        report.activities.changed = matching.matches.count { $0.outcome == .changed }
        report.activities.alreadyThere = matching.matches.count - written.count
        report.renamed = matching.renamed
        if !written.isEmpty { changes.append(.activities(written)) }
    }

    private mutating func bringDecisions(of document: LogDocument, into log: LogDocument) {
        var known = Set(log.decisions.map(DecisionKey.init))
        for decision in document.decisions {
            let isNew = known.insert(DecisionKey(decision)).inserted
            if isNew { changes.append(.decide(decision)) }
            report.decisions.added += isNew ? 1 : 0
            report.decisions.alreadyThere += isNew ? 0 : 1
        }
    }

    private mutating func count<Value: Equatable>(
        _ tally: WritableKeyPath<MergeReport, MergeReport.Tally>, known: Value?, new: Value, as change: LogChange
    ) {
        guard known != new else { return report[keyPath: tally].alreadyThere += 1 }
        write(change, tally, isNew: known == nil)
    }

    private mutating func write(
        _ change: LogChange, _ tally: WritableKeyPath<MergeReport, MergeReport.Tally>, isNew: Bool
    ) {
        changes.append(change)
        report[keyPath: tally].added += isNew ? 1 : 0
        report[keyPath: tally].changed += isNew ? 0 : 1
    }
}
