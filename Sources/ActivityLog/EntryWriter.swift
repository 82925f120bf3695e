import GRDB
import RulesEngine

/// Writes one entry and all the rows that belong to it.
struct EntryWriter {
    private let db: Database
    private let entry: Int64
    private var activities: ActivityWriter

    /// Records a change as one entry.
    static func write(
        _ change: LogChange, summary: String, recordedAt now: Instant, to db: Database
    ) throws -> Entry {
        var writer = try EntryWriter(summary: summary, recordedAt: now, to: db)
        try writer.write(change)
        return Entry(
            id: writer.entry, recordedAt: now, summary: summary, reverses: nil, isReversed: false,
            activityIDs: writer.activities.written)
    }

    private init(summary: String, recordedAt now: Instant, to db: Database) throws {
        try db.execute(
            sql: "INSERT INTO entry (recorded_at, summary) VALUES (?, ?)", arguments: [now.seconds, summary])
        self.db = db
        entry = db.lastInsertedRowID
        activities = try ActivityWriter(entry: entry, db: db)
    }

    private mutating func write(_ change: LogChange) throws {
        switch change {
        case .setting(let setting): try write(setting)
        case .me(let line): try writeRecord(kind: nil, name: nil, fields: [line])
        case .addRecord(let record): try write(record)
        case .change(let kind, let name, let line): try writeRecord(kind: kind, name: name, fields: [line])
        case .archive(let kind, let name, let at): try writeRecord(kind: kind, name: name, archived: .some(at))
        case .activities(let lines): for line in lines { try activities.write(line) }
        case .decide(let decision): try write(decision)
        case .together(let changes): for change in changes { try write(change) }
        }
    }

    private func write(_ setting: LogSetting) throws {
        switch setting {
        case .timeZone(let name): try writeSetting("time_zone", text: name)
        case .started(let moment): try writeSetting("started", moment: moment)
        case .holidays(let days): try write(holidays: days)
        }
    }

    private func writeSetting(_ name: String, text: String? = nil, moment: Moment? = nil) throws {
        let moment = StoredMoment(moment)
        try db.execute(
            sql: "INSERT INTO setting (entry, name, text, starts, ends, precision) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [entry, name, text, moment.starts, moment.ends, moment.precision])
    }

    private func write(holidays days: [CalendarDay]) throws {
        try writeSetting("holidays")
        let setting = db.lastInsertedRowID
        for day in Set(days) {
            try db.execute(
                sql: "INSERT INTO holiday (setting, day) VALUES (?, ?)", arguments: [setting, Int64(day.number)])
        }
    }

    private func write(_ record: RecordLine) throws {
        try writeRecord(
            kind: record.kind, name: record.name.text, fields: record.fields.inWritingOrder,
            archived: record.archived.map { .some($0) })
    }

    /// Writes what is said about one record; `archived` is nil when nothing is said about that.
    private func writeRecord(
        kind: String?, name: String?, fields: [FieldLine] = [], archived: Moment?? = nil
    ) throws {
        let moment = StoredMoment(archived ?? nil)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO record (entry, kind, name, archives, starts, ends, precision) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            entry, kind, name, archived == nil ? 0 : 1, moment.starts, moment.ends, moment.precision,
        ])
        let record = db.lastInsertedRowID
        for (position, field) in fields.enumerated() {
            try write(field, of: record, at: position)
        }
    }

    private func write(_ field: FieldLine, of record: Int64, at position: Int) throws {
        let since = StoredMoment(field.since)
        try db.cachedStatement(sql: "INSERT INTO record_field VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            record, position, field.name.text, field.isList, since.starts, since.ends, since.precision,
        ])
        let statement = try db.cachedStatement(sql: "INSERT INTO record_value VALUES (?, ?, ?, ?)")
        for (place, value) in field.values.enumerated() {
            try statement.execute(arguments: [record, position, place, value.text])
        }
    }

    private func write(_ decision: Decision) throws {
        let (action, stored) = (StoredDecision(decision.action), StoredMoment(decision.at))
        try db.execute(
            sql: """
                INSERT INTO decision (entry, rule, occasion, action, reason, until_starts, until_ends, until_precision,
                    starts, ends, precision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry, decision.rule, decision.occasion, action.name, action.reason, action.until.starts,
                action.until.ends, action.until.precision, stored.starts, stored.ends, stored.precision,
            ])
    }
}
