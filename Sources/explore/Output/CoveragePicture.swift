import Checklists

/// Draws the map of what was learned as an SVG picture: a dot for every person who spoke of a topic.
struct CoveragePicture {
    let coverage: Coverage
    /// When it was made, for the foot of the picture.
    let made: String

    private static let rowHeight = 30
    private static let columnWidth = 190
    private static let left = 210
    private static let top = 92
    private static let margin = 24
    private static let mostDots = 5
    private static let mostLetters = 24

    private var width: Int { max(Self.left + Self.columnWidth * max(coverage.subjects.count, 1) + Self.margin, 660) }
    private var tableHeight: Int { Self.rowHeight * coverage.topics.count }
    private var height: Int { Self.top + tableHeight + 84 }

    /// The picture; it ends with a line break.
    var text: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
        role="img" aria-labelledby="title desc" font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="14">
        <title id="title">What I have learned so far</title>
        <desc id="desc">\(Markup.escaped(summary))</desc>
        <rect width="\(width)" height="\(height)" fill="#ffffff"/>
        <text x="\(Self.margin)" y="36" font-size="20" font-weight="600" fill="#1a1a1a">What I have learned so far</text>
        \((heads + rows + legend).joined(separator: "\n"))
        </svg>

        """
    }

    /// The picture in words.
    private var summary: String {
        coverage.subjects.map { subject in
            let known = coverage.topics.compactMap { topic -> String? in
                let cell = coverage.learning.cell(topic, of: subject)
                return cell.isEmpty ? nil : "\(topic.name): \(CoverageWriter.word(cell))"
            }
            let list = known.isEmpty ? "nothing yet" : known.joined(separator: ", ")
            return "\(CoverageWriter.head(of: subject, coverage)): \(list)."
        }.joined(separator: " ")
    }

    // MARK: Table

    private func x(_ column: Int) -> Int { Self.left + Self.columnWidth * column }

    private var heads: [String] {
        coverage.subjects.enumerated().map { column, subject in
            let count = "\(coverage.heard(of: subject)) of \(coverage.topics.count) heard"
            return """
                <text x="\(x(column))" y="\(Self.top - 28)" font-weight="600" fill="#1a1a1a">\
                \(Markup.escaped(Self.cut(CoverageWriter.head(of: subject, coverage))))</text>
                <text x="\(x(column))" y="\(Self.top - 10)" font-size="12" fill="#555555">\(count)</text>
                """
        }
    }

    private var rows: [String] {
        coverage.topics.enumerated().map { row, topic in
            let y = Self.top + Self.rowHeight * row
            let stripe = row.isMultiple(of: 2) ? "#f3f6f9" : "#ffffff"
            let cells = coverage.subjects.enumerated().map { column, subject in
                cell(coverage.learning.cell(topic, of: subject), x: x(column), y: y + Self.rowHeight / 2)
            }
            return """
                <rect x="\(Self.margin - 8)" y="\(y)" width="\(width - 2 * Self.margin + 16)" height="\(Self.rowHeight)" fill="\(stripe)"/>
                <text x="\(Self.margin)" y="\(y + 20)" fill="#1a1a1a">\(Markup.escaped(Self.cut(topic.name)))</text>
                \(cells.joined(separator: "\n"))
                """
        }
    }

    private func cell(_ cell: Learning.Cell, x: Int, y: Int) -> String {
        let said = (cell.voices.isEmpty ? cell.signs.map(\.person) : cell.voices.map(\.person)).joined(separator: ", ")
        var marks = (0..<min(cell.voices.count, Self.mostDots)).map {
            Self.dot(x: x + 8 + 20 * $0, y: y, isPattern: !cell.isAnecdote)
        }
        var next = x + 20 * marks.count
        if cell.voices.count > Self.mostDots {
            marks.append(Self.note("+\(cell.voices.count - Self.mostDots)", x: next + 2, y: y))
            next += 28
        }
        if cell.voices.isEmpty, !cell.signs.isEmpty {
            marks.append(Self.note("✓", x: x + 2, y: y))
            next += 20
        }
        if cell.isOnlyRead {
            marks.append(Self.square(x: x + 2, y: y))
            next += 20
        }
        if !cell.contradictions.isEmpty { marks.append(Self.note("≠", x: next + 4, y: y)) }
        if marks.isEmpty { marks.append(Self.dash(x: x, y: y)) }
        let label = said.isEmpty ? CoverageWriter.word(cell) : "\(CoverageWriter.word(cell)): \(said)"
        return "<g><title>\(Markup.escaped(label))</title>\(marks.joined())</g>"
    }

    // MARK: Marks

    /// One voice is a ring, so that an anecdote does not look like a pattern.
    private static func dot(x: Int, y: Int, isPattern: Bool) -> String {
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"7\" fill=\"\(isPattern ? "#1f6f9f" : "#ffffff")\" stroke=\"#1f6f9f\" stroke-width=\"2.5\"/>"
    }

    private static func square(x: Int, y: Int) -> String {
        "<rect x=\"\(x)\" y=\"\(y - 6)\" width=\"12\" height=\"12\" fill=\"none\" stroke=\"#8a8a8a\" stroke-width=\"2\" stroke-dasharray=\"3 2\"/>"
    }

    private static func dash(x: Int, y: Int) -> String {
        "<line x1=\"\(x + 2)\" y1=\"\(y)\" x2=\"\(x + 14)\" y2=\"\(y)\" stroke=\"#b5b5b5\" stroke-width=\"2\"/>"
    }

    private static func note(_ text: String, x: Int, y: Int) -> String {
        "<text x=\"\(x)\" y=\"\(y + 5)\" font-weight=\"600\" fill=\"#a8401a\">\(text)</text>"
    }

    // MARK: Legend

    private var legend: [String] {
        let y = Self.top + tableHeight + 30
        let parts: [(mark: String, text: String, x: Int)] = [
            (Self.dot(x: 32, y: y, isPattern: true), "each person, of several", 46),
            (Self.dot(x: 222, y: y, isPattern: false), "one source only", 236),
            (Self.square(x: 350, y: y), "only read", 370),
            (Self.note("≠", x: 448, y: y), "contradicted", 464),
            (Self.dash(x: 566, y: y), "nothing", 586),
        ]
        return parts.map {
            "\($0.mark)<text x=\"\($0.x)\" y=\"\(y + 5)\" font-size=\"12\" fill=\"#333333\">\($0.text)</text>"
        }
            + [
                "<text x=\"\(Self.margin)\" y=\"\(y + 34)\" font-size=\"11\" fill=\"#555555\">\(Markup.escaped(made)). A person counts once for each topic. ✓ shown by what was done.</text>"
            ]
    }

    /// A name that fits its column.
    private static func cut(_ text: String) -> String {
        text.count <= mostLetters ? text : text.prefix(mostLetters - 1) + "…"
    }
}
