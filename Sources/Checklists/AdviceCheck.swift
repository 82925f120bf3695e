import RulesEngine

/// Holds the advice that packs cite against the lists of what documents say.
public struct AdviceCheck: Sendable {
    private let kit: AdviceKit
    private let trace: AdviceTrace

    /// A check of packs loaded together.
    public init(_ kit: AdviceKit) {
        self.kit = kit
        trace = AdviceTrace(kit)
    }

    /// Reports, for one pack: what it cites or excepts and no document says, and what it lists and nothing settles.
    public func check(_ pack: RuleSet.Pack, _ diagnostics: inout Diagnostics) {
        let files = pack.fileNames
        let isOwn = { (range: SourceRange?) in range.map { files.contains($0.file.name) } ?? false }
        let known = kit.advice.pieces.map(\.id)
        guard !known.isEmpty else { return }
        let cited = trace.cited.flatMap { trace.uses(of: $0).map(\.citation) } + kit.rules.positionAdvice
        for written in cited + kit.advice.exceptions.map(\.piece) where isOwn(written.range) {
            if kit.advice.piece(written.text) == nil { diagnostics.report(.unknownAdvice(written, among: known)) }
        }
        for piece in kit.advice.pieces where isOwn(piece.range) {
            if let problem = problem(piece) { diagnostics.report(problem) }
        }
    }

    /// A piece is either encoded or excepted.
    private func problem(_ piece: AdvicePiece) -> Diagnostic? {
        let uses = trace.uses(of: piece.id)
        let exception = trace.exception(for: piece.id)
        if uses.isEmpty, exception == nil { return .nothingEncodes(piece) }
        if let use = uses.first, let exception { return .exceptedAndEncoded(exception, use) }
        return nil
    }
}

extension RuleSet {
    /// The advice that positions of disputes cite.
    fileprivate var positionAdvice: [WrittenText] {
        packs.flatMap(\.manifest.disputes).flatMap(\.positions).flatMap(\.advice)
    }
}
