import Checklists
import RulesEngine

/// Finds the pieces of advice and the disputes somebody asks for.
struct AdviceSearch {
    let kit: AdviceKit
    /// Only what this document says; nil for all.
    var source: String?
    /// Only what belongs to this part of the way; nil for all.
    var phase: String?
    /// Only what nothing encodes.
    var isExcepted = false

    /// The pieces asked for: the one of that id, else those in which all words stand. Fails when there is none, with
    /// the nearest right word.
    func pieces(_ words: String) throws -> [AdvicePiece] {
        if let source { try check(source, among: kit.advice.documents.map(\.id), "document") }
        let phase = phase.map(Self.plain)
        if let phase { try check(phase, among: phases, "part of the way") }
        if let piece = kit.advice.piece(words) { return [piece] }
        let trace = AdviceTrace(kit)
        let found = kit.advice.pieces.filter { piece in
            (source == nil || piece.document == source) && (phase == nil || piece.phase == phase)
                && (!isExcepted || trace.exception(for: piece.id) != nil)
                && Self.holds(words, in: [piece.id, piece.says])
        }
        guard found.isEmpty, !words.isEmpty else { return found }
        throw CommandFailure(
            "no piece of advice has the words '\(words)'",
            help: nearestWord(to: words, among: kit.advice.pieces.map(\.id)).map { "did you mean '\($0)'?" }
                ?? "try a single word, or see every piece with: explore advice --all")
    }

    /// The disputes in whose name, question or answers all words stand. Fails when there is none.
    func disputes(_ words: String) throws -> [DisputeView] {
        let all = kit.rules.disputes
        let found = all.filter { dispute in
            Self.holds(words, in: [dispute.id, dispute.question] + dispute.sides.map(\.position))
        }
        guard found.isEmpty, !words.isEmpty else { return found }
        throw CommandFailure(
            "no dispute has the words '\(words)'",
            help: nearestWord(to: words, among: all.map(\.id)).map { "did you mean '\($0)'?" }
                ?? "use one of: " + all.map(\.id).joined(separator: ", "))
    }

    /// The parts of the way, in the order in which they are first named.
    private var phases: [String] {
        var seen: Set<String> = []
        return kit.advice.pieces.map(\.phase).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private func check(_ written: String, among known: [String], _ thing: String) throws {
        guard !known.contains(written) else { return }
        throw CommandFailure(
            "there is no \(thing) called '\(written)'",
            help: nearestWord(to: written, among: known).map { "did you mean '\($0)'?" }
                ?? "use one of: " + known.joined(separator: ", "))
    }

    /// Whether all words stand in one of the texts, in any letter case; a hyphen counts as a blank.
    private static func holds(_ words: String, in texts: [String]) -> Bool {
        let wanted = plain(words)
        return texts.map(plain).contains { text in
            wanted.split(separator: " ").allSatisfy { text.contains($0) }
        }
    }

    private static func plain(_ text: String) -> String { text.lowercased().replacing("-", with: " ") }
}
