/// Finds everything else that is wrong with a file after the first mistake in the way it is written.
///
/// A mistake that is clear is repaired in memory, one that concerns only its lines is blanked out, and the file is read
/// again. When all of them could be repaired, what was read then stands for the file, so that what its lines say is
/// looked at, too; nothing is said of the repaired lines themselves before they are mended.
struct SyntaxRecovery {
    /// The most mistakes found one after the other.
    private static let rounds = 20
    /// The largest file it is worth it for.
    private static let bytes = 1024 * 1024

    /// Mistakes on a line that leave the meaning of the lines around it clear.
    private static let recoverable: Set<DiagnosticCode> = [
        .missingColon, .missingSpaceAfterColon, .colonInText, .colonInBrackets, .notLinedUp, .indentedTooFar,
        .missingDash, .reservedCharacter, .unknownEscape, .badCharacterCode, .textAfterQuote, .textAfterBracket,
        .missingComma, .noBreakSpace, .badTextBlock,
    ]

    private var text: RepairedText
    /// Whether every mistake was repaired, and none only blanked out.
    private var isWhole = true

    /// What was found beyond the first mistake.
    private(set) var found = Diagnostics()
    /// The file as it reads once its mistakes are repaired; nil when one of them could not be.
    private(set) var tree: NodeTree?

    /// Prepares to look further in a file's bytes.
    init(_ table: LineTable, _ bytes: [UInt8]) {
        text = RepairedText(table, bytes)
    }

    /// Looks further than `first`; `read` reads bytes as the file of that name.
    mutating func run(after first: Diagnostic, read: (SourceFile, [UInt8]) -> Reading) {
        guard text.bytes.count <= Self.bytes, let start = first.range?.bytes.lowerBound else { return }
        var last = first
        var lastPlace = start
        var others = Diagnostics()
        for _ in 0..<Self.rounds where settle(last) {
            let reading = read(SourceFile(name: text.file.name, bytes: text.bytes), text.bytes)
            let told = reading.told
            others = told.others
            guard let next = told.mistake else {
                take(reading)
                break
            }
            let moved = next.moved(from: text)
            guard let place = moved.range?.bytes.lowerBound, place > lastPlace else { break }
            found.report(moved)
            (last, lastPlace) = (next, place)
        }
        for other in others.all.map({ $0.moved(from: text) }) {
            guard let place = other.range?.bytes.lowerBound, place > start, !found.all.contains(where: other.overlaps)
            else { continue }
            found.report(other)
        }
        if tree != nil { found.settle(text.lines, of: text.file) }
    }

    /// What was read stands for the file when none of its mistakes was only blanked out.
    private mutating func take(_ reading: Reading) {
        guard isWhole, !reading.isOverLimit else { return }
        tree = reading.tree
        tree?.repaired = SharedRepairs(text)
    }

    /// Repairs a mistake, or blanks out its lines; false when either could mislead.
    private mutating func settle(_ mistake: Diagnostic) -> Bool {
        if let fix = mistake.fix {
            text.replace(fix.range.bytes, with: Array(fix.replacement.utf8))
            return true
        }
        isWhole = false
        guard Self.recoverable.contains(mistake.code), let range = mistake.range else { return false }
        blank(range)
        return true
    }

    /// Blanks out the lines of a mistake, and what is indented below them.
    private mutating func blank(_ range: SourceRange) {
        let current = LineTable(SourceFile(name: text.file.name, bytes: text.bytes))
        let first = current.line(at: range.bytes.lowerBound)
        let line = current.sourceLine(first)
        blank(line.itemStart..<line.bytes.upperBound)
        var number = first + 1
        while number <= current.count {
            let below = current.sourceLine(number)
            guard below.isSilent || below.column > line.itemColumn else { break }
            blank(below.bytes)
            number += 1
        }
    }

    private mutating func blank(_ range: Range<Int>) {
        text.replace(range, with: Array(repeating: 0x20, count: range.count))
    }
}
