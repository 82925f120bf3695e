import ActivityLog
import RulesEngine
import Testing

struct EntryTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let change: LogChange

        init(_ summary: String, _ change: LogChange) {
            (testDescription, self.change) = (summary, change)
        }
    }

    static func rows() throws -> [Row] {
        let day = try time("2026-11-10")
        let held = try activity("meeting.held", "2026-11-10", with: ["Ana Ruiz"])
        return [
            Row("meeting.held with Ana Ruiz", .activities([held])),
            Row("note", .activities([try activity("note", "2026-11-10")])),
            Row("talk with A and B", .activities([try activity("talk", "2026-11-10", with: ["A", "B"])])),
            Row("talk with A, B and C", .activities([try activity("talk", "2026-11-10", with: ["A", "B", "C"])])),
            Row("meeting.held with Ana Ruiz and 2 more", .activities([held, held, held])),
            Row("me: state", .me(field("state", "stuck"))),
            Row("contact Ana Ruiz", .addRecord(contact("Ana Ruiz"))),
            Row("contact Ana Ruiz: level", .change(kind: "contact", name: "Ana Ruiz", field("level", "mid"))),
            Row("path law archived", .archive(kind: "path", name: "law", at: day)),
            Row("path law in use again", .archive(kind: "path", name: "law", at: nil)),
            Row("time zone Europe/Oslo", .setting(.timeZone("Europe/Oslo"))),
            Row("first day", .setting(.started(day))),
            Row("1 holidays", .setting(.holidays([CalendarDay(number: 1)]))),
            Row(
                "acknowledged pace/one",
                .decide(Decision(rule: "pace/one", occasion: "a1", action: .acknowledged, at: day))),
            Row("contact Ana Ruiz and 1 more", .together([.addRecord(contact("Ana Ruiz")), .activities([held])])),
            Row("nothing", .together([])),
        ]
    }

    @Test(arguments: try rows())
    func entriesSayWhatTheyRecord(_ row: Row) throws {
        let log = try TemporaryFolder().log()
        let entry = try log.append(row.change, recordedAt: today)
        #expect(entry.summary == row.testDescription)
        #expect(try log.entries(last: 1) == [entry])
    }

    @Test func entriesComeOldestFirstAndNoMoreThanAskedFor() throws {
        let log = try TemporaryFolder().log()
        for name in ["A", "B", "C"] { try log.append(.addRecord(contact(name)), recordedAt: today) }
        #expect(try log.entries(last: 2).map(\.summary) == ["contact B", "contact C"])
        #expect(try log.entries(last: 0).isEmpty)
        #expect(try log.entries(last: -1).isEmpty)
        #expect(try log.entries(last: .max).count == 3)
    }

    @Test func undoTakesBackTheNewestAndSaysWhich() throws {
        let log = try TemporaryFolder().log()
        try log.append(.addRecord(contact("A")), recordedAt: today)
        let second = try log.append(.activities([try activity("note", "2026-11-10")]), recordedAt: today)
        let undo = try #require(try log.undo(recordedAt: today.adding(seconds: 5)))
        #expect(undo.reverses == second.id)
        #expect(undo.summary == "undo: note")
        #expect(undo.recordedAt == today.adding(seconds: 5))
        #expect(undo.activityIDs == ["a1"])
        #expect(try log.entries(last: 3).map(\.isReversed) == [false, true, false])
        #expect(try log.document().activities.isEmpty)
    }

    @Test func severalChangesTogetherAreUndoneAsOne() throws {
        let log = try TemporaryFolder().log()
        let note = LogChange.activities([try activity("note", "2026-11-10")])
        let nested = LogChange.together([note, .together([.me(field("state", "stuck")), note])])
        #expect(try log.append(nested, recordedAt: today).activityIDs == ["a1", "a2"])
        _ = try log.undo(recordedAt: today)
        #expect(try log.document() == LogDocument())
    }

    @Test func undoNeverUndoesAnUndo() throws {
        let log = try TemporaryFolder().log()
        for name in ["A", "B"] { try log.append(.addRecord(contact(name)), recordedAt: today) }
        #expect(try log.undo(recordedAt: today)?.summary == "undo: contact B")
        try log.append(.addRecord(contact("C")), recordedAt: today)
        let undone = try (0..<3).map { _ in try log.undo(recordedAt: today)?.summary }
        #expect(undone == ["undo: contact C", "undo: contact A", nil])
    }

    /// Whatever is recorded, undoing it step by step leads back through every document on the way.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func undoLeadsBackTheSameWay(seed: UInt64) throws {
        var random = RandomLog(seed: seed)
        let log = try TemporaryFolder().log()
        var documents = [try log.document()]
        for _ in 0..<12 {
            try log.append(random.change(), recordedAt: today)
            documents.append(try log.document())
        }
        for document in documents.dropLast().reversed() {
            _ = try log.undo(recordedAt: today)
            #expect(try log.document() == document)
        }
    }
}
