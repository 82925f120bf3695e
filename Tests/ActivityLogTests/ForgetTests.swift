import ActivityLog
import Foundation
import RulesEngine
import Testing

struct ForgetTests {
    let folder: TemporaryFolder
    let log: ActivityLog

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
    }

    private func holds(_ text: String) throws -> Bool {
        let (bytes, searched) = (try folder.bytes(), Array(text.utf8))
        return Data(bytes).range(of: Data(searched)) != nil
    }

    @Test func nothingOfTheNameIsLeftInTheFiles() throws {
        _ = try log.merge(try fullDocument(), recordedAt: today)
        for number in 1...200 {
            let note = try activity(
                "note", "2026-11-10", with: ["Ana Ruiz"], [field("text", "Ana Ruiz said \(number)")])
            try log.append(.activities([note]), recordedAt: today)
        }
        _ = try log.undo(recordedAt: today)
        #expect(try holds("Ana Ruiz"))
        let report = try log.forget(person: "Ana Ruiz")
        #expect(try !holds("Ana Ruiz"))
        #expect(try holds("Bo Dahl"))
        #expect(report.records == 1)
        #expect(report.activities == 202)
        #expect(report.sharedActivities == 1)
        #expect(report.values == 1)
        #expect(report.decisions == 1)
        #expect(try folder.log("log.sqlite").value("PRAGMA integrity_check") == "ok")
    }

    @Test func whatConcernsOthersStays() throws {
        _ = try log.merge(try fullDocument(), recordedAt: today)
        _ = try log.forget(person: "Ana Ruiz")
        let document = try log.document()
        var expected = try fullDocument()
        expected.records.removeFirst()
        expected.records[0].fields = []
        expected.activities.removeFirst(2)
        expected.activities[0].with.removeLast()
        expected.decisions.removeFirst()
        #expect(document == expected)
    }

    @Test func freeTextKeepsItsWords() throws {
        let texts = ["Met Ana Ruiz. ANA RUIZ knows all", "Joana Ruiz", "Ana Ruizo", "(Ana Ruiz)", "Ana"]
        let note = try activity("note", "2026-11-10", [list("texts", texts)])
        try log.append(.activities([note]), recordedAt: today)
        #expect(try log.forget(person: "Ana Ruiz").mentions == 2)
        let kept = try log.document().activities.first?.fields.first?.values.map(\.text)
        #expect(kept == ["Met (forgotten). (forgotten) knows all", "Joana Ruiz", "Ana Ruizo", "((forgotten))", "Ana"])
    }

    @Test func aNameOfOneWordIsOnlyFoundAsItIsWritten() throws {
        let note = try activity("note", "2026-11-10", with: ["will"], [field("text", "Will will write at will")])
        try log.append(.activities([note]), recordedAt: today)
        _ = try log.forget(person: "Will")
        let read = try #require(try log.document().activities.first)
        #expect(read.fields.first?.values.map(\.text) == ["(forgotten) will write at will"])
        #expect(read.with.map(\.text) == ["will"])
    }

    @Test func longerNamesOfOthersAreKeptAndReported() throws {
        let note = try activity("note", "2026-11-10", with: ["Ana Ruiz"], [field("text", "Ana and Ana Ruiz")])
        try log.append(.activities([note]), recordedAt: today)
        try log.append(.addRecord(contact("Ana")), recordedAt: today)
        let report = try log.forget(person: "Ana")
        #expect(report.longerNamesKept == ["Ana Ruiz"])
        let read = try #require(try log.document().activities.first)
        #expect(read.with.map(\.text) == ["Ana Ruiz"])
        #expect(read.fields.first?.values.map(\.text) == ["(forgotten) and Ana Ruiz"])
    }

    struct Spelling: CustomTestStringConvertible {
        let testDescription: String
        let written: String
        let forgotten: String
    }

    @Test(arguments: [
        Spelling(testDescription: "composed letters", written: "Zoe\u{308} Vos", forgotten: "Zoë Vos"),
        Spelling(testDescription: "blanks around", written: "Zoë Vos", forgotten: "  Zoë Vos\n"),
        Spelling(testDescription: "upper case", written: "zoë vos", forgotten: "Zoë VOS"),
        Spelling(testDescription: "other scripts", written: "山田 花子", forgotten: "山田 花子"),
        Spelling(testDescription: "signs", written: "O'Neil; -- %_*", forgotten: "O'Neil; -- %_*"),
    ])
    func theNameIsFoundHoweverItIsSpelled(_ spelling: Spelling) throws {
        try log.append(.addRecord(contact(spelling.written)), recordedAt: today)
        #expect(try log.forget(person: spelling.forgotten).records == 1)
        #expect(try !holds(spelling.written))
        #expect(try log.document() == LogDocument())
    }

    @Test(arguments: ["", "  ", "Nobody", "%", "*"])
    func aNameThatIsNotThereChangesNothing(name: String) throws {
        _ = try log.merge(try fullDocument(), recordedAt: today)
        #expect(try log.forget(person: name).isEmpty)
        #expect(try log.document() == fullDocument())
    }

    @Test func emptiedEntriesGoAndUndoDoesNotBringAnythingBack() throws {
        try log.append(.addRecord(contact("Bo")), recordedAt: today)
        try log.append(.addRecord(contact("Ana Ruiz")), recordedAt: today)
        try log.append(.activities([try activity("note", "2026-11-10", with: ["Ana Ruiz"])]), recordedAt: today)
        _ = try log.undo(recordedAt: today)
        _ = try log.forget(person: "Ana Ruiz")
        #expect(try log.entries(last: 9).map(\.summary) == ["contact Bo"])
        #expect(try log.undo(recordedAt: today)?.summary == "undo: contact Bo")
    }

    @Test func idsAreNotGivenAgain() throws {
        try log.append(.activities([try activity("note", "2026-11-10", with: ["Ana"])]), recordedAt: today)
        _ = try log.forget(person: "Ana")
        let entry = try log.append(.activities([try activity("note", "2026-11-10")]), recordedAt: today)
        #expect(entry.activityIDs == ["a2"])
        #expect(entry.id == 2)
    }

    @Test func anOlderFormOfAnActivityDoesNotComeBack() throws {
        for name in ["Bo", "Ana Ruiz"] {
            let line = try activity("note", "2026-11-10", with: [name], id: "a1")
            try log.append(.activities([line]), recordedAt: today)
        }
        _ = try log.forget(person: "Ana Ruiz")
        #expect(try log.document().activities.isEmpty)
    }

    @Test func anOlderValueDoesNotComeBack() throws {
        for value in ["Cy", "Ana Ruiz"] {
            try log.append(.change(kind: "contact", name: "Bo", field("introduced_by", value)), recordedAt: today)
        }
        try log.append(.change(kind: "contact", name: "Bo", list("friends", ["Ana Ruiz", "Cy"])), recordedAt: today)
        try log.append(.change(kind: "contact", name: "Bo", list("rivals", ["Ana Ruiz"])), recordedAt: today)
        #expect(try log.forget(person: "Ana Ruiz").values == 3)
        #expect(try log.document().records == [contact("Bo", [list("friends", ["Cy"])])])
    }

    @Test func partsWithThePersonGoWithEverythingInside() throws {
        let inner = ActivityLine(at: nil, kind: WrittenText("inner"))
        let outer = ActivityLine(
            at: nil, kind: WrittenText("outer"), with: [WrittenText("Ana")],
            parts: [PartsLine(field: WrittenText("inside"), lines: [inner])])
        let plan = try activity(
            "plan", "2026-11-10", with: ["Bo"],
            parts: [PartsLine(field: WrittenText("agenda"), lines: [inner, outer, inner])])
        try log.append(.activities([plan]), recordedAt: today)
        #expect(try log.forget(person: "Ana").activities == 0)
        #expect(try log.document().activities.first?.parts.first?.lines == [inner, inner])
    }

    @Test func idsMadeOfTheNameAreReplaced() throws {
        try log.append(.activities([try activity("note", "2026-11-10", id: "tea-with-Ana")]), recordedAt: today)
        _ = try log.forget(person: "Ana")
        #expect(try log.document().activities.map(\.id) == ["a1"])
        #expect(try !holds("tea-with-Ana"))
    }

    @Test func whileAnotherProgramReadsItSaysSoAndIsFinishedLater() throws {
        _ = try log.merge(try fullDocument(), recordedAt: today)
        try log.set("busy_timeout = 0")
        let other = try folder.log()
        try other.whileReading {
            let error = #expect(throws: ActivityLogError.self) { try log.forget(person: "Ana Ruiz") }
            #expect(error?.problem == .locked)
            #expect(error?.message.hasPrefix("cannot finish forgetting") == true)
        }
        _ = try log.forget(person: "Ana Ruiz")
        #expect(try !holds("Ana Ruiz"))
    }

    @Test func anotherProgramThatReadsIsNoObstacle() throws {
        _ = try log.merge(try fullDocument(), recordedAt: today)
        let other = try folder.log()
        _ = try other.document()
        _ = try log.forget(person: "Ana Ruiz")
        #expect(try !holds("Ana Ruiz"))
        #expect(try other.document() == log.document())
    }
}
