import RulesEngine

/// What has to be written so that a log holds what a document says, and not twice what it holds already.
struct MergePlan {
    /// The changes, in the order of the document; empty when everything is there.
    private(set) var changes: [LogChange] = []
    /// What they add and change.
    private(set) var report = MergeReport()

    /// Compares a document with the log as it is; new activities get ids from `firstFreeNumber` on.
    init(bringing document: LogDocument, into log: LogDocument, firstFreeNumber: Int64) {
        bringSettings(of: document, into: log)
        bringMe(of: document, into: log)
        bringRecords(of: document, into: log)
        var matching = ActivityMatching(log.activities, firstFreeNumber: firstFreeNumber)
        bringActivities(of: document, &matching)
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

    private mutating func bringMe(of document: LogDocument, into log: LogDocument) {
        let known = Set(log.me.map(\.name.text))
        var fields = FieldHistory(log.me)
        let news = fields.takeNew(from: document.me)
        for line in news { write(.me(line), \.me, isNew: !known.contains(line.name.text)) }
        report.me.alreadyThere = document.me.count - news.count
    }

    private mutating func bringRecords(of document: LogDocument, into log: LogDocument) {
        var book = RecordBook(log)
        for record in document.records { bring(record, into: &book) }
    }

    private mutating func bring(_ record: RecordLine, into book: inout RecordBook) {
        let (kind, name) = (record.kind, record.name.text)
        let known = book.record(kind: kind, name: name)
        var fields = known?.fields ?? FieldHistory()
        let news = fields.takeNew(from: record.fields)
        let isArchivedNow = record.archived.map { TimeKey($0) != known?.archived.map(TimeKey.init) } ?? false
        guard known == nil || !news.isEmpty || isArchivedNow else { return report.records.alreadyThere += 1 }
        let archived = isArchivedNow ? record.archived : nil
        book.write(news, kind: kind, name: name, archived: archived.map { .some($0) })
        let line = RecordLine(kind: kind, name: record.name, fields: news, archived: archived)
        write(.addRecord(line), \.records, isNew: known == nil)
    }

    private mutating func bringActivities(of document: LogDocument, _ matching: inout ActivityMatching) {
        let matches = matching.match(document.activities)
        let written = matches.filter { $0.outcome != .alreadyThere }.map(\.line)
        report.activities.added = matches.count { $0.outcome == .added }
        report.activities.changed = matches.count { $0.outcome == .changed }
        report.activities.alreadyThere = matches.count - written.count
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
