/// A line that stands where no other line of its name stands: the likely cause of what libyaml met at it or below it.
struct MisplacedLine {
    private let table: LineTable
    private let places: UsualPlaces

    /// Looks at the lines of a file.
    init(_ table: LineTable) {
        self.table = table
        places = UsualPlaces(table)
    }

    // MARK: - Where libyaml stopped

    /// Mistakes that only guess from the neighbouring lines where a line belongs.
    private static let guesses: Set<DiagnosticCode> = [
        .notLinedUp, .indentedTooFar, .missingDash, .misplacedDash, .unreadableText,
    ]

    /// What is wrong with a line at or above the one reading `stopped` at; the mistake itself where the rest of the file
    /// does not tell more.
    func better(than mistake: Diagnostic, stopped: SourceLine) -> Diagnostic {
        let isGuess = Self.guesses.contains(mistake.code) || mistake.code == .colonInText && mistake.fix == nil
        guard isGuess, let found = cause(of: stopped) else { return mistake }
        return outcome(of: found.fix) == outcome(of: mistake.fix) ? mistake : found
    }

    /// The file's bytes after a repair.
    private func outcome(of fix: Diagnostic.Fix?) -> [UInt8]? {
        guard let fix else { return nil }
        var bytes = table.file.bytes
        bytes.replaceSubrange(fix.range.bytes, with: Array(fix.replacement.utf8))
        return bytes
    }

    /// The first line that is unlike the others of its name, from `stopped` upwards, as far as its block goes and one
    /// line more.
    private func cause(of stopped: SourceLine) -> Diagnostic? {
        var line: SourceLine? = stopped
        while let candidate = line {
            if let found = diagnostic(candidate) { return found }
            guard candidate.number == stopped.number || candidate.itemColumn >= stopped.column else { return nil }
            line = table.lineAbove(candidate)
        }
        return nil
    }

    // MARK: - Names that are set twice

    /// The mistakes with those names that are set twice because an item begins without its dash told as that: one for
    /// all names of the item.
    func explaining(_ mistakes: Diagnostics) -> Diagnostics {
        var explained = Diagnostics()
        /// The names of a group that have no dash, from its first name on: what is set twice below is a consequence.
        var items: [(first: Int, start: Int, column: Int)] = []
        for mistake in mistakes.sorted() {
            guard mistake.code == .duplicateKey, let key = mistake.range, let first = mistake.notes.first?.range else {
                explained.report(mistake)
                continue
            }
            let line = table.sourceLine(key.start.line)
            let isConsequence = items.contains { item in
                first.bytes.lowerBound < item.start && item.first <= first.bytes.lowerBound
                    && line.itemColumn == item.column
            }
            if isConsequence { continue }
            if let found = diagnostic(line), found.code == .missingDash {
                items.append((first.bytes.lowerBound, key.bytes.lowerBound, line.itemColumn))
                explained.report(found)
            } else {
                explained.report(mistake)
            }
        }
        return explained
    }

    // MARK: - One line

    /// What is wrong with a line that stands where no other of its name does; nil when it stands as they do.
    func diagnostic(_ line: SourceLine) -> Diagnostic? {
        guard let (place, other) = places.other(than: line) else { return nil }
        let name = quoted(line.text(line.name))
        if place.hasDash, !line.hasDash {
            return mistake(
                .missingDash, "a dash is missing: this line begins an item of a list", line, line.name,
                note: (other.contentStart..<other.name.upperBound, "this one has a dash"),
                help: "write - \(line.text(line.content))", place, "add a dash")
        }
        if line.hasDash, !place.hasDash {
            // Without its dash its name would be set twice: the dash is missing elsewhere.
            guard !isSetAlready(line, at: place) else { return nil }
            return mistake(
                .misplacedDash, "a dash stands before \(name), which begins no item of a list", line,
                line.contentStart..<line.contentStart + 1, note: (other.name, "this one has none"),
                help: "write \(line.text(line.content))", place, "remove the dash")
        }
        let missing = place.column - line.column
        let step = "\(missing > 0 ? "add" : "remove") \(SyntaxScene.spaces(abs(missing)))"
        let start = { (line: SourceLine) in
            line.hasDash ? line.contentStart..<line.contentStart + 1 : line.name
        }
        return mistake(
            .notLinedUp, "this line is not lined up with the lines it belongs to", line, start(line),
            label: SyntaxScene.starts(after: line.column),
            note: (start(other), SyntaxScene.starts(after: other.column)),
            help: "\(step) before \(line.hasDash ? "the dash" : name)", place, step)
    }

    /// Whether the lines above that would be its neighbours hold its name.
    private func isSetAlready(_ line: SourceLine, at place: UsualPlaces.Place) -> Bool {
        var above = table.lineAbove(line)
        while let next = above, next.itemColumn >= place.column {
            if next.itemColumn == place.column, next.text(next.name) == line.text(line.name) { return true }
            above = table.lineAbove(next)
        }
        return false
    }

    private func mistake(
        _ code: DiagnosticCode, _ message: String, _ line: SourceLine, _ bytes: Range<Int>, label: String? = nil,
        note: (Range<Int>, String), help: String, _ place: UsualPlaces.Place, _ title: String
    ) -> Diagnostic {
        let range = { (bytes: Range<Int>) in SourceRange(file: table.file, bytes: bytes) }
        let start = String(repeating: " ", count: place.column) + (place.hasDash ? "- " : "")
        return Diagnostic(
            code, message, at: range(bytes), label: label,
            notes: [Diagnostic.Note(range: range(note.0), label: note.1)],
            help: help,
            fix: Diagnostic.Fix(
                range: range(line.bytes.lowerBound..<line.itemStart), replacement: start, title: title))
    }
}
