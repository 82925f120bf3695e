/// Makes the sure repairs in the files of one pack, in memory; nothing outside the repaired places changes.
///
/// A round makes at most one repair a line, and none that overlaps another; then the pack is checked again, since one
/// repair may settle a second mistake, move it, or bring a third to light.
public struct PackFixer {
    /// Everything that is wrong with the pack as it is handed in.
    private let check: (PackFiles) -> Diagnostics

    /// A fixer that asks `check` before every round.
    public init(check: @escaping (PackFiles) -> Diagnostics) { self.check = check }

    /// One repair, at its place in the file as it stood in that round.
    public struct Repair: Sendable, Hashable {
        /// What was wrong.
        public let diagnostic: Diagnostic
        /// What was done about it.
        public let fix: Diagnostic.Fix
    }

    /// A pack after its repairs.
    public struct Outcome: Sendable {
        /// The pack's files, mended as far as it was sure how.
        public let pack: PackFiles
        /// What was repaired, in order.
        public let repairs: [Repair]
        /// What is still wrong.
        public let diagnostics: Diagnostics
    }

    /// No pack that people write needs more; a repair that undoes another ends the work earlier.
    private static let mostRounds = 200

    /// Repairs what can be repaired: first everything but where lines begin, which is often a guess. Lines are moved only
    /// when fewer mistakes are left afterwards.
    public func mend(_ pack: PackFiles) -> Outcome {
        let mended = mend(pack, movingLines: false)
        guard mended.diagnostics.all.contains(where: { $0.fix?.movesALine == true }) else { return mended }
        let moved = mend(mended.pack, movingLines: true)
        guard Self.errors(moved.diagnostics) < Self.errors(mended.diagnostics) else { return mended }
        return Outcome(pack: moved.pack, repairs: mended.repairs + moved.repairs, diagnostics: moved.diagnostics)
    }

    /// Repairs what can be repaired. A repair that would bring back an earlier text, that does not settle its mistake, or
    /// after which more is wrong than before, is not made.
    private func mend(_ pack: PackFiles, movingLines: Bool) -> Outcome {
        var pack = pack
        var repairs: [Repair] = []
        var seen: Set = [pack.files]
        var useless: Set<Mistake> = []
        var found = check(pack)
        // Repairs are made together as long as that helps, else one at a time.
        var isTogether = true
        for _ in 0..<Self.mostRounds {
            let offered = found.sorted().filter { movingLines || $0.fix?.movesALine != true }
            let all = Self.round(of: offered, in: pack).filter { !useless.contains(Mistake($0.diagnostic)) }
            let round = isTogether ? all : Array(all.prefix(1))
            let next = Self.pack(pack, with: round)
            guard !round.isEmpty, seen.insert(next.files).inserted else { break }
            let left = check(next)
            var unsettled = Self.unsettled(round, before: found, after: left)
            if unsettled.isEmpty, Self.errors(left) > Self.errors(found) {
                if round.count > 1 {
                    isTogether = false
                    seen.remove(next.files)
                    continue
                }
                unsettled = Set(round.map { Mistake($0.diagnostic) })
            }
            useless.formUnion(unsettled)
            guard unsettled.isEmpty else { continue }
            repairs += round
            pack = next
            found = left
        }
        return Outcome(pack: pack, repairs: repairs, diagnostics: found)
    }

    private static func errors(_ diagnostics: Diagnostics) -> Int { diagnostics.all.count { $0.severity == .error } }

    /// A mistake as it is known again after a repair: by its line, not by its place in it.
    private struct Mistake: Hashable {
        let code: DiagnosticCode
        let file: String?
        let line: Int?
        let title: String?

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            file = diagnostic.fix?.range.file.name
            line = diagnostic.fix?.range.start.line
            title = diagnostic.fix?.title
        }
    }

    /// The mistakes of a round that are there as often as before it.
    private static func unsettled(_ round: [Repair], before: Diagnostics, after: Diagnostics) -> Set<Mistake> {
        let mistakes = Set(round.map { Mistake($0.diagnostic) })
        let count = { (mistake: Mistake, found: Diagnostics) in found.all.count { Mistake($0) == mistake } }
        return mistakes.filter { count($0, after) >= count($0, before) }
    }

    /// The repairs that can be made together: in files of this pack, one a line, none touching another.
    private static func round(of diagnostics: [Diagnostic], in pack: PackFiles) -> [Repair] {
        let own = Dictionary(pack.files.values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var chosen: [Repair] = []
        for diagnostic in diagnostics {
            guard let fix = diagnostic.fix, own[fix.range.file.name] == fix.range.file,
                fix.range.text != fix.replacement, !chosen.contains(where: { meets($0.fix.range, fix.range) })
            else { continue }
            chosen.append(Repair(diagnostic: diagnostic, fix: fix))
        }
        return chosen
    }

    /// Whether two places share a line of one file.
    private static func meets(_ left: SourceRange, _ right: SourceRange) -> Bool {
        guard left.file.name == right.file.name else { return false }
        return left.start.line <= right.end.line && right.start.line <= left.end.line
    }

    private static func pack(_ pack: PackFiles, with repairs: [Repair]) -> PackFiles {
        let byFile = Dictionary(grouping: repairs, by: \.fix.range.file.name)
        let files = pack.files.mapValues { file in byFile[file.name].map { mended(file, $0.map(\.fix)) } ?? file }
        return PackFiles(name: pack.name, files: files)
    }

    /// From the end to the start, so that no place moves before its turn.
    private static func mended(_ file: SourceFile, _ fixes: [Diagnostic.Fix]) -> SourceFile {
        var bytes = file.bytes
        for fix in fixes.sorted(by: { $0.range.bytes.lowerBound > $1.range.bytes.lowerBound }) {
            bytes.replaceSubrange(fix.range.bytes, with: Array(fix.replacement.utf8))
        }
        return SourceFile(name: file.name, bytes: bytes)
    }
}

extension Diagnostic.Fix {
    /// Whether it changes nothing but the blanks and the dash before a line.
    fileprivate var movesALine: Bool {
        let isEmpty = { (text: String) in text.allSatisfy { " -".contains($0) } }
        return isEmpty(range.text) && isEmpty(replacement)
    }
}
