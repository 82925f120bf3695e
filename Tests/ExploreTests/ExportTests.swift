import ActivityLog
import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// `explore export` and `explore import`: what is written and brought in again is the same, byte for byte.
struct ExportTests {
    @Test(arguments: ["yaml", "json"])
    func theExampleComesBackByteForByte(_ form: String) throws {
        let (first, second) = (try LogTerminal(), try LogTerminal())
        first.run("import Examples/sam.yaml")
        let text = first.run("export --format \(form)").output
        try second.write("log.\(form)", Array(text.utf8))
        let report = second.run("import @/log.\(form)")
        #expect(report.status == .inOrder, "\(report.text)")
        #expect(second.run("export --format \(form)").output == text)
        #expect(second.run("export").output == first.run("export").output)
        #expect(first.run("export --log @/../nowhere").status == .inOrder)
    }

    /// Logs with every sort of value: odd names, texts that files misread, the hour that comes twice, lists, parts of
    /// plans, dated changes, archived records, decisions.
    @Test(arguments: [("America/New_York", UInt64(1)), ("Europe/Berlin", 2), ("Australia/Lord_Howe", 3), ("UTC", 4)])
    func anyLogComesBackByteForByte(_ name: String, _ seed: UInt64) throws {
        let vocabulary = try Self.vocabulary()
        let zone = try #require(SystemTimeZones.zone(name))
        var random = RandomLogDocument(vocabulary: vocabulary, zone: zone, seed: seed)
        for turn in 0..<4 {
            let terminal = try LogTerminal()
            let document = random.next(hasIDs: turn % 2 == 0)
            _ = try ActivityLog(openingAt: terminal.folder + "/a").merge(
                document, recordedAt: Instant(seconds: terminal.now))
            for form in ["yaml", "json"] {
                let text = terminal.run("export --log @/a --format \(form) --to @/a.\(form)")
                #expect(text.status == .inOrder, "\(text.text)")
                let report = terminal.run("import @/a.\(form) --log @/\(form)")
                let written = try terminal.read("a.\(form)")
                try #require(report.status == .inOrder, "\(report.text)\n\(written)")
                #expect(terminal.run("export --log @/\(form) --format \(form)").output == written)
            }
        }
    }

    /// The same without the command line, for many more logs.
    @Test func anyLogSurvivesTheDatabase() throws {
        let vocabulary = try Self.vocabulary()
        let folder = try LogTerminal()
        let zone = try #require(SystemTimeZones.zone("America/New_York"))
        var random = RandomLogDocument(vocabulary: vocabulary, zone: zone, seed: 5)
        let writer = LogWriter(vocabulary: vocabulary, zone: zone)
        let reader = LogReader(vocabulary: vocabulary) { SystemTimeZones.zone($0) }
        for turn in 0..<60 {
            let first = try ActivityLog(openingAt: folder.folder + "/a\(turn)")
            _ = try first.merge(random.next(hasIDs: turn % 2 == 0), recordedAt: Instant(seconds: 0))
            let text = writer.yaml(try first.document())
            var diagnostics = Diagnostics()
            let tree = try #require(YAMLLoader.load(SourceFile(name: "log", text: text), &diagnostics))
            let second = try ActivityLog(openingAt: folder.folder + "/b\(turn)")
            _ = try second.merge(reader.read(tree, zone: .utc, &diagnostics), recordedAt: Instant(seconds: 0))
            let back = writer.yaml(try second.document())
            #expect(!diagnostics.hasErrors && back == text)
        }
    }

    @Test func bringingInTwiceAddsNothing() throws {
        let terminal = try LogTerminal()
        let first = terminal.run("import Examples/sam.yaml").output
        #expect(first.contains("  people and paths: 4 added, 0 changed, 0 already there\n"))
        #expect(first.contains("  activities: 6 added, 0 changed, 0 already there\n"))
        let before = terminal.run("export").output
        let again = terminal.run("import Examples/sam.yaml").output
        #expect(again.contains("  activities: 0 added, 0 changed, 6 already there\n"))
        #expect(again.hasSuffix("Everything was there already.\n"))
        #expect(terminal.run("export").output == before)
        #expect(terminal.run("history").output.split(separator: "\n").count == 1)
    }

    @Test func tryingAnImportOutRecordsNothing() throws {
        let terminal = try LogTerminal()
        let screen = terminal.run("import Examples/sam.yaml --dry-run")
        #expect(screen.output.contains("  activities: 6 added") && screen.output.hasSuffix("Nothing was recorded.\n"))
        #expect(!FileManager.default.fileExists(atPath: terminal.log))
        terminal.run("import Examples/sam.yaml")
        #expect(terminal.run("import Examples/sam.yaml --dry-run").output.contains("6 already there"))
    }

    @Test func countsForPrograms() throws {
        let line = try LogTerminal().run("import Examples/sam.yaml --format json").output
        let told = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(told?["recorded"] as? Bool == true)
        #expect((told?["activities"] as? [String: Int])?["added"] == 6)
    }

    @Test func anImportIsTakenBackAsOne() throws {
        let terminal = try LogTerminal()
        terminal.run("import Examples/sam.yaml")
        #expect(terminal.run("undo").status == .inOrder)
        #expect(terminal.run("export").output == "log: 1\ntime_zone: America/New_York\n")
    }

    @Test(arguments: [
        (
            "log: 1\nactivities:\n  - 2026-11-20 10:00: meeting.hold with Ana\n", "@/log.yaml:3:23: error: ",
            "meeting.held"
        ),
        ("log: 1\nactivities:\n  - 2026-02-30: meeting.held with Ana\n", "@/log.yaml:3:5: error: ", "February"),
        ("log: 1\npeople:\n  - name: Ana\n    level: senor\n", "@/log.yaml:4:12: error: ", "senior"),
        ("log: 1\npeople:\n  - name: Ana\n  - name: ana\n", "@/log.yaml:4:11: error: ", "in the list already"),
        ("log: 2\n", "@/log.yaml:1:6: error: ", "log"),
        ("log: 1\nme:\n  state: \"a\\0b\"\n", "@/log.yaml:3:10: error: ", "which a log cannot keep"),
        ("hello\n", "@/log.yaml:1:1: error: ", "settings"),
        (
            "{\"log\": 1, \"activities\": [{\"2026-11-20\": \"meeting.held\"}]}\n", "@/log.yaml:1:43: error: ",
            "with whom"
        ),
    ])
    func aMistakeIsShownAtItsPlaceAndNothingIsRecorded(_ text: String, _ place: String, _ words: String) throws {
        let terminal = try LogTerminal()
        try terminal.write("log.yaml", Array(text.utf8))
        let screen = terminal.run("import @/log.yaml")
        #expect(screen.status == .notDone && screen.output.isEmpty)
        #expect(screen.errors.contains(place) && screen.errors.contains(words), "\(screen.errors)")
        #expect(!FileManager.default.fileExists(atPath: terminal.log))
    }

    @Test func aFileThatIsThereIsLeftAlone() throws {
        let terminal = try LogTerminal()
        try terminal.write("mine", Array("dear".utf8))
        let screen = terminal.run("export --log Examples/sam.yaml --to @/mine")
        #expect(screen.status == .notDone && screen.errors.contains("'@/mine' is there already and was left alone"))
        #expect(try terminal.read("mine") == "dear")
        #expect(terminal.run("export --log Examples/sam.yaml --to @/no/folder").status == .notDone)
        #expect(terminal.run("import @/no.yaml").errors.contains("there is no file '@/no.yaml'"))
    }

    @Test func timesKeepTheZoneOfTheLog() throws {
        let terminal = try LogTerminal()
        terminal.run("init --time-zone Europe/Berlin")
        terminal.run("log asked 'Ana Ruiz' today 10:00 --new")
        #expect(terminal.run("export --time-zone Asia/Tokyo").output == terminal.run("export").output)
        #expect(terminal.run("export").output.contains("  - 2026-11-21 10:00: ") == false)
        #expect(terminal.run("export").output.contains("time_zone: Europe/Berlin\n"))
    }

    @Test func anImportDoesNotMoveTheLogToAnotherZone() throws {
        let terminal = try LogTerminal()
        terminal.run("init --time-zone Europe/Berlin")
        terminal.run("plan 'Lee Wong' tue 16:00 --new")
        #expect(terminal.run("import Examples/sam.yaml").status == .inOrder)
        let log = terminal.run("export").output
        #expect(
            log.contains("time_zone: Europe/Berlin\n")
                && log.components(separatedBy: "starts: 2026-11-24 16:00\n").count == 3)
    }

    @Test func aTextLogIsPutInOrder() throws {
        let terminal = try LogTerminal()
        let text = terminal.run("export --log Examples/sam.yaml").output
        try terminal.write("tidy.yaml", Array(text.utf8))
        #expect(terminal.run("export --log @/tidy.yaml").output == text)
        try terminal.write("tidy.json", Array(terminal.run("export --log @/tidy.yaml --format json").output.utf8))
        #expect(terminal.run("export --log @/tidy.json").output == text)
        #expect(terminal.run("today --log @/tidy.json").output == terminal.run("today --log Examples/sam.yaml").output)
    }

    private static func vocabulary() throws -> Vocabulary {
        var diagnostics = Diagnostics()
        return PackLoader.load(try Workspace.packs([]), &diagnostics).vocabulary
    }
}
