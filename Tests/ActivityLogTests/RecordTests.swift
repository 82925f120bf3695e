import ActivityLog
import RulesEngine
import Testing

struct RecordTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let changes: [LogChange]
        let fields: [FieldLine]
    }

    static func rows() throws -> [Row] {
        let (may, june) = (try time("2026-05-01"), try time("2026-06-01"))
        func level(_ value: String, since: Moment? = nil) -> LogChange {
            .change(kind: "contact", name: "Ana", field("level", value, since: since))
        }
        let unknown = LogChange.change(
            kind: "contact", name: "Ana", FieldLine(WrittenText("level"), [], isList: false))
        return [
            Row(testDescription: "a name alone", changes: [.addRecord(contact("Ana"))], fields: []),
            Row(
                testDescription: "a change makes the record known", changes: [level("mid")],
                fields: [field("level", "mid")]),
            Row(
                testDescription: "without a date it corrects", changes: [level("mid"), level("senior")],
                fields: [field("level", "senior")]),
            Row(
                testDescription: "with a date it stands beside the others",
                changes: [level("mid"), level("senior", since: may)],
                fields: [field("level", "mid"), field("level", "senior", since: may)]),
            Row(
                testDescription: "dated values stand in the order of their dates",
                changes: [level("top", since: june), level("mid", since: may)],
                fields: [field("level", "mid", since: may), field("level", "top", since: june)]),
            Row(
                testDescription: "the same date again corrects that value",
                changes: [level("mid"), level("top", since: may), level("senior", since: may)],
                fields: [field("level", "mid"), field("level", "senior", since: may)]),
            Row(
                testDescription: "a correction without a date takes the dated values along",
                changes: [level("mid"), level("top", since: may), level("junior")], fields: [field("level", "junior")]),
            Row(testDescription: "a field can become unknown", changes: [level("mid"), unknown], fields: []),
            Row(
                testDescription: "in one record the undated line comes first",
                changes: [.addRecord(contact("Ana", [field("level", "top", since: may), field("level", "mid")]))],
                fields: [field("level", "mid"), field("level", "top", since: may)]),
            Row(
                testDescription: "a corrected field stays in its place",
                changes: [.addRecord(contact("Ana", [field("level", "mid"), field("city", "Oslo")])), level("top")],
                fields: [field("level", "top"), field("city", "Oslo")]),
            Row(
                testDescription: "adding a known record corrects what it says",
                changes: [
                    .addRecord(contact("Ana", [field("level", "mid"), field("city", "Oslo")])),
                    .addRecord(contact("Ana", [field("city", "Bergen")])),
                ],
                fields: [field("level", "mid"), field("city", "Bergen")]),
        ]
    }

    @Test(arguments: try rows())
    func fieldsAreWhatTheChangesLeave(_ row: Row) throws {
        let log = try TemporaryFolder().log()
        for change in row.changes { try log.append(change, recordedAt: today) }
        #expect(try log.document().records == [contact("Ana", row.fields)])
    }

    @Test func theSameHoldsForThePersonThemselves() throws {
        let log = try TemporaryFolder().log()
        let may = try time("2026-05-01")
        for line in [field("state", "stuck"), field("state", "exploring"), field("state", "settled", since: may)] {
            try log.append(.me(line), recordedAt: today)
        }
        #expect(try log.document().me == [field("state", "exploring"), field("state", "settled", since: may)])
    }

    @Test func recordsOfOneNameAndTwoKindsAreTwo() throws {
        let log = try TemporaryFolder().log()
        try log.append(.change(kind: "contact", name: "Ana", field("x", "1")), recordedAt: today)
        try log.append(.change(kind: "path", name: "Ana", field("x", "2")), recordedAt: today)
        #expect(try log.document().records.map(\.kind) == ["contact", "path"])
    }

    @Test func archivedRecordsComeBackIntoUse() throws {
        let log = try TemporaryFolder().log()
        let may = try time("2026-05-01")
        try log.append(.archive(kind: "contact", name: "Ana", at: may), recordedAt: today)
        #expect(try log.document().records.first?.archived == may)
        try log.append(.archive(kind: "contact", name: "Ana", at: nil), recordedAt: today)
        #expect(try log.document().records == [contact("Ana")])
    }

    @Test func theNewestSettingCounts() throws {
        let log = try TemporaryFolder().log()
        let days = [CalendarDay(number: 20_500), CalendarDay(number: 20_400), CalendarDay(number: 20_500)]
        for setting in [
            LogSetting.timeZone("Europe/Oslo"), .timeZone("Europe/Berlin"), .started(try time("2026-09-01")),
            .started(nil), .holidays([]), .holidays(days),
        ] {
            try log.append(.setting(setting), recordedAt: today)
        }
        let document = try log.document()
        #expect(document.timeZone == WrittenText("Europe/Berlin"))
        #expect(document.started == nil)
        #expect(document.holidays == [CalendarDay(number: 20_400), CalendarDay(number: 20_500)])
    }
}
