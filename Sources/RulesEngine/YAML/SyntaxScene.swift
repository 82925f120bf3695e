/// The place where libyaml stopped and what stands around it.
struct SyntaxScene {
    /// The file that could not be read on.
    let file: SourceFile
    /// libyaml's problem, in its words.
    let problem: String
    /// libyaml's context, in its words.
    let context: String
    /// The byte where it stopped.
    let at: Int
    /// The byte where the thing it was reading began.
    let contextAt: Int
    /// The value that was read last: its bytes and how it is written.
    let last: (bytes: Range<Int>, style: Node.Style)?
    /// The file's lines.
    let table: LineTable

    /// Sets the scene for a problem.
    init(_ problem: YAMLProblem, _ table: LineTable, _ map: CodePointMap, last: NodeRecord?) {
        var map = map
        self.table = table
        file = table.file
        self.problem = problem.problem
        context = problem.context
        at = map.offset(of: problem.mark)
        contextAt = map.offset(of: problem.contextMark)
        self.last = last.map { (Int($0.start)..<Int($0.end), $0.style) }
    }

    /// The line an offset is on.
    func line(at offset: Int) -> SourceLine { line(table.line(at: offset)) }

    /// A line by its number; an empty one beyond the file's end.
    func line(_ number: Int) -> SourceLine { table.sourceLine(number) }

    /// The line where libyaml stopped.
    var problemLine: SourceLine { line(at: at) }

    /// The number of lines.
    var lineCount: Int { table.count }

    /// The nearest line above that holds something and satisfies `condition`; nil at the top of the file.
    func lineAbove(_ line: SourceLine, where condition: (SourceLine) -> Bool = { _ in true }) -> SourceLine? {
        table.lineAbove(line, where: condition)
    }

    /// The nearest line below that holds something.
    func lineBelow(_ line: SourceLine) -> SourceLine? {
        var number = line.number + 1
        while number <= lineCount {
            let below = self.line(number)
            if !below.isSilent { return below }
            number += 1
        }
        return nil
    }

    /// Whether an offset is the first character of its line's content.
    func isAtLineStart(_ offset: Int) -> Bool { line(at: offset).contentStart == offset }

    /// A mistake at some bytes of the file.
    func mistake(
        _ code: DiagnosticCode, _ message: String, _ bytes: Range<Int>, label: String? = nil,
        note: (Range<Int>, String)? = nil, help: String? = nil, fix: Diagnostic.Fix? = nil
    ) -> Diagnostic {
        let notes = note.map { [Diagnostic.Note(range: range($0.0), label: $0.1)] } ?? []
        return Diagnostic(code, message, at: range(bytes), label: label, notes: notes, help: help, fix: fix)
    }

    /// A repair of some bytes of the file.
    func fix(_ bytes: Range<Int>, _ replacement: String, _ title: String) -> Diagnostic.Fix {
        Diagnostic.Fix(range: range(bytes), replacement: replacement, title: title)
    }

    /// Bytes of the file as a range.
    func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: file, bytes: bytes) }

    /// The character at an offset as text; empty at the end of the file.
    func character(at offset: Int) -> String {
        guard offset < file.bytes.count else { return "" }
        let end = file.bytes[(offset + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? file.bytes.count
        return file.text(in: offset..<end)
    }

    /// The bytes of the character at an offset; empty at the end of the file.
    func characterRange(at offset: Int) -> Range<Int> {
        offset..<offset + character(at: offset).utf8.count
    }

    /// Where a line begins, in words.
    static func starts(after count: Int) -> String {
        count == 0 ? "starts at the edge" : "starts after \(spaces(count))"
    }

    /// "1 space", "3 spaces".
    static func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }
}
