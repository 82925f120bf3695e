import ActivityLog
import RulesEngine
import Testing

struct ActivityLogTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func newLogIsEmpty() throws {
        let log = try folder.log()
        #expect(try log.document() == LogDocument())
        #expect(try log.entries(last: 10).isEmpty)
        #expect(try log.undo(recordedAt: today) == nil)
    }

    @Test func everyPartOfTheModelComesBack() throws {
        let document = try fullDocument()
        _ = try folder.log().merge(document, recordedAt: today)
        #expect(try folder.log().document() == document)
    }

    @Test func activitiesGetIDsAndStandInTheOrderOfTheirTimes() throws {
        let log = try folder.log()
        let held = try activity("meeting.held", "2026-11-20 10:00", with: ["Ana Ruiz"])
        let entry = try log.append(
            .activities([held, try activity("request.sent", "2026-11-10 09:00")]), recordedAt: today)
        try log.append(.activities([try activity("note.sent", "2026-11-20 10:00")]), recordedAt: today)
        #expect(entry.activityIDs == ["a1", "a2"])
        #expect(try log.document().activities.map(\.id) == ["a2", "a1", "a3"])
    }

    @Test func anActivityWithoutATimeStandsLast() throws {
        let log = try folder.log()
        let timeless = ActivityLine(at: nil, kind: WrittenText("note"))
        try log.append(.activities([timeless, try activity("note", "2026-11-10")]), recordedAt: today)
        #expect(try log.document().activities.map(\.id) == ["a2", "a1"])
    }

    @Test func idsThatWereWrittenAreKeptAndNeverGivenAgain() throws {
        let log = try folder.log()
        let lines = try ["a7", nil, "tea", nil].map { try activity("note", "2026-11-10", id: $0) }
        #expect(try log.append(.activities(lines), recordedAt: today).activityIDs == ["a7", "a8", "tea", "a9"])
        _ = try log.undo(recordedAt: today)
        #expect(try log.append(.activities([lines[1]]), recordedAt: today).activityIDs == ["a10"])
    }

    @Test func hugeAndOddIDsAreOnlyTexts() throws {
        let log = try folder.log()
        let ids = ["a9223372036854775807", "a01", "a-5", "a0", "a+1", "a", "", "a1000000000000000"]
        let lines = try ids.map { try activity("note", "2026-11-10", id: $0) }
        #expect(try log.append(.activities(lines), recordedAt: today).activityIDs == ids)
        #expect(
            try log.append(.activities([activity("note", "2026-11-10")]), recordedAt: today).activityIDs
                == ["a1000000000000001"])
    }

    @Test func anActivityWithAnIDOfTheLogCorrectsItWhereItStands() throws {
        let log = try folder.log()
        let lines = try ["x", "y", "z"].map { try activity($0, "2026-11-10 10:00") }
        try log.append(.activities(lines), recordedAt: today)
        let better = try activity("better", "2026-11-10 10:00", id: "a2")
        try log.append(.activities([better]), recordedAt: today)
        try log.append(
            .activities([try activity("best", "2026-11-10 10:00", with: ["Bo"], id: "a2")]), recordedAt: today)
        #expect(try log.document().activities.map(\.kind.text) == ["x", "best", "z"])
        _ = try log.undo(recordedAt: today)
        #expect(try log.document().activities.map(\.kind.text) == ["x", "better", "z"])
        _ = try log.undo(recordedAt: today)
        #expect(try log.document().activities.map(\.kind.text) == ["x", "y", "z"])
    }

    @Test func anUndoneActivityIsNotCorrectedButMadeAnew() throws {
        let log = try folder.log()
        try log.append(.activities([try activity("x", "2026-11-10", id: "tea")]), recordedAt: today)
        _ = try log.undo(recordedAt: today)
        try log.append(.activities([try activity("y", "2026-11-10", id: "tea")]), recordedAt: today)
        #expect(try log.document().activities.map(\.kind.text) == ["y"])
    }

    @Test func emptyListsAndSingleElementListsAreKept() throws {
        let log = try folder.log()
        let fields = [list("none", []), list("one", ["x"]), field("plain", "x"), field("empty", "")]
        try log.append(.activities([try activity("note", "2026-11-10", fields)]), recordedAt: today)
        #expect(try log.document().activities.first?.fields == fields)
    }

    @Test func textComesBackAsItWasWritten() throws {
        let log = try folder.log()
        let texts = ["", " ", "NO", "1:30", "'; DROP TABLE entry; --", "Zoë", "Zoe\u{308}", "日本語 👩‍👩‍👧", "a\nb\t\"c\""]
        let line = try activity("note", "2026-11-10", with: texts, [list("texts", texts)])
        try log.append(.activities([line]), recordedAt: today)
        let read = try #require(try log.document().activities.first)
        #expect(read.with.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) })
        #expect(read.fields.first?.values.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test func momentsComeBackWithTheirPrecision() throws {
        let log = try folder.log()
        var moments = try ["2026-11-10", "2026-11-10 10:00", "2026-11-10 10:00:30", "0001-01-01", "9999-12-31"].map(
            time)
        let shortDay = Moment(
            start: Instant(seconds: 1_774_738_800), end: Instant(seconds: 1_774_821_599), precision: .day)
        moments.append(try #require(shortDay))
        let lines = moments.map { ActivityLine(at: $0, kind: WrittenText("note")) }
        try log.append(.activities(lines), recordedAt: today)
        #expect(Set(try log.document().activities.map(\.at)) == Set(moments))
    }
}
