import ActivityLog
import RulesEngine
import Testing

struct MergeTests {
    let log: ActivityLog
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
    }

    private func merge(_ activities: [ActivityLine]) throws -> MergeReport {
        var document = LogDocument()
        document.activities = activities
        return try log.merge(document, recordedAt: today)
    }

    @Test func everythingIsCountedOnceAndAddsNothingTheSecondTime() throws {
        let report = try log.merge(try fullDocument(), recordedAt: today)
        #expect(report.settings.added == 3)
        #expect(report.me.added == 3)
        #expect(report.records.added == 3)
        #expect(report.activities.added == 3)
        #expect(report.decisions.added == 3)
        #expect(report.entry?.summary == "import: 15 added, 0 changed (3 new activities)")
        let again = try log.merge(try fullDocument(), recordedAt: today)
        #expect(again.total.alreadyThere == 15)
        #expect(again.total.added + again.total.changed == 0)
        #expect(again.entry == nil)
        #expect(try log.entries(last: 9).count == 1)
    }

    @Test func anImportIsUndoneAsOne() throws {
        _ = try log.merge(try fullDocument(), recordedAt: today)
        _ = try log.undo(recordedAt: today)
        #expect(try log.document() == LogDocument())
    }

    @Test func activitiesWithoutIDsAreMatchedByWhatTheySay() throws {
        let (tea, walk) = (try activity("tea", "2026-11-10", with: ["A", "B"]), try activity("walk", "2026-11-10"))
        #expect(try merge([tea, tea]).activities.added == 2)
        let swapped = try activity("tea", "2026-11-10", with: ["B", "A"])
        let report = try merge([swapped, walk, tea, tea])
        #expect(report.activities.added == 2)
        #expect(report.activities.alreadyThere == 2)
    }

    @Test func anIDDecidesAndTheDocumentsFormWins() throws {
        _ = try merge([try activity("tea", "2026-11-10", with: ["A"], id: "x")])
        let report = try merge([try activity("tea", "2026-11-12", with: ["B"], id: "x")])
        #expect(report.activities.changed == 1)
        #expect(try log.document().activities == [try activity("tea", "2026-11-12", with: ["B"], id: "x")])
    }

    @Test func idsOfTheDocumentAreKeptWhenTheyAreFree() throws {
        try log.append(.activities([try activity("tea", "2026-11-10")]), recordedAt: today)
        let report = try merge([try activity("walk", "2026-11-11", id: "a5"), try activity("walk", "2026-11-12")])
        #expect(report.entry?.activityIDs == ["a5", "a6"])
        #expect(report.renamed.isEmpty)
    }

    @Test func oneIDOfTwoActivitiesGivesTheNewOneAnotherAndReferencesFollow() throws {
        try log.append(.activities([try activity("tea", "2026-11-10")]), recordedAt: today)
        let lines = [
            try activity("walk", "2026-11-11", id: "a1"),
            try activity("note", "2026-11-12", [field("about", "a1")]),
        ]
        let report = try merge(lines)
        #expect(report.renamed == ["a1": "a2"])
        #expect(try log.document().activities.last?.fields == [field("about", "a2")])
        let again = try merge(lines)
        #expect(again.activities.alreadyThere == 2)
        #expect(again.renamed == ["a1": "a2"])
    }

    @Test func aDocumentThatUsesAnIDTwiceHoldsTwoActivities() throws {
        let lines = [
            try activity("tea", "2026-11-10", id: "x"), try activity("tea", "2026-11-11", id: "x"),
        ]
        #expect(try merge(lines).activities.added == 2)
        #expect(try merge(lines).activities.alreadyThere == 2)
    }

    @Test func aTimeMeansTheSameHoweverExactlyItIsWritten() throws {
        let start = Instant(seconds: 1_795_000_020)
        let (second, minute) = (
            Moment(start: start, end: start, precision: .second), Moment(start: start, end: start, precision: .minute)
        )
        _ = try merge([ActivityLine(at: second, kind: WrittenText("tea"))])
        #expect(try merge([ActivityLine(at: minute, kind: WrittenText("tea"))]).activities.alreadyThere == 1)
    }

    @Test func partsBelongToTheActivity() throws {
        let part = ActivityLine(at: nil, kind: WrittenText("question"))
        func plan(_ parts: [ActivityLine]) throws -> ActivityLine {
            try activity("plan", "2026-11-10", parts: [PartsLine(field: WrittenText("agenda"), lines: parts)])
        }
        _ = try merge([try plan([part])])
        #expect(try merge([try plan([part])]).activities.alreadyThere == 1)
        #expect(try merge([try plan([part, part])]).activities.changed == 1)
        #expect(try log.document().activities.first?.parts.first?.lines.count == 2)
    }

    @Test func whatTheLogKnowsBesidesIsKept() throws {
        let may = try time("2026-05-01")
        try log.append(
            .addRecord(contact("Ana", [field("level", "mid"), field("level", "top", since: may)])), recordedAt: today)
        var document = LogDocument()
        document.records = [contact("Ana", [field("level", "mid"), field("city", "Oslo")])]
        let report = try log.merge(document, recordedAt: today)
        #expect(report.records.changed == 1)
        let fields = [field("level", "mid"), field("level", "top", since: may), field("city", "Oslo")]
        #expect(try log.document().records == [contact("Ana", fields)])
    }

    @Test func holidaysAreAddedToThoseThatAreKnown() throws {
        let days = [CalendarDay(number: 1), CalendarDay(number: 2)]
        try log.append(.setting(.holidays([days[1]])), recordedAt: today)
        var document = LogDocument()
        document.holidays = [days[0]]
        #expect(try log.merge(document, recordedAt: today).settings.changed == 1)
        #expect(try log.document().holidays == days)
        #expect(try log.merge(document, recordedAt: today).settings.alreadyThere == 1)
    }

    /// Importing is idempotent, and what one log exports another imports as the same document.
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func exportAndImportGiveTheSame(seed: UInt64) throws {
        var random = RandomLog(seed: seed)
        let document = try random.document()
        _ = try log.merge(try random.document(), recordedAt: today)
        _ = try log.merge(document, recordedAt: today)
        let again = try log.merge(document, recordedAt: today)
        #expect(again.entry == nil)
        let other = try folder.log("other.sqlite")
        let exported = try log.document()
        _ = try other.merge(exported, recordedAt: today)
        let copy = try other.document()
        #expect(copy.activities == exported.activities)
        #expect(copy.records == exported.records)
        #expect(copy == exported)
    }
}
