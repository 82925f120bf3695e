import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// A good pack damaged at random: whatever happens to it, the messages help somebody who cannot program (yaml.md).
///
/// The screens of one small pack, one for each way to damage it, are kept in `Tests/Goldens/damaged-packs.txt` to be read
/// through. RECORD=1 writes them anew, and fails.
struct DamagedPackTests {
    // MARK: What holds of every damage

    @Test(arguments: PackDamage.all)
    func everyDamageIsExplained(_ damage: PackDamage) throws {
        for pack in try [Self.folder("Examples/north-campus"), Self.shipped("asking"), Self.shipped("deciding")] {
            for seed in 1...2 {
                guard let broken = Self.damaged(pack, by: damage, seed: UInt64(seed)) else { continue }
                try check(broken, against: pack, damage, seed)
            }
        }
    }

    private func check(_ broken: PackFiles, against pack: PackFiles, _ damage: PackDamage, _ seed: Int) throws {
        let found = Self.check(broken)
        let place: Comment = "\(damage.name), \(pack.name), seed \(seed)"
        if damage.isHarmless {
            #expect(found.all.map(\.message) == [], place)
        } else if found.all.isEmpty {
            #expect(Self.meaning(broken) == Self.meaning(pack), "accepted in silence: \(place)")
        }
        for diagnostic in found.all { expectHelp(diagnostic, place) }
        #expect(found.all.count <= 12, "\(place): \(found.all.count)")
        let said = found.all.map { "\($0.range?.start.line ?? 0) \($0.message)" }
        #expect(Set(said).count == said.count, "said twice: \(place): \(said)")
    }

    private func expectHelp(_ diagnostic: Diagnostic, _ place: Comment) {
        let range = diagnostic.range
        #expect(range != nil, "\(place): no place for: \(diagnostic.message)")
        #expect(diagnostic.help?.isEmpty == false, "\(place): no help for: \(diagnostic.message)")
        let said = [diagnostic.message, diagnostic.label, diagnostic.help, diagnostic.fix?.title].compactMap { $0 }
        for text in said + diagnostic.notes.map(\.label) {
            let words = text.replacing(/'[^']*'/, with: "").split { !$0.isLetter }.map { $0.lowercased() }
            for word in Self.jargon {
                #expect(!words.contains(word) && !words.contains(word + "s"), "\(place): \(text)")
            }
        }
    }

    private static let jargon = [
        "mapping", "scalar", "token", "schema", "parser", "sequence", "node", "regex", "json", "nil", "null",
        "string", "integer", "boolean", "array", "dictionary", "enum", "struct", "syntax", "exception", "literal",
    ]

    /// Special spaces before many lines are one mistake, and one repair.
    @Test func pastedSpacesAreOneMistake() throws {
        let pack = try Self.folder("Examples/north-campus")
        let file = try #require(pack.files["rules/campus.yaml"])
        let text = String(decoding: file.bytes, as: UTF8.self)
        let pasted = text.replacing("\n    ", with: "\n\u{A0}\u{A0}\u{A0}\u{A0}")
        var files = pack.files
        files["rules/campus.yaml"] = SourceFile(name: file.name, bytes: Array(pasted.utf8))
        let broken = PackFiles(name: pack.name, files: files)
        let found = Self.check(broken)
        #expect(found.all.map(\.code) == [.noBreakSpace], "\(found.all.map(\.message))")
        #expect(PackFixer(check: Self.check).mend(broken).pack.files == pack.files)
    }

    /// What --fix does to a damaged pack: every line that no repair names keeps its bytes, remarks and blanks included.
    @Test(arguments: PackDamage.all)
    func repairsTouchOnlyTheLinesTheyName(_ damage: PackDamage) throws {
        let pack = try Self.folder("Examples/north-campus")
        guard let broken = Self.damaged(pack, by: damage, seed: 1) else { return }
        let outcome = PackFixer(check: Self.check).mend(broken)
        for (path, file) in broken.files {
            let lines = { (bytes: [UInt8]) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) }
            let before = lines(file.bytes)
            let after = lines(outcome.pack.files[path]?.bytes ?? [])
            let named = outcome.repairs.filter { $0.fix.range.file.name == file.name }.flatMap {
                Array($0.fix.range.start.line...$0.fix.range.end.line)
            }
            guard before.count == after.count else { continue }
            let changed = before.indices.filter { before[$0] != after[$0] }.map { $0 + 1 }
            #expect(Set(changed).isSubset(of: named), "\(damage.name): \(changed), named \(named)")
            let remarks = { (lines: [ArraySlice<UInt8>]) in
                lines.filter { $0.first { $0 != 0x20 } == UInt8(ascii: "#") }.map(Array.init)
            }
            #expect(remarks(before) == remarks(after), "\(damage.name)")
        }
    }

    @Test func aFileThatIsMissingIsNamed() throws {
        let pack = try Self.folder("Examples/north-campus")
        let found = Self.check(PackFiles(name: pack.name, files: pack.files.filter { $0.key != "rules/campus.yaml" }))
        #expect(found.all.map(\.code) == [.fileMissing])
        for diagnostic in found.all { expectHelp(diagnostic, "a missing file") }
    }

    @Test func bytesThatAreNoTextAreExplained() throws {
        let pack = try Self.folder("Examples/north-campus")
        let file = try #require(pack.files["rules/campus.yaml"])
        var bytes = file.bytes
        bytes[bytes.count / 2] = 0xFF
        var files = pack.files
        files["rules/campus.yaml"] = SourceFile(name: file.name, bytes: bytes)
        let found = Self.check(PackFiles(name: pack.name, files: files))
        #expect(!found.all.isEmpty)
        for diagnostic in found.all { expectHelp(diagnostic, "a wrong byte") }
    }

    // MARK: The screens

    private static let golden = "Tests/Goldens/damaged-packs.txt"

    @Test func theScreensAreAsTheyWereRead() throws {
        let pack = try Self.folder("Examples/north-campus")
        var screens = ""
        for damage in PackDamage.all {
            guard let broken = Self.damaged(pack, by: damage, seed: 3) else { continue }
            let found = Self.check(broken)
            screens += "=== \(damage.name)\n\n"
            screens +=
                found.all.isEmpty ? "Nothing to mend.\n" : DiagnosticRenderer().render(all: found.sorted()) + "\n"
            screens += "\n"
        }
        let url = ProjectFiles.root.appendingPathComponent(Self.golden)
        let kept = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        guard screens != kept else { return }
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try screens.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("\(Self.golden) was written anew; read it, then run the test again")
        } else {
            Issue.record("other screens than in \(Self.golden); RECORD=1 writes them anew")
        }
    }

    // MARK: Packs

    static func folder(_ path: String) throws -> PackFiles {
        let pack = try PackFiles(folder: ProjectFiles.root.appendingPathComponent(path).path)
        return renamed(pack, path)
    }

    private static func shipped(_ id: String) throws -> PackFiles { try folder("Rules/" + id) }

    /// The pack as it is shown from the root of the project.
    private static func renamed(_ pack: PackFiles, _ name: String) -> PackFiles {
        var files: [String: SourceFile] = [:]
        for (path, file) in pack.files { files[path] = SourceFile(name: name + "/" + path, bytes: file.bytes) }
        return PackFiles(name: name, files: files)
    }

    /// The pack with its first file of rules damaged; nil when nothing in it can be damaged so.
    private static func damaged(_ pack: PackFiles, by damage: PackDamage, seed: UInt64) -> PackFiles? {
        guard let path = pack.files.keys.filter({ $0.hasPrefix("rules/") }).min(), let file = pack.files[path],
            let text = damage.damaged(String(decoding: file.bytes, as: UTF8.self), seed: seed)
        else { return nil }
        var files = pack.files
        files[path] = SourceFile(name: file.name, bytes: Array(text.utf8))
        return PackFiles(name: pack.name, files: files)
    }

    private static let career = PackResult { try shipped("career") }

    /// A pack that is read once.
    private struct PackResult: Sendable {
        let pack: PackFiles?
        init(_ read: () throws -> PackFiles) { pack = try? read() }
    }

    private static func load(_ pack: PackFiles, _ diagnostics: inout Diagnostics) -> RuleSet {
        PackLoader.load([career.pack, pack].compactMap { $0 }, &diagnostics)
    }

    /// Everything `pack check` and `pack test` would say.
    static func check(_ pack: PackFiles) -> Diagnostics {
        var diagnostics = Diagnostics()
        let rules = load(pack, &diagnostics)
        guard let loaded = rules.packs.last, loaded.name == pack.name else { return diagnostics }
        guard let today = CalendarDay(year: 2026, month: 11, day: 20) else { return diagnostics }
        PackCheck(rules: rules, zones: PackUnderWork.zones).check(loaded, today: today, &diagnostics)
        guard !diagnostics.hasErrors else { return diagnostics }
        let runner = ExampleRunner(rules: rules, zones: PackUnderWork.zones)
        for problem in runner.run(loaded, &diagnostics).compactMap(\.problem) { diagnostics.report(problem) }
        return diagnostics
    }

    /// What the rules of a pack mean, beside the words that are only shown.
    private static func meaning(_ pack: PackFiles) -> [String] {
        var ignored = Diagnostics()
        let rules = load(pack, &ignored)
        return rules.rules.map { "\($0.id) \($0.strength.rawValue): \($0.sentence(in: rules.vocabulary))" }
    }
}
