import GRDB
import RulesEngine

/// Reads what is in force as a document.
struct DocumentReader {
    private let db: Database

    /// The log as one transaction sees it.
    init(_ db: Database) {
        self.db = db
    }

    /// The whole log: rows of reversed entries are left out, corrections stand for what they correct.
    func document() throws -> LogDocument {
        let reversed = try reversedEntries()
        var document = LogDocument()
        try readSettings(into: &document, without: reversed)
        let records = try RecordReader(db, without: reversed).read()
        (document.me, document.records) = (records.me, records.lines)
        document.activities = try ActivityReader(db, without: reversed).read()
        document.decisions = try readDecisions(without: reversed)
        return document
    }

    private func reversedEntries() throws -> Set<Int64> {
        try Int64.fetchSet(db, sql: "SELECT reverses FROM entry WHERE reverses IS NOT NULL")
    }

    private func readSettings(into document: inout LogDocument, without reversed: Set<Int64>) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT entry, name, text, starts, ends, precision, id FROM setting ORDER BY id")
        while let row = try rows.next() {
            guard !reversed.contains(try row.decode(Int64.self, atIndex: 0)) else { continue }
            switch try row.decode(String.self, atIndex: 1) {
            case "time_zone": document.timeZone = try row.decode(String?.self, atIndex: 2).map { WrittenText($0) }
            case "started": document.started = try StoredMoment.read(row, at: 3)
            case "holidays": document.holidays = try holidays(of: row.decode(Int64.self, atIndex: 6))
            default: continue
            }
        }
    }

    private func holidays(of setting: Int64) throws -> [CalendarDay] {
        try Int64.fetchAll(db, sql: "SELECT day FROM holiday WHERE setting = ? ORDER BY day", arguments: [setting])
            .map { CalendarDay(number: Int32(clamping: $0)) }
    }

    private func readDecisions(without reversed: Set<Int64>) throws -> [Decision] {
        var decisions: [Decision] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT entry, rule, occasion, action, reason, until_starts, until_ends, until_precision,
                    starts, ends, precision FROM decision ORDER BY starts, id
                """)
        while let row = try rows.next() {
            guard !reversed.contains(try row.decode(Int64.self, atIndex: 0)) else { continue }
            if let decision = try decision(row) { decisions.append(decision) }
        }
        return decisions
    }

    private func decision(_ row: Row) throws -> Decision? {
        let action = StoredDecision.action(
            named: try row.decode(String.self, atIndex: 3), reason: try row.decode(String?.self, atIndex: 4),
            until: try StoredMoment.read(row, at: 5))
        guard let action, let at = try StoredMoment.read(row, at: 8) else { return nil }
        return Decision(
            rule: try row.decode(String.self, atIndex: 1), occasion: try row.decode(String.self, atIndex: 2),
            action: action, at: at)
    }
}
