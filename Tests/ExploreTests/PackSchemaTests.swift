import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// `explore pack schema`: what ships fits, what the manual mends fits, and what is broken does not.
struct PackSchemaTests {
    // MARK: What fits

    @Test(arguments: FileSchema.allCases)
    func everyShippedFileFits(_ kind: FileSchema) throws {
        let files = try Self.shipped(kind)
        let found = try PackSchemaValidator.mistakes(in: files.map(Self.instance), schema: try Self.schema(kind))
        #expect(found == [:])
        #expect(kind == .settings || !files.isEmpty)
    }

    /// The mended example of every page about a rule, a pack, a vocabulary, a log, a plan or settings.
    @Test(arguments: FileSchema.allCases)
    func everyMendedExampleFits(_ kind: FileSchema) throws {
        let pages = try Self.pages(kind).compactMap { page in page.mended.map { (page, $0) } }
        let instances = try pages.map { page, file in
            PackSchemaValidator.Instance(name: page.path, json: try Self.json(file))
        }
        #expect(!instances.isEmpty)
        let found = try PackSchemaValidator.mistakes(in: instances, schema: try Self.schema(kind))
        #expect(found == [:])
    }

    @Test func aNewPackFits() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        for (kind, path) in [(FileSchema.pack, "x/pack.yaml"), (.rules, "x/rules/first.yaml")] {
            let file = SourceFile(name: path, text: try terminal.read(path))
            #expect(try PackSchemaValidator.mistakes(in: [Self.instance(file)], schema: try Self.schema(kind)) == [:])
        }
    }

    /// A pack's own words are known to the schema as they are to the program.
    @Test func thePacksOwnWordsFit() throws {
        let terminal = try PackTerminal()
        try terminal.write(
            "fair/pack.yaml",
            "id: fair\nversion: 1.0.0\ntitle: Fairs\nengine: 1\nneeds: [career]\nfiles: [vocabulary.yaml]\n")
        try terminal.write(
            "fair/vocabulary.yaml",
            """
            vocabulary: fair
            fields:
              - field: booth
                type: number
            kinds:
              - kind: job_fair.visited
                noun: visit to a job fair
                happens: you visit a job fair
                do: visit a job fair
                words: [visited fair]
                fields: [booth]

            """)
        let log = SourceFile(name: "log", text: "log: 1\nactivities:\n  - 2026-11-20: visited fair\n    booth: 12\n")
        let without = terminal.run("pack", "schema", "--for", "log").output
        let with = terminal.run("pack", "schema", "--for", "log", "--pack", "@/fair").output
        #expect(try PackSchemaValidator.mistakes(in: [Self.instance(log)], schema: without)["log"]?.isEmpty == false)
        #expect(try PackSchemaValidator.mistakes(in: [Self.instance(log)], schema: with) == [:])
    }

    // MARK: What does not

    /// The codes whose mistake a schema can see, with the kind of file they are shown in.
    static let visible: [DiagnosticCode] = [
        .unknownWord, .unreadableDuration, .noShape, .twoShapes, .badID, .unknownVerdict, .notAPlan,
        .notAnActivity, .notACondition, .notBetween,
    ]

    @Test(arguments: visible)
    func theExampleOfAPageDoesNotFit(_ code: DiagnosticCode) throws {
        let page = try DiagnosticPage(of: code)
        let example = try #require(page.example)
        let kind = try #require(Self.kind(ofExample: example.name))
        let instance = PackSchemaValidator.Instance(name: "example", json: try Self.json(example))
        let found = try PackSchemaValidator.mistakes(in: [instance], schema: try Self.schema(kind))
        #expect(found["example"]?.isEmpty == false, "\(page.path)")
    }

    struct Broken: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var kind = FileSchema.rules
        let text: String
        let instead: String
        /// Where the validator must see it.
        let at: String

        /// A new pack's file with the slip in it.
        func json() throws -> String {
            let starter = PackStarter(id: "x", title: "A pack", today: CalendarDay(number: 20_777))
            let whole = try #require(starter.files.first { ($0.path == "pack.yaml") == (kind == .pack) }).text
            let place = try #require(whole.firstRange(of: text), "\(testDescription)")
            let slip = whole.replacing(
                text, with: instead, subrange: place.lowerBound..<whole.endIndex, maxReplacements: 1)
            return try PackSchemaTests.json(SourceFile(name: "file", text: slip))
        }
    }

    static let broken = [
        Broken(testDescription: "a misspelt key", text: "within:", instead: "witin:", at: "$.rules[0]"),
        Broken(testDescription: "a span without a unit", text: "2 days", instead: "2", at: "$.rules[0].within"),
        Broken(testDescription: "a span in words", text: "2 days", instead: "two days", at: "$.rules[0].within"),
        Broken(
            testDescription: "an unknown kind", text: "after: request.accepted", instead: "after: request.acepted",
            at: "$.rules[0].after"),
        Broken(
            testDescription: "an unknown strength", text: "strength: should", instead: "strength: shoud",
            at: "$.rules[0].strength"),
        Broken(
            testDescription: "an unknown person", text: "to: same person", instead: "to: same persons",
            at: "$.rules[0].to"),
        Broken(
            testDescription: "a key of another shape", text: "to: same person", instead: "unless_first: research.done",
            at: "$.rules[0]"),
        Broken(testDescription: "no title", text: "title: When", instead: "because: When", at: "$.rules[0]"),
        Broken(
            testDescription: "half a shape", text: "expect: meeting.planned", instead: "where: {}", at: "$.rules[0]"),
        Broken(
            testDescription: "an unknown verdict in 'say'", text: "overdue: <person>", instead: "overdu: <person>",
            at: "$.rules[0].say"),
        Broken(
            testDescription: "an unknown day of an example", text: "Mon 10:00: request.accepted",
            instead: "Mo 10:00: request.accepted", at: "$.rules[0].examples[0].log[0]"),
        Broken(
            testDescription: "an unknown activity of an example", text: "Mon 10:00: request.accepted with Ana",
            instead: "Mon 10:00: request.accepte with Ana", at: "$.rules[0].examples[0].log[0]['Mon 10:00']"),
        Broken(
            testDescription: "an unknown field of an example", text: "starts: Fri 10:00", instead: "start: Fri 10:00",
            at: "$.rules[0].examples[2].log[1]"),
        Broken(
            testDescription: "an unknown verdict", text: "verdict: due", instead: "verdict: du",
            at: "$.rules[0].examples[0].verdict"),
        Broken(
            testDescription: "an example without a moment", text: "now: Wed 20:00", instead: "for: Ana",
            at: "$.rules[0].examples[0]"),
        Broken(
            testDescription: "a source without its work", text: "work: our-experience",
            instead: "works: our-experience",
            at: "$.rules[0].source"),
        Broken(
            testDescription: "an unknown key of a pack", kind: .pack, text: "licence:", instead: "license:", at: "$"),
        Broken(testDescription: "an id with capitals", kind: .pack, text: "id: x", instead: "id: X", at: "$.id"),
        Broken(
            testDescription: "a day that is none", kind: .pack, text: "review_by: 2027", instead: "review_by: 27",
            at: "$.review_by"),
        Broken(testDescription: "another engine", kind: .pack, text: "engine: 1", instead: "engine: 2", at: "$.engine"),
        Broken(
            testDescription: "a source without a title", kind: .pack, text: "title: What", instead: "author: What",
            at: "$.sources[0]"),
    ]

    @Test func whatIsBrokenDoesNotFit() throws {
        for kind in [FileSchema.rules, .pack] {
            let rows = Self.broken.filter { $0.kind == kind }
            let found = try PackSchemaValidator.mistakes(
                in: try rows.map { PackSchemaValidator.Instance(name: $0.testDescription, json: try $0.json()) },
                schema: try Self.schema(kind))
            for row in rows {
                let mistakes = found[row.testDescription] ?? []
                #expect(mistakes.contains { $0.hasPrefix(row.at + ": ") }, "\(row.testDescription): \(mistakes)")
            }
        }
    }

    // MARK: The schema itself

    /// An editor shows the meaning of every key.
    @Test func everyKeyOfEveryShapeHasAFormAndAMeaning() throws {
        let text = try Self.schema(.rules)
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        for (name, shape) in definitions where name.hasPrefix("shape-") {
            let properties = try #require(shape["properties"] as? [String: Any])
            for (key, form) in properties {
                let described = (form as? [String: Any])?["description"] as? String
                #expect(
                    described?.isEmpty == false,
                    "\(name): give '\(key)' a form in Sources/RulesEngine/Authoring/SchemaOfRules.swift")
            }
        }
    }

    @Test func theSameRulesGiveTheSameBytes() throws {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load(Workspace.shipped(), &diagnostics)
        for kind in FileSchema.allCases { #expect(kind.json(for: rules) == kind.json(for: rules)) }
    }

    // MARK: Support

    /// The schemas with the words of the pack in Examples and of all that ship, each made once.
    private static let schemas = Dictionary(
        uniqueKeysWithValues: FileSchema.allCases.map { kind in
            let campus = ProjectFiles.root.appendingPathComponent("Examples/north-campus").path
            let packs = ([campus] + OfferedPacks.all.map(\.name)).flatMap { ["--pack", $0] }
            return (kind, try? PackTerminal().run(["pack", "schema", "--for", kind.rawValue] + packs))
        })

    private static func schema(_ kind: FileSchema) throws -> String {
        let screen = try #require(schemas[kind] ?? nil)
        try #require(screen.status == .inOrder, "\(screen.errors)")
        return screen.output
    }

    private static func instance(_ file: SourceFile) throws -> PackSchemaValidator.Instance {
        PackSchemaValidator.Instance(name: file.name, json: try json(file))
    }

    static func json(_ file: SourceFile) throws -> String {
        try #require(try YAMLInspection.json(file).get().first)
    }

    private static func kind(ofExample name: String) -> FileSchema? {
        FileSchema.allCases.first { name == $0.rawValue + ".yaml" }
    }

    private static func pages(_ kind: FileSchema) throws -> [DiagnosticPage] {
        try DiagnosticCode.allCases.map { try DiagnosticPage(of: $0) }
            .filter { $0.example.flatMap { Self.kind(ofExample: $0.name) } == kind }
    }

    /// Every file of this kind under `Rules` and `Examples`.
    private static func shipped(_ kind: FileSchema) throws -> [SourceFile] {
        let root = ProjectFiles.root.path
        var files: [SourceFile] = []
        for folder in ["Rules", "Examples"] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder).sorted()
            where path.hasSuffix(".yaml") {
                let path = folder + "/" + path
                let file = SourceFile(name: path, bytes: try ProjectFiles.bytes(path))
                if Self.kind(ofFile: path, file) == kind { files.append(file) }
            }
        }
        return files
    }

    private static func kind(ofFile path: String, _ file: SourceFile) -> FileSchema? {
        if path.hasSuffix("/pack.yaml") { return .pack }
        if path.hasSuffix("/vocabulary.yaml") { return .vocabulary }
        if path.contains("/rules/") { return .rules }
        if path.contains("/messages/") { return .messages }
        let first =
            String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
        return first.hasPrefix("log: 1") ? .log : first.hasPrefix("plan:") ? .plan : nil
    }
}
