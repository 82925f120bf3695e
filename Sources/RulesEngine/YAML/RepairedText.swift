/// The bytes of a file with mistakes repaired in memory, which remember where everything stands in the file itself.
struct RepairedText: Sendable {
    /// One repair: what was replaced, in the bytes as they were at that moment.
    private struct Edit {
        let range: Range<Int>
        let count: Int
    }

    /// The lines of the file as its author wrote it.
    private let table: LineTable
    /// The bytes as they are after the repairs.
    private(set) var bytes: [UInt8]
    private var edits: [Edit] = []
    /// The lines of the file that a repair touched, from 1.
    private(set) var lines: Set<Int> = []

    /// Starts with a file's bytes, perhaps with a line break more.
    init(_ table: LineTable, _ bytes: [UInt8]) {
        self.table = table
        self.bytes = bytes
    }

    /// The file as its author wrote it.
    var file: SourceFile { table.file }

    /// Replaces a stretch of the bytes as they are now.
    mutating func replace(_ range: Range<Int>, with replacement: [UInt8]) {
        lines.formUnion(linesWritten(range))
        bytes.replaceSubrange(range, with: replacement)
        edits.append(Edit(range: range, count: replacement.count))
    }

    private func linesWritten(_ range: Range<Int>) -> ClosedRange<Int> {
        let range = written(range)
        let first = table.line(at: range.lowerBound)
        return first...max(first, table.line(at: range.upperBound))
    }

    /// Where a stretch of the repaired bytes stands in the file.
    func written(_ range: Range<Int>) -> Range<Int> {
        let start = written(range.lowerBound)
        return start..<max(start, written(range.upperBound))
    }

    /// Where a byte stood before the repairs; a byte that came with one is where the repair was made.
    private func written(_ offset: Int) -> Int {
        edits.reversed().reduce(offset) { offset, edit in
            if offset <= edit.range.lowerBound { return offset }
            let end = edit.range.lowerBound + edit.count
            return offset >= end ? offset - edit.count + edit.range.count : min(offset, edit.range.upperBound)
        }
    }
}

/// A repaired text that many nodes share.
final class SharedRepairs: Sendable {
    let text: RepairedText

    init(_ text: RepairedText) { self.text = text }
}

extension Diagnostic {
    /// The same diagnostic at its place in the file as its author wrote it.
    func moved(from text: RepairedText) -> Diagnostic {
        func moved(_ range: SourceRange) -> SourceRange {
            SourceRange(file: text.file, bytes: text.written(range.bytes))
        }
        return Diagnostic(
            code, severity, message, at: range.map(moved), label: label,
            notes: notes.map { Note(range: moved($0.range), label: $0.label) }, help: help,
            fix: fix.map { Fix(range: moved($0.range), replacement: $0.replacement, title: $0.title) }, rule: rule)
    }
}
