import GRDB
import RulesEngine

/// Reads the records: every row about a record is applied in the order it was written.
struct RecordReader {
    private let db: Database
    private let reversed: Set<Int64>

    /// A reader that passes over the rows of reversed entries.
    init(_ db: Database, without reversed: Set<Int64>) {
        self.db = db
        self.reversed = reversed
    }

    /// The person's own fields, and the records in the order their names were first written.
    func read() throws -> RecordBook {
        var book = RecordBook()
        var fields = try Fields(db)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, entry, kind, name, archives, starts, ends, precision FROM record ORDER BY id")
        while let row = try rows.next() {
            let lines = try fields.take(of: row.decode(Int64.self, atIndex: 0))
            guard !reversed.contains(try row.decode(Int64.self, atIndex: 1)) else { continue }
            try Self.write(row, lines, to: &book)
        }
        return book
    }

    private static func write(_ row: Row, _ lines: [FieldLine], to book: inout RecordBook) throws {
        guard let kind = try row.decode(String?.self, atIndex: 2), let name = try row.decode(String?.self, atIndex: 3)
        else { return book.writeMe(lines) }
        let archives = try row.decode(Bool.self, atIndex: 4)
        let archived = try StoredMoment.read(row, at: 5)
        book.write(lines, kind: kind, name: name, archived: archives ? .some(archived) : nil)
    }

    /// The fields of all records, read once in the order of the records.
    private struct Fields {
        private let rows: RowCursor
        private var next: Row?

        init(_ db: Database) throws {
            rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT record_field.record, record_field.position, name, is_list, starts, ends, precision, text
                    FROM record_field LEFT JOIN record_value ON record_value.record = record_field.record
                        AND record_value.field = record_field.position
                    ORDER BY record_field.record, record_field.position, record_value.position
                    """)
            next = try rows.next()
        }

        /// The fields of a record; those of records with lower numbers must have been taken.
        mutating func take(of record: Int64) throws -> [FieldLine] {
            var lines: [FieldLine] = []
            var last: Int64?
            while let row = next, try row.decode(Int64.self, atIndex: 0) <= record {
                let position = try row.decode(Int64.self, atIndex: 1)
                if position != last { lines.append(try Self.line(row)) }
                if let text = try row.decode(String?.self, atIndex: 7) {
                    lines[lines.count - 1].values.append(WrittenText(text))
                }
                last = position
                next = try rows.next()
            }
            return lines
        }

        private static func line(_ row: Row) throws -> FieldLine {
            FieldLine(
                WrittenText(try row.decode(String.self, atIndex: 2)), [],
                isList: try row.decode(Bool.self, atIndex: 3), since: try StoredMoment.read(row, at: 4))
        }
    }
}
