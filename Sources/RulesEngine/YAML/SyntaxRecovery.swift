/// Finds further mistakes in the way a file is written after the one libyaml stopped at.
///
/// The lines of a mistake that concerns only them are blanked out, byte for byte, and the file is read again. What is
/// read then is not used; only its mistakes are, and only those further down.
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

    private let file: SourceFile
    private let table: LineTable
    private var bytes: [UInt8]

    /// What was found beyond the first mistake.
    private(set) var found = Diagnostics()

    /// Prepares to look further in a file's bytes.
    init(_ table: LineTable, _ bytes: [UInt8]) {
        file = table.file
        self.table = table
        self.bytes = bytes
    }

    /// Looks further than `first`; `read` reads the bytes again and gives a mistake with what else it found.
    mutating func run(after first: Diagnostic, read: ([UInt8]) -> (syntax: Diagnostic?, others: Diagnostics)) {
        guard bytes.count <= Self.bytes, let start = first.range?.bytes.lowerBound else { return }
        var last = first
        var others = Diagnostics()
        for _ in 0..<Self.rounds where blank(last) {
            let result = read(bytes)
            others = result.others
            guard let next = result.syntax, let place = next.range, let before = last.range else { break }
            guard place.bytes.lowerBound > before.bytes.lowerBound else { break }
            found.report(next.moved(to: file))
            last = next
        }
        for other in others.all where other.range.map({ $0.bytes.lowerBound > start }) ?? false {
            guard !found.all.contains(where: other.overlaps) else { continue }
            found.report(other.moved(to: file))
        }
    }

    /// Blanks out the lines of a mistake, and what is indented below them; false when that could mislead.
    private mutating func blank(_ mistake: Diagnostic) -> Bool {
        guard Self.recoverable.contains(mistake.code), let range = mistake.range else { return false }
        let first = table.line(at: range.bytes.lowerBound)
        let line = SourceLine(file, number: first, bytes: table.range(ofLine: first))
        blank(line.itemStart..<line.bytes.upperBound)
        var number = first + 1
        while number <= table.count {
            let below = SourceLine(file, number: number, bytes: table.range(ofLine: number))
            guard below.isSilent || below.column > line.itemColumn else { break }
            blank(below.bytes)
            number += 1
        }
        return true
    }

    private mutating func blank(_ range: Range<Int>) {
        for index in range { bytes[index] = 0x20 }
    }
}
