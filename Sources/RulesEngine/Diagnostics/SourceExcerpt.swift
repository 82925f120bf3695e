/// The source lines of a diagnostic with their marks, ready to print.
struct SourceExcerpt {
    /// What a printed line is for.
    enum Role { case source, primary, secondary }

    /// One place to mark.
    private struct Mark {
        let range: SourceRange
        let role: Role
        let label: String
        let start: TextPosition
    }

    private static let widest = 100

    /// The printed lines.
    private(set) var lines: [(text: String, role: Role)] = []

    private let gutter: Int

    /// Lays out the place of a diagnostic and its notes; those in other files follow with their file's name.
    init(of diagnostic: Diagnostic, at range: SourceRange) {
        let primary = Mark(range: range, role: .primary, label: diagnostic.label ?? "", start: range.start)
        let notes = diagnostic.notes.map {
            Mark(range: $0.range, role: .secondary, label: $0.label, start: $0.range.start)
        }
        let here = ([primary] + notes.filter { $0.range.file.name == range.file.name }).sorted { $0.start < $1.start }
        let elsewhere = notes.filter { $0.range.file.name != range.file.name }
        gutter = (here + elsewhere).map { String($0.start.line).count }.max() ?? 1
        addLines(here)
        for mark in elsewhere {
            let place = "\(SafeText.shown(mark.range.file.name)):\(mark.start.line):\(mark.start.column)"
            lines.append((" \(place):", .source))
            addLines([mark])
        }
    }

    private mutating func addLines(_ marks: [Mark]) {
        var previous: Int?
        var window = LineWindow(line: [], cut: 0..<0)
        for mark in marks {
            if mark.start.line != previous {
                if let previous, mark.start.line > previous + 1 { lines.append(("\(blank(gutter + 1)) …", .source)) }
                window = Self.window(for: marks.filter { $0.start.line == mark.start.line })
                add(String(mark.start.line), window.shown, .source)
            }
            previous = mark.start.line
            addMark(mark, window)
        }
    }

    private static func window(for marks: [Mark]) -> LineWindow {
        let mark = marks.first { $0.role == .primary } ?? marks[0]
        let file = mark.range.file
        var end = mark.range.bytes.lowerBound
        while end < file.bytes.count, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
        var start = mark.range.bytes.lowerBound
        while start > 0, file.bytes[start - 1] != 0x0A, file.bytes[start - 1] != 0x0D { start -= 1 }
        if start == 0 { start = min(file.byteOrderMarkLength, end) }
        return LineWindow(
            Array(file.text(in: start..<end).unicodeScalars), around: mark.start.column - 1, widest: widest)
    }

    private mutating func addMark(_ mark: Mark, _ window: LineWindow) {
        let first = mark.start.column - 1
        let length = mark.range.text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.count
        guard let place = window.columns(of: first..<first + length) else { return }
        let sign = mark.role == .primary ? "^" : "-"
        let label = mark.label.isEmpty ? "" : " " + SafeText.shown(mark.label)
        add("", blank(place.lowerBound) + String(repeating: sign, count: max(1, place.count)) + label, mark.role)
    }

    private mutating func add(_ number: String, _ text: String, _ role: Role) {
        let line = " \(blank(gutter - number.count))\(number) | \(text)"
        lines.append((String(line[...(line.lastIndex { $0 != " " } ?? line.startIndex)]), role))
    }

    private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
