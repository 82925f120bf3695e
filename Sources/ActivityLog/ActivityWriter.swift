import GRDB
import RulesEngine

/// Writes the activities of one entry and gives an id to those that have none.
struct ActivityWriter {
    /// The ids of the activities written so far.
    private(set) var written: [String] = []
    private let db: Database
    private let entry: Int64
    private var nextNumber: Int64

    /// A writer that counts on from every number ever given, so that no id comes back with another meaning.
    init(entry: Int64, db: Database) throws {
        self.db = db
        self.entry = entry
        nextNumber = try Self.nextNumber(db)
    }

    /// The first number that no activity has or had.
    static func nextNumber(_ db: Database) throws -> Int64 {
        let used = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(coalesce((SELECT max(number) FROM activity), 0),
                    coalesce((SELECT max(number) FROM retired_number), 0))
                """)
        return (used ?? 0) + 1
    }

    /// Writes an activity with its parts; one whose id is in force already becomes its newer form.
    mutating func write(_ line: ActivityLine) throws {
        let handle = line.id ?? ActivityHandle.text(nextNumber)
        let corrected = try line.id.flatMap(firstRow)
        try write(line, handle: handle, corrects: corrected, part: nil)
        written.append(handle)
    }

    private mutating func write(_ line: ActivityLine, handle: String?, corrects: Int64?, part: Int64?) throws {
        let (number, at) = (handle.flatMap(ActivityHandle.number), StoredMoment(line.at))
        nextNumber = max(nextNumber, (number ?? 0) + 1)
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO activity (entry, handle, number, corrects, part, kind, starts, ends, precision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            entry, handle, number, corrects, part, line.kind.text, at.starts, at.ends, at.precision,
        ])
        let row = db.lastInsertedRowID
        try write(people: line.with, of: row)
        for (position, field) in line.fields.enumerated() { try write(field, of: row, at: position) }
        for parts in line.parts { try write(parts, of: row) }
    }

    private func write(people: [WrittenText], of row: Int64) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO activity_person VALUES (?, ?, ?)")
        for (position, person) in people.enumerated() {
            try statement.execute(arguments: [row, position, person.text])
        }
    }

    /// An activity's fields hold at its time: `since` is for records, and not kept.
    private func write(_ field: FieldLine, of row: Int64, at position: Int) throws {
        let texts: [String?] = field.values.isEmpty ? [nil] : field.values.map(\.text)
        let statement = try db.cachedStatement(sql: "INSERT INTO activity_value VALUES (?, ?, ?, ?, ?, ?)")
        for (place, text) in texts.enumerated() {
            try statement.execute(arguments: [row, position, place, field.name.text, field.isList, text])
        }
    }

    private mutating func write(_ parts: PartsLine, of row: Int64) throws {
        try db.execute(sql: "INSERT INTO part (activity, field) VALUES (?, ?)", arguments: [row, parts.field.text])
        let part = db.lastInsertedRowID
        for line in parts.lines { try write(line, handle: line.id, corrects: nil, part: part) }
    }

    /// The first row of the activity in force that has this id; nil when there is none.
    private func firstRow(of handle: String) throws -> Int64? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT coalesce(corrects, id) FROM activity WHERE handle = ? AND part IS NULL
                AND entry NOT IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL) ORDER BY id DESC LIMIT 1
                """)
        return try Int64.fetchOne(statement, arguments: [handle])
    }
}
