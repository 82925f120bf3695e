import Foundation
import TestSupport
import Testing

@testable import RulesEngine

/// Every sentence shape has a page, and the page is held against the code: its keys are the shape's, its examples are a
/// pack that checks and tests clean, and the sentence below each is the one the program says.
///
/// `RECORD=1` writes sentences and verdicts into the pages, and fails.
@Suite(.serialized)
struct ShapePagesTests {
    private static let names = Shapes.all.map { $0.name }

    @Test func thereIsAPageForEachShapeAndNoOther() throws {
        let folder = ProjectFiles.root.appendingPathComponent("Documentation/Shapes").path
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        #expect(Set(pages) == Set(Self.names.map { $0 + ".md" }))
        let manual = String(decoding: try ProjectFiles.bytes("Documentation/rule-language.md"), as: UTF8.self)
        for name in Self.names { #expect(manual.contains("](Shapes/\(name).md)"), "the manual links to \(name)") }
    }

    @Test(arguments: Shapes.all.indices)
    func aPageListsExactlyTheKeysOfItsShape(_ place: Int) throws {
        let shape = Shapes.all[place]
        let page = try Page(shape.name)
        #expect(page.text.hasPrefix("# \(shape.name): "))
        #expect(page.keys.map(\.name).sorted() == (shape.signature + shape.furtherKeys).sorted())
        for key in page.keys {
            #expect((key.needed == "yes") == shape.signature.contains(key.name), "\(shape.name): \(key.name)")
            #expect(!key.meaning.isEmpty, "\(shape.name): \(key.name)")
        }
    }

    @Test(arguments: names)
    func theExamplesOfAPageAreAPackInOrder(_ name: String) throws {
        let page = try Page(name)
        #expect(!page.examples.isEmpty)
        for example in page.examples {
            let trial = try Trial(example.yaml)
            #expect(trial.mistakes.isEmpty, "\(name): \(trial.mistakes)")
            #expect(trial.rule.map(\.shapeName) == name)
            let results = try trial.results()
            #expect(!results.isEmpty)
            for result in results {
                #expect(result.passed, "\(name): \(result.example): \(result.problem?.message ?? "")")
            }
        }
    }

    @Test(arguments: names)
    func aPageSaysWhatTheProgramSays(_ name: String) throws {
        var page = try Page(name)
        let before = page.text
        for example in page.examples {
            let trial = try Trial(example.yaml)
            let rule = try #require(trial.rule)
            let words = rule.possibleVerdicts.map(\.word)
            let said =
                "> \(rule.sentence(in: trial.rules.vocabulary))\n\n"
                + "Verdicts: \(words.isEmpty ? "none" : words.joined(separator: ", "))."
            page.text = page.text.replacing(example.said, with: said)
            if ProcessInfo.processInfo.environment["RECORD"] == nil { #expect(example.said == said) }
        }
        guard ProcessInfo.processInfo.environment["RECORD"] != nil, page.text != before else { return }
        try page.text.write(to: page.url, atomically: true, encoding: .utf8)
        Issue.record("\(name) was recorded anew; read the change and run again")
    }

    // MARK: A page

    /// One page, taken apart.
    private struct Page {
        let url: URL
        var text: String

        init(_ name: String) throws {
            url = ProjectFiles.root.appendingPathComponent("Documentation/Shapes/\(name).md")
            text = try String(contentsOf: url, encoding: .utf8)
        }

        /// The rows of its first table.
        var keys: [(name: String, needed: String, meaning: String)] {
            text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
                let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                return (cells[1].replacing("`", with: ""), cells[2], cells[3])
            }
        }

        /// Its rules, each with what is said below it: the sentence and the verdicts.
        var examples: [(yaml: String, said: String)] {
            text.components(separatedBy: "```yaml\nrules:\n").dropFirst().compactMap { piece in
                let parts = piece.components(separatedBy: "\n```\n\n")
                guard parts.count > 1 else { return nil }
                let said = parts[1].components(separatedBy: "\n\n").prefix(2).joined(separator: "\n\n")
                return ("rules:\n" + parts[0] + "\n", said.trimmingCharacters(in: .newlines))
            }
        }
    }

    /// A page's rule in a pack of its own, beside the shipped words.
    private struct Trial {
        let rules: RuleSet
        let diagnostics: Diagnostics

        init(_ yaml: String) throws {
            let page = """
                id: page
                version: 1.0.0
                title: A page of the manual
                engine: 1
                needs: [career]
                sources:
                  - work: guide
                    title: A guide
                files:
                  - rules/page.yaml

                """
            let pack = PackFiles(
                name: "page",
                files: [
                    "pack.yaml": SourceFile(name: "page/pack.yaml", text: page),
                    "rules/page.yaml": SourceFile(name: "page/rules/page.yaml", text: yaml),
                ])
            let career = try PackFiles(folder: ProjectFiles.root.appendingPathComponent("Rules/career").path)
            var diagnostics = Diagnostics()
            rules = PackLoader.load([career, pack], &diagnostics)
            if let own = rules.packs.last {
                let today = try #require(CalendarDay(year: 2026, month: 11, day: 20))
                PackCheck(rules: rules, zones: { _ in nil }).check(own, today: today, &diagnostics)
            }
            self.diagnostics = diagnostics
        }

        var rule: Rule? { rules.rules.first }
        var mistakes: String { DiagnosticRenderer().render(all: diagnostics.all) }

        func results() throws -> [ExampleRunner.Result] {
            let rule = try #require(rule)
            var diagnostics = Diagnostics()
            return ExampleRunner(rules: rules, zones: { _ in nil }).run(rule, &diagnostics)
        }
    }
}
