import GRDB
import RulesEngine

/// Reads the activities: one pass over each table, in the order of the activities' rows.
struct ActivityReader {
    private let db: Database
    private let reversed: Set<Int64>
    private var assembly = ActivityAssembly()

    /// A reader that passes over the rows of reversed entries.
    init(_ db: Database, without reversed: Set<Int64>) {
        self.db = db
        self.reversed = reversed
    }

    /// The activities in the order of their times, those of one time in the order they were first written.
    func read() throws -> [ActivityLine] {
        var reader = self
        try reader.readActivities()
        try reader.readPeople()
        try reader.readValues()
        try reader.readLists()
        return reader.assembly.linesInOrder()
    }

    private mutating func readActivities() throws {
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT id, entry, handle, corrects, part, kind, starts, ends, precision FROM activity ORDER BY id"
        )
        while let row = try cursor.next() {
            guard !reversed.contains(try row.decode(Int64.self, atIndex: 1)) else { continue }
            let line = ActivityLine(
                id: try row.decode(String?.self, atIndex: 2), at: try StoredMoment.read(row, at: 6),
                kind: WrittenText(try row.decode(String.self, atIndex: 5)))
            assembly.append(
                line, row: try row.decode(Int64.self, atIndex: 0),
                corrects: try row.decode(Int64?.self, atIndex: 3), part: try row.decode(Int64?.self, atIndex: 4))
        }
    }

    private mutating func readPeople() throws {
        let sql = "SELECT activity, name FROM activity_person ORDER BY activity, position"
        try forEachChild(sql) { assembly, place, row in
            assembly.lines[place].with.append(WrittenText(try row.decode(String.self, atIndex: 1)))
        }
    }

    /// Values of one field follow each other, so a value belongs to the last field unless activity or field changed.
    private mutating func readValues() throws {
        var last = (place: -1, field: Int64(-1))
        let sql = "SELECT activity, field, name, is_list, text FROM activity_value ORDER BY activity, field, position"
        try forEachChild(sql) { assembly, place, row in
            let current = (place: place, field: try row.decode(Int64.self, atIndex: 1))
            if current != last { assembly.lines[place].fields.append(try Self.field(row)) }
            last = current
            guard let text = try row.decode(String?.self, atIndex: 4) else { return }
            let field = assembly.lines[place].fields.count - 1
            assembly.lines[place].fields[field].values.append(WrittenText(text))
        }
    }

    private static func field(_ row: Row) throws -> FieldLine {
        let name = WrittenText(try row.decode(String.self, atIndex: 2))
        return FieldLine(name, [], isList: try row.decode(Bool.self, atIndex: 3))
    }

    private mutating func readLists() throws {
        try forEachChild("SELECT activity, id, field FROM part ORDER BY activity, id") { assembly, place, row in
            assembly.addList(
                try row.decode(Int64.self, atIndex: 1), field: try row.decode(String.self, atIndex: 2), to: place)
        }
    }

    /// Gives each row of a child table, whose first column is its activity, with the place of that activity.
    private mutating func forEachChild(
        _ sql: String, _ body: (inout ActivityAssembly, _ place: Int, Row) throws -> Void
    ) throws {
        let cursor = try Row.fetchCursor(db, sql: sql)
        var place = 0
        while let row = try cursor.next() {
            let activity = try row.decode(Int64.self, atIndex: 0)
            while place < assembly.rows.count, assembly.rows[place] < activity { place += 1 }
            guard place < assembly.rows.count else { return }
            if assembly.rows[place] == activity { try body(&assembly, place, row) }
        }
    }
}
