import Foundation
import TestSupport
import Testing

@testable import RulesEngine

/// `Documentation/vocabulary.md` lists every key a vocabulary may have, and no other.
struct VocabularyPageTests {
    /// The tables of the page in order, each with the keys the program knows.
    static let tables: [(heading: String, keys: [String])] = [
        ("The file", VocabularyBuilder.sections),
        ("A kind", KindReader.keys),
        ("A field", VocabularyBuilder.fieldKeys),
        ("A record", VocabularyBuilder.recordKeys),
        ("An episode", EpisodeReader.keys),
        ("A role", VocabularyBuilder.roleKeys),
        ("A group", GroupReader.keys),
        ("What can be open", OpenSpanReader.keys),
        ("What messages recall", RecallReader.keys + RecallReader.sourceKeys),
        ("What is said in many ways", SayingReader.keys),
        ("What people type", PhrasingReader.keys),
    ]

    @Test(arguments: tables)
    func aTableListsEveryKey(_ row: (heading: String, keys: [String])) throws {
        let section = try #require(try sections().first { $0.hasPrefix(row.heading) })
        let listed = section.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            return String(line.dropFirst(3)[..<end])
        }
        #expect(listed.sorted() == row.keys.sorted())
    }

    @Test func everySectionIsHeldAgainstTheProgram() throws {
        #expect(try sections().dropFirst().count == Self.tables.count)
    }

    /// What can be computed, and of what type a field may be, is on the page.
    @Test func everyWordForATypeIsNamed() throws {
        let section = try #require(try sections().first { $0.hasPrefix("A field") })
        let words = VocabularyNames.typeWords + ComputedField.Way.allCases.map(\.rawValue)
        for word in words { #expect(section.contains("`\(word)`"), "\(word)") }
    }

    private func sections() throws -> [String] {
        let url = ProjectFiles.root.appendingPathComponent("Documentation/vocabulary.md")
        return try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n## ")
    }
}
