import TestSupport
import Testing

@testable import RulesEngine

/// The sure repairs of `pack check --fix`, in memory.
struct FixTests {
    // MARK: What is repaired

    static let rows: [(broken: String, mended: String, count: Int)] = [
        ("    strenght: must", "    strength: must", 1),
        ("    strength: mst", "    strength: must", 1),
        ("    after: meeting.hled", "    after: meeting.held", 1),
        ("    expect: thankyou.sent   # a note", "    expect: thank_you.sent   # a note", 1),
        ("    to: same persn", "    to: same person", 1),
        ("    witin: 24 hours", "    within: 24 hours", 1),
        ("    strenght: mst", "    strength: must", 2),
        ("    title:Thank people", "    title: Thank people", 1),
        ("\t  id: thanks", "\t  id: thanks", 0),
    ]

    @Test(arguments: rows)
    func aLineIsRepaired(_ row: (broken: String, mended: String, count: Int)) throws {
        let key = try #require(row.mended.split(separator: ":").first).description
        let whole = SmallPacks.thanks.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = { (line: String) in whole.map { $0.hasPrefix(key) ? line : String($0) }.joined(separator: "\n") }
        let outcome = try mend(SmallPacks.pack("small", rules: lines(row.broken)))
        #expect(text(outcome) == lines(row.mended))
        #expect(outcome.repairs.count == row.count)
        if row.count > 0 { #expect(!outcome.diagnostics.hasErrors, "\(outcome.diagnostics.all.map(\.message))") }
    }

    @Test func severalFilesAreRepairedTogether() throws {
        let outcome = try mend(
            SmallPacks.pack(
                "small", rules: SmallPacks.thanks.replacing("strength", with: "strenght"), page: "licens: none\n"))
        #expect(outcome.repairs.map(\.fix.replacement).sorted() == ["licence", "strength"])
    }

    @Test func onlyTheFilesOfThePackAreTouched() throws {
        let other = SmallPacks.pack("other", rules: SmallPacks.thanks.replacing("strength", with: "strenght"))
        let outcome = try mend(SmallPacks.pack("small", rules: SmallPacks.thanks), beside: [other])
        #expect(outcome.repairs.isEmpty)
        #expect(text(outcome) == SmallPacks.thanks)
    }

    /// Everything but the repaired places keeps its bytes: line ends, blanks at ends, a byte order mark, remarks.
    @Test(arguments: ["\r\n", "\n"])
    func theRestKeepsItsBytes(_ lineEnd: String) throws {
        let remarks =
            "# a remark \u{1F600}  \n" + SmallPacks.thanks.replacing("within: 24", with: "witin:   24") + "\n\n# end"
        let bytes = [0xEF, 0xBB, 0xBF] + Array(remarks.replacing("\n", with: lineEnd).utf8)
        let pack = with(bytes)
        let outcome = try mend(pack)
        #expect(outcome.repairs.count == 1)
        #expect(outcome.pack.files["rules/a.yaml"]?.bytes == replayed(outcome, on: bytes))
        #expect(outcome.pack.files["pack.yaml"] == pack.files["pack.yaml"])
    }

    // MARK: Properties

    /// Whatever is broken: what comes out is what went in with the told repairs made, and mending it again does nothing.
    @Test func mendingIsWhatItSaysAndMendsOnce() throws {
        var numbers = SeededNumbers(seed: 20261120)
        let signs = Array("abcdefghijklmnopqrstuvwxyz_:- \n\t'\"#[]{}".utf8)
        for _ in 0..<60 {
            var bytes = Array(SmallPacks.thanks.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(signs.randomElement(using: &numbers) ?? 0x20, at: place)
                default: bytes.swapAt(place, max(0, place - 1))
                }
            }
            let once = try mend(with(bytes))
            let isReplayed = once.pack.files["rules/a.yaml"]?.bytes == replayed(once, on: bytes)
            #expect(isReplayed)
            let again = try mend(once.pack).repairs.map(\.fix.title)
            #expect(again == [])
        }
    }

    /// A check whose repairs undo one another must not run for ever.
    @Test func repairsThatUndoOneAnotherEnd() {
        let pack = SmallPacks.pack("small", rules: "a")
        let fixer = PackFixer { pack in
            var diagnostics = Diagnostics()
            if let file = pack.files["rules/a.yaml"] {
                let all = SourceRange(file: file, bytes: 0..<file.bytes.count)
                let fix = Diagnostic.Fix(
                    range: all, replacement: all.text == "a" ? "b" : "a", title: "turn \(all.text)")
                diagnostics.report(Diagnostic(.unknownKey, "m", at: all, fix: fix))
            }
            return diagnostics
        }
        #expect(fixer.mend(pack).repairs.count == 1)
    }

    /// A repair that leaves its mistake as it was is taken back.
    @Test func aRepairThatSettlesNothingIsNotMade() {
        let pack = SmallPacks.pack("small", rules: "a: b")
        let fixer = PackFixer { pack in
            var diagnostics = Diagnostics()
            if let file = pack.files["rules/a.yaml"] {
                let place = SourceRange(file: file, bytes: 2..<2)
                let fix = Diagnostic.Fix(range: place, replacement: " ", title: "add a space")
                diagnostics.report(Diagnostic(.missingSpaceAfterColon, "m", at: place, fix: fix))
            }
            return diagnostics
        }
        let outcome = fixer.mend(pack)
        #expect(outcome.repairs.isEmpty && text(outcome) == "a: b")
    }

    /// Two repairs of one place, and two of one line, are made one after the other.
    @Test func overlappingRepairsAreMadeOneByOne() {
        let pack = SmallPacks.pack("small", rules: "one two\n")
        var checks = 0
        let fixer = PackFixer { pack in
            checks += 1
            var diagnostics = Diagnostics()
            guard let file = pack.files["rules/a.yaml"] else { return diagnostics }
            let text = file.text(in: 0..<file.bytes.count)
            for (word, other) in [("one", "1"), ("one two", "1 2"), ("two", "2")] {
                guard let range = text.firstRange(of: word) else { continue }
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let place = SourceRange(file: file, bytes: start..<start + word.utf8.count)
                let fix = Diagnostic.Fix(range: place, replacement: other, title: other)
                diagnostics.report(Diagnostic(.unknownKey, "m", at: place, fix: fix))
            }
            return diagnostics
        }
        let outcome = fixer.mend(pack)
        #expect(text(outcome) == "1 2\n")
        #expect(outcome.repairs.count == 2 && checks == 3)
    }

    // MARK: Support

    private func mend(_ pack: PackFiles, beside others: [PackFiles] = []) throws -> PackFixer.Outcome {
        let beside = [try SmallPacks.career()] + others
        return PackFixer { pack in
            var diagnostics = Diagnostics()
            _ = PackLoader.load(beside + [pack], &diagnostics)
            return diagnostics
        }.mend(pack)
    }

    private func with(_ bytes: [UInt8]) -> PackFiles {
        let pack = SmallPacks.pack("small", rules: "")
        let rules = SourceFile(name: "small/rules/a.yaml", bytes: bytes)
        return PackFiles(name: pack.name, files: pack.files.merging(["rules/a.yaml": rules]) { _, new in new })
    }

    private func text(_ outcome: PackFixer.Outcome) -> String? {
        outcome.pack.files["rules/a.yaml"].map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The told repairs made again on the first text; those of one round come in any order, so the last place first.
    private func replayed(_ outcome: PackFixer.Outcome, on bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var rest = outcome.repairs.filter { $0.fix.range.file.name == "small/rules/a.yaml" }[...]
        while let first = rest.first {
            let round = rest.prefix { $0.fix.range.file == first.fix.range.file }
            guard bytes == first.fix.range.file.bytes else { return [] }
            for repair in round.sorted(by: { $0.fix.range.bytes.lowerBound > $1.fix.range.bytes.lowerBound }) {
                bytes.replaceSubrange(repair.fix.range.bytes, with: Array(repair.fix.replacement.utf8))
            }
            rest = rest.dropFirst(round.count)
        }
        return bytes
    }
}
