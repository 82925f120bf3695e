import Foundation
import TestSupport
import Testing

/// The import table and the absences of ARCHITECTURE.md.
struct LayeringTests {
    /// Who may import whom, beside the system's own modules.
    static let allowed: [String: Set<String>] = [
        "RulesEngine": ["CYAML"],
        "Checklists": ["RulesEngine"],
        "ActivityLog": ["GRDB", "GRDBSQLite", "RulesEngine"],
        "explore": ["ArgumentParser", "Checklists", "ActivityLog", "RulesEngine"],
        "EmbedRulesTool": [],
    ]
    static let system: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin"]

    @Test(arguments: allowed.keys.sorted())
    func aModuleImportsOnlyWhatTheTableAllows(_ module: String) {
        let files = SourceTree.files(below: "Sources/\(module)")
        #expect(!files.isEmpty)
        for file in files {
            for name in file.imports where !Self.system.contains(name) {
                #expect(Self.allowed[module]?.contains(name) == true, "\(file) imports \(name)")
            }
        }
    }

    @Test func cyamlIsImportedByOneFile() {
        let files = SourceTree.files(below: "Sources").filter { $0.imports.contains("CYAML") }
        #expect(files.map(\.path) == ["Sources/RulesEngine/YAML/YAMLEventReader.swift"])
    }

    @Test func theEngineUsesFoundationOnlyToReadFolders() {
        let files = SourceTree.files(below: "Sources/RulesEngine").filter { !Self.system.isDisjoint(with: $0.imports) }
        let readers = ["PackFiles", "PackStore", "PackStoreFolder", "PackStoreLock"].map {
            "Sources/RulesEngine/Packs/\($0).swift"
        }
        #expect(files.map(\.path) == readers)
    }

    /// Words of careers belong to the vocabulary and the packs, never to the engine.
    @Test func theEngineContainsNoCareerWord() {
        let words = [
            "meeting", "resume", "thank", "career", "interview", "referral", "networking", "coffee", "counsellor",
        ]
        for file in SourceTree.files(below: "Sources/RulesEngine") {
            for line in file.code {
                let lowered = line.text.lowercased()
                for word in words { #expect(!lowered.contains(word), "\(file):\(line.number): \(word)") }
            }
        }
    }

    @Test func theEnginePrintsNothingAndReadsNoClock() {
        let forbidden = [
            "print(", "debugPrint(", "= Date()", "Date.now", "ContinuousClock", "SystemClock", "clock_gettime",
            "time(nil)", "getenv",
        ]
        for file in SourceTree.files(below: "Sources/RulesEngine") + SourceTree.files(below: "Sources/Checklists") {
            for line in file.code {
                for word in forbidden { #expect(!line.text.contains(word), "\(file):\(line.number): \(word)") }
            }
        }
    }

    /// Inside the engine a folder uses only folders named before it.
    static let folders = [
        "Text", "Diagnostics", "YAML", "Time", "Vocabulary", "Facts", "Verdicts", "Clauses", "Messages", "Shapes",
        "Packs",
        "Engine",
        "Agenda", "Authoring",
    ]

    @Test func everyFolderOfTheEngineHasItsPlace() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: ProjectFiles.root.appendingPathComponent("Sources/RulesEngine").path)
        #expect(Set(names.filter { !$0.hasPrefix(".") }) == Set(Self.folders))
    }

    @Test func aFolderOfTheEngineUsesOnlyFoldersBeforeIt() {
        let files = SourceTree.files(below: "Sources/RulesEngine")
        let homes = Self.homes(of: files)
        for file in files {
            guard let place = Self.folders.firstIndex(of: Self.folder(of: file)) else { continue }
            let own = Self.ownNames(in: file)
            for line in file.code {
                for word in Self.typeNames(in: line.text) where !own.contains(word) {
                    guard let home = homes[word] else { continue }
                    #expect(home <= place, "\(file):\(line.number) uses \(word) of \(Self.folders[home])")
                }
            }
        }
    }

    private static func folder(of file: SourceTree.File) -> String {
        file.path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
    }

    /// Where each top-level type is declared; names declared twice say nothing.
    private static func homes(of files: [SourceTree.File]) -> [String: Int] {
        var homes: [String: Int] = [:]
        var twice: Set<String> = []
        for file in files {
            guard let place = folders.firstIndex(of: folder(of: file)) else { continue }
            for line in file.code {
                guard let name = declaredName(line.text) else { continue }
                if homes[name] != nil { twice.insert(name) }
                homes[name] = place
            }
        }
        return homes.filter { !twice.contains($0.key) }
    }

    private static func declaredName(_ line: String) -> String? {
        guard let match = line.firstMatch(of: /^(?:public |package )?(?:struct|enum|protocol) (\w+)/) else {
            return nil
        }
        return String(match.1)
    }

    /// Types a file declares inside others, and names of its generic parameters.
    private static func ownNames(in file: SourceTree.File) -> Set<String> {
        let declared = file.text.matches(of: /(?:struct|enum|typealias) ([A-Z]\w*)/).map { String($0.1) }
        let parameters = file.text.matches(of: /func \w+<([^>]*)>/).flatMap {
            $0.1.matches(of: /[A-Z]\w*/).map { String($0.0) }
        }
        return Set(declared + parameters)
    }

    private static func typeNames(in line: String) -> [String] {
        let code = line.replacing(/"[^"]*"/, with: "")
        return code.matches(of: /(^|[^.\w])([A-Z]\w+)/).map { String($0.2) }
    }
}
