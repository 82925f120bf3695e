import RulesEngine
import Testing

@testable import Checklists

/// The advice of packs is held against the lists of what documents say.
struct AdviceTraceTests {
    /// A pack with a list of two pieces, one question that cites the first, and exceptions.
    private func found(citing cited: String, exceptions: String = "exceptions: []") -> [Diagnostic] {
        let files = [
            "advice/guide.yaml": """
            document: guide
            title: A guide
            advice:
              - id: typical-day
                says: Ask about the typical day.
              - id: be-yourself
                says: Be yourself.
            """,
            "exceptions.yaml": exceptions,
            "topics.yaml": "topics:\n  - topic: day\n    goal: The day\n",
            "questions/day.yaml": """
            questions:
              - id: day
                topic: day
                wording: What is your day like?
                advice: \(cited)
            """,
        ]
        var diagnostics = Diagnostics()
        let kit = AdviceKit.load(Self.rules(files, &diagnostics), &diagnostics)
        for pack in kit.rules.packs { AdviceCheck(kit).check(pack, &diagnostics) }
        return diagnostics.sorted()
    }

    private static func rules(_ files: [String: String], _ diagnostics: inout Diagnostics) -> RuleSet {
        let page = """
            id: guide
            version: 1.0.0
            title: A guide
            engine: 1
            files: [\(files.keys.sorted().joined(separator: ", "))]
            """
        let texts = files.merging(["pack.yaml": page]) { first, _ in first }
        let sources = texts.map { ($0.key, SourceFile(name: $0.key, text: $0.value)) }
        let pack = PackFiles(name: "guide", files: Dictionary(sources) { first, _ in first })
        return PackLoader.load([pack], &diagnostics)
    }

    private static let excepted = "exceptions:\n  - id: guide/be-yourself\n    because: It asks for nothing.\n"

    @Test func everythingIsSettledByAUseOrAnException() {
        #expect(found(citing: "guide/typical-day", exceptions: Self.excepted) == [])
    }

    @Test func whatNobodyEncodesIsReportedWhereItIsListed() {
        let found = found(citing: "guide/typical-day")
        #expect(found.map(\.code) == [.unsettledAdvice] && found[0].message.contains("guide/be-yourself"))
        #expect(found[0].range?.file.name == "advice/guide.yaml")
    }

    @Test func whatIsExceptedAndEncodedIsReportedAtTheException() {
        let both = Self.excepted + "  - id: guide/typical-day\n    because: Why not.\n"
        let found = found(citing: "guide/typical-day", exceptions: both)
        #expect(found.map(\.code) == [.unsettledAdvice] && found[0].message.contains("the question 'day'"))
        #expect(found[0].range?.file.name == "exceptions.yaml")
    }

    @Test func anUnknownIDGetsTheNearestRightOne() {
        let found = found(citing: "[guide/typical-day, guide/typical-dey]", exceptions: Self.excepted)
        #expect(found.map(\.code) == [.unknownAdvice] && found[0].fix?.replacement == "guide/typical-day")
    }

    @Test func anUnknownExceptionIsReportedToo() {
        let more = Self.excepted + "  - id: guide/nothing-like-it\n    because: It was never there.\n"
        #expect(found(citing: "guide/typical-day", exceptions: more).map(\.code) == [.unknownAdvice])
    }

    @Test func aPieceListedTwiceIsReported() {
        let twice = Self.excepted + "  - id: guide/be-yourself\n    because: It asks for nothing.\n"
        #expect(found(citing: "guide/typical-day", exceptions: twice).map(\.code) == [.sameItem])
    }
}
