import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// A slip on any line of a good pack: it is told, and `pack check --fix` never makes something else of the file than its
/// author had, unless it says what is left.
///
/// Every twentieth line is tried, another one for each slip; ALL_LINES=1 tries them all, which takes ten minutes.
struct LineSlipTests {
    private static let path = "rules/campus.yaml"

    /// Slips after which a line reads well, and only its author can know that it says something else.
    private static let unknowable: Set<LineSlip> = [.lineLost, .lineTwice, .secondColon, .atSign]

    @Test(arguments: LineSlip.allCases)
    func aSlipIsToldAndNeverMendedIntoSomethingElse(_ slip: LineSlip) throws {
        let pack = try DamagedPackTests.folder("Examples/north-campus")
        let file = try #require(pack.files[Self.path])
        let lines = String(decoding: file.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let isWhole = ProcessInfo.processInfo.environment["ALL_LINES"] != nil
        let first = LineSlip.allCases.firstIndex(of: slip) ?? 0
        let right = Self.content(file)
        for number in isWhole ? Array(lines.indices) : Array(stride(from: first % 20, to: lines.count, by: 20)) {
            guard let new = slip.applied(to: lines[number]) else { continue }
            var changed = lines
            changed.replaceSubrange(number...number, with: new)
            let broken = pack.replacing(Self.path, with: changed.joined(separator: "\n"))
            let place: Comment = "\(slip), line \(number + 1): \(lines[number])"
            let found = DamagedPackTests.check(broken)
            if found.all.isEmpty {
                let isKept = Self.content(try #require(broken.files[Self.path])) == right
                #expect(isKept || Self.unknowable.contains(slip), "accepted in silence: \(place)")
                continue
            }
            #expect(found.all.count <= 6, "\(place): \(found.all.map(\.message))")
            let outcome = PackFixer(check: { DamagedPackTests.check($0) }).mend(broken)
            guard outcome.diagnostics.all.isEmpty, !Self.unknowable.contains(slip) else { continue }
            #expect(Self.content(try #require(outcome.pack.files[Self.path])) == right, "mended wrongly: \(place)")
        }
    }

    private static func content(_ file: SourceFile) -> String {
        (try? YAMLInspection.json(file).get().joined()) ?? "unreadable"
    }
}

extension PackFiles {
    /// The pack with another text in one of its files.
    fileprivate func replacing(_ path: String, with text: String) -> PackFiles {
        var files = files
        files[path] = SourceFile(name: name + "/" + path, bytes: Array(text.utf8))
        return PackFiles(name: name, files: files)
    }
}
