import Foundation
import RulesEngine
import TestSupport
import Testing

/// Every code of a diagnostic has a page, and every page tells the truth: example, screen, repair and words.
///
/// RECORD=1 writes the screens anew, and fails.
struct DiagnosticPagesTests {
    private static let folder = "Documentation/Diagnostics"

    private static let codes = DiagnosticCode.allCases

    @Test func everyCodeHasAPageAndEveryPageACode() throws {
        let url = ProjectFiles.root.appendingPathComponent(Self.folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        let pages = Set(names.filter { $0.hasSuffix(".md") && $0 != "README.md" })
        let wanted = Set(Self.codes.map { $0.rawValue + ".md" })
        #expect(wanted.subtracting(pages).sorted() == [], "codes without a page")
        #expect(pages.subtracting(wanted).sorted() == [], "pages without a code")
    }

    @Test(arguments: codes)
    func thePageSaysWhatItIsAbout(_ code: DiagnosticCode) throws {
        let page = try DiagnosticPage(of: code)
        #expect(page.code == code)
        let sentences = page.words.split(separator: ".").filter { $0.count > 20 }
        #expect(!sentences.isEmpty && page.words.contains("."), "\(page.path) says too little")
    }

    @Test(arguments: codes)
    func theExampleHasExactlyThisMistake(_ code: DiagnosticCode) throws {
        let page = try DiagnosticPage(of: code)
        let example = try #require(page.example, "\(page.path) has no example")
        let found = try DiagnosticGallery.diagnostics(of: example, showing: code).sorted()
        #expect(found.first?.code == code, "\(page.path): \(found.map(\.code))")
        for diagnostic in found { expectPlainWords(diagnostic, page) }
        try expect(DiagnosticRenderer().render(all: found), on: page)
    }

    @Test(arguments: codes)
    func theMendedExampleIsInOrder(_ code: DiagnosticCode) throws {
        let page = try DiagnosticPage(of: code)
        let mended = try #require(page.mended, "\(page.path) shows no repair")
        let left = try DiagnosticGallery.diagnostics(of: mended, showing: code).sorted()
        #expect(left.isEmpty, "\(page.path): \(DiagnosticRenderer().render(all: left))")
    }

    /// A page about a log, a plan, a pack or its rules shows one mistake alone; how a file is written can have several
    /// consequences at once.
    @Test(arguments: codes)
    func nothingElseIsWrongWithTheExample(_ code: DiagnosticCode) throws {
        guard let example = try DiagnosticPage(of: code).example, example.name != DiagnosticPage.exampleName else {
            return
        }
        let found = try DiagnosticGallery.diagnostics(of: example, showing: code).sorted()
        #expect(found.map(\.code) == [code])
    }

    // MARK: The index

    /// A heading with the codes below it.
    private struct Group: Equatable {
        let heading: String
        var codes: [String] = []
    }

    @Test func theIndexHasEveryCodeInItsGroup() throws {
        let source = try lines(of: "Sources/RulesEngine/Diagnostics/DiagnosticCode.swift")
        let declared = groups(source, heading: /\s+\/\/ (.+)\./, code: /\s+case .+ = "(.+)"/)
        #expect(declared.flatMap(\.codes) == Self.codes.map(\.rawValue))
        let index = try lines(of: Self.folder + "/README.md")
        #expect(groups(index, heading: /## (.+)/, code: /- \[(.+)\]\(.+/) == declared)
    }

    @Test func everyLineOfTheIndexLeadsToItsPageAndSaysWhatItMeans() throws {
        for line in try lines(of: Self.folder + "/README.md") where line.hasPrefix("- ") {
            let parts = try #require(try /- \[(.+)\]\((.+)\.md\): (.+)\./.wholeMatch(in: line), "\(line)")
            #expect(parts.1 == parts.2 && parts.3.count > 15, "\(line)")
        }
    }

    private typealias Pattern = Regex<(Substring, Substring)>

    private func groups(_ lines: [String], heading: Pattern, code: Pattern) -> [Group] {
        lines.reduce(into: []) { groups, line in
            if let found = try? heading.wholeMatch(in: line) {
                groups.append(Group(heading: String(found.1)))
            } else if let found = try? code.wholeMatch(in: line), !groups.isEmpty {
                groups[groups.count - 1].codes.append(String(found.1))
            }
        }
    }

    private func lines(of path: String) throws -> [String] {
        String(decoding: try ProjectFiles.bytes(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    // MARK: Words

    /// Words a counsellor must never meet (architecture.md §6).
    private static let jargon = ["mapping", "scalar", "token", "schema", "sequence", "nil", "null", "regex"]

    /// What the program itself says is plain; what it quotes is the author's.
    private func expectPlainWords(_ diagnostic: Diagnostic, _ page: DiagnosticPage) {
        let said = [diagnostic.message, diagnostic.label, diagnostic.help, diagnostic.fix?.title].compactMap { $0 }
        for text in said + diagnostic.notes.map(\.label) {
            let words = text.replacing(/'[^']*'/, with: "").lowercased().split { !$0.isLetter }
            for word in Self.jargon {
                #expect(!words.contains { $0 == word || $0 == word + "s" }, "\(page.path): \(text)")
            }
        }
        #expect(!diagnostic.message.hasSuffix("."), "a headline has no full stop: \(diagnostic.message)")
    }

    private func expect(_ screen: String, on page: DiagnosticPage) throws {
        guard screen != page.screen else { return }
        guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
            Issue.record("\(page.path) shows another screen than:\n\(screen)")
            return
        }
        try page.record(screen: screen)
        Issue.record("\(page.path) was written anew; read it, then run the test again")
    }
}
