import Checklists
import RulesEngine

/// Writes what documents advise and what became of it.
struct AdviceWriter {
    let kit: AdviceKit
    private let trace: AdviceTrace

    init(kit: AdviceKit) {
        self.kit = kit
        trace = AdviceTrace(kit)
    }

    // MARK: Everything in numbers

    /// How many pieces each document gives, and what became of them; it ends with a line break.
    var overview: String {
        let pieces = kit.advice.pieces
        let columns = [
            ColumnTable.Column("Document"), ColumnTable.Column("Pieces", isNumber: true), ColumnTable.Column("Title"),
        ]
        let rows = kit.advice.documents.map { document in
            [document.id, "\(pieces.count { $0.document == document.id })", document.title]
        }
        let onward = ["--source s1", "thank-you", "--disputes", "--all"].map { "explore advice " + $0 }
        return "\(pieces.count) pieces of advice, and what became of them\n\n"
            + ColumnTable(columns: columns, rows: rows).text + "\n" + became(pieces)
            + "\nRead on: " + onward.joined(separator: " · ") + "\n"
    }

    private func became(_ pieces: [AdvicePiece]) -> String {
        let forms = AdviceTrace.Form.allCases.map { form in
            (form.rawValue, pieces.count { piece in trace.uses(of: piece.id).contains { $0.form == form } })
        }
        let excepted = pieces.count { trace.exception(for: $0.id) != nil }
        let columns = [ColumnTable.Column("Works as"), ColumnTable.Column("Pieces", isNumber: true)]
        let rows = forms.map { [$0.0, "\($0.1)"] } + [["exception", "\(excepted)"]]
        return ColumnTable(columns: columns, rows: rows).text
            + "A piece that works in two forms is counted in both.\n"
    }

    // MARK: A list

    /// Pieces below the titles of their documents; it ends with a line break.
    func list(_ pieces: [AdvicePiece]) -> String {
        guard !pieces.isEmpty else { return "No piece of advice is like that.\n" }
        var lines: [String] = []
        for document in kit.advice.documents {
            let own = pieces.filter { $0.document == document.id }
            if own.isEmpty { continue }
            lines += [document.title, ""] + own.flatMap(entry)
        }
        let count = pieces.count == 1 ? "1 piece" : "\(pieces.count) pieces"
        lines.append("\(count). One of them in full: explore advice ID")
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ piece: AdvicePiece) -> [String] {
        [" \(piece.id)  (\(place(of: piece)))", "   " + says(piece)] + fate(of: piece).map { "   " + $0 } + [""]
    }

    // MARK: One piece

    /// A piece in full, with what says the same and where others disagree; it ends with a line break.
    func page(of piece: AdvicePiece) -> String {
        let title = kit.advice.documents.first { $0.id == piece.document }?.title ?? piece.document
        var lines = [piece.id, "  " + says(piece), "  \(title), \(place(of: piece))", "", "What became of it"]
        lines += fate(of: piece).map { "  " + $0 }
        let companions = trace.companions(of: piece.id).compactMap(kit.advice.piece)
        if !companions.isEmpty {
            lines += ["", "Said to the same effect"] + companions.map { "  \($0.id): \($0.says)" }
        }
        lines += disputes(about: piece).flatMap { ["", "Guides disagree: " + $0.question] + DisputeWriter.sides($0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func disputes(about piece: AdvicePiece) -> [DisputeView] {
        kit.rules.disputes.filter { dispute in dispute.sides.contains { $0.advice.contains(piece.id) } }
    }

    // MARK: Words

    /// What a piece says; a claim of which nobody knows the source is told as a claim.
    private func says(_ piece: AdvicePiece) -> String {
        piece.isUnsourced ? "It claims, and names no source: \(piece.says)" : piece.says
    }

    private func place(of piece: AdvicePiece) -> String {
        [piece.place, piece.phase].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What became of a piece, a line for each use or for the reason.
    private func fate(of piece: AdvicePiece) -> [String] {
        if let exception = trace.exception(for: piece.id) { return ["→ exception: " + exception.because] }
        let uses = trace.uses(of: piece.id)
        return uses.isEmpty ? ["→ nothing yet"] : uses.map(line)
    }

    private func line(_ use: AdviceTrace.Use) -> String {
        let rest = use.rest.map { "; rests: " + Self.words(for: $0) } ?? ""
        return "→ \(use.form.rawValue) \(use.id): \(use.title)\(rest)"
    }

    private static func words(for reason: RestingRule.Reason) -> String {
        switch reason {
        case .otherPosition(let active): "'\(active.position)' is in force in the dispute \(active.dispute)"
        case .switchedOff(let override): "switched off, because: \(override.because)"
        }
    }

    // MARK: For programs

    /// A piece as one JSON object.
    func json(_ piece: AdvicePiece) -> String {
        JSONLine([
            ("advice", .text(piece.id)), ("document", .text(piece.document)), ("at", .text(piece.place)),
            ("says", .text(piece.says)), ("phase", piece.phase.isEmpty ? .none : .text(piece.phase)),
            ("unsourced", .flag(piece.isUnsourced)), ("became", .list(trace.uses(of: piece.id).map(json))),
            ("exception", trace.exception(for: piece.id).map { .text($0.because) } ?? .none),
        ]).text
    }

    private func json(_ use: AdviceTrace.Use) -> JSONLine.Value {
        .object([
            ("form", .text(use.form.rawValue)), ("id", .text(use.id)), ("title", .text(use.title)),
            ("in_force", .flag(use.rest == nil)),
            ("dispute", use.rule?.dispute.map { .text($0.dispute) } ?? .none),
            ("position", use.rule?.dispute.map { .text($0.position) } ?? .none),
        ])
    }
}
