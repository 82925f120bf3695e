import Checklists
import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// Every piece of advice of the five documents works for the user, or stands in the one list of exceptions.
struct TraceabilityTests {
    let kit: AdviceKit
    let trace: AdviceTrace

    init() {
        var diagnostics = Diagnostics()
        kit = AdviceKit.load(PackLoader.load(Workspace.shipped(), &diagnostics), &diagnostics)
        trace = AdviceTrace(kit)
    }

    private var pieces: [AdvicePiece] { kit.advice.pieces }

    /// The project's own copy of the ids is whole.
    @Test func theFiveDocumentsGiveTwoHundredAndEightySixPieces() {
        #expect(kit.advice.documents.map(\.id) == ["s0", "s1", "s2", "s3", "s4"])
        let counts = kit.advice.documents.map { document in pieces.count { $0.document == document.id } }
        #expect(counts == [53, 51, 59, 71, 52])
        #expect(Set(pieces.map(\.id)).count == 286)
    }

    @Test func everyPieceIsEncodedOrExceptedAndNeverBoth() {
        let left = pieces.filter { trace.uses(of: $0.id).isEmpty && trace.exception(for: $0.id) == nil }
        #expect(left.map(\.id) == [])
        let both = pieces.filter { !trace.uses(of: $0.id).isEmpty && trace.exception(for: $0.id) != nil }
        #expect(both.map(\.id) == [])
    }

    @Test func noPackCitesAPieceThatNoDocumentGives() {
        let known = Set(pieces.map(\.id))
        let listed = kit.rules.disputes.flatMap { $0.sides.flatMap(\.advice) }
        #expect((trace.cited + listed).filter { !known.contains($0) } == [])
        #expect(kit.advice.exceptions.map(\.piece.text).filter { !known.contains($0) } == [])
    }

    @Test func theExceptionsAreFewAndArgued() {
        #expect(kit.advice.exceptions.count <= 5)
        for exception in kit.advice.exceptions { #expect(exception.because.count > 80, "\(exception.piece.text)") }
    }

    /// Every question of the documents is a question of the bank.
    @Test func everyQuestionIsAQuestion() {
        let questions = pieces.filter { $0.id.contains("/q-") }
        #expect(questions.count == 47)
        for piece in questions {
            #expect(trace.uses(of: piece.id).contains { $0.form == .question }, "\(piece.id)")
        }
    }

    /// A number nobody has counted is not even shown as what somebody claims.
    @Test func noClaimWithoutASourceCarriesANumber() {
        let claims = pieces.filter(\.isUnsourced)
        #expect(claims.count == 6)
        for claim in claims { #expect(!claim.says.contains { $0.isNumber || $0 == "%" }, "\(claim.id)") }
        for piece in pieces { #expect(!piece.says.contains("%") && !piece.says.contains("percent"), "\(piece.id)") }
    }

    // MARK: Disputes

    /// The direct contradictions of the five documents, and the disputes between guides, by what they are about.
    static let disputes = [
        "time-to-ask-for", "resume-in-the-bag", "when-to-write-again", "dress", "where-to-talk", "chance-of-a-yes",
        "when-to-stop", "name-of-the-talk", "length-of-the-introduction", "number-of-questions", "thank-you-deadline",
        "thank-you-channel", "staying-in-touch", "pace", "the-most-important-thing", "goals-of-a-talk",
        "taking-notes", "word-of-jobs", "length-of-a-request",
        "talks-and-applications", "where-your-history-goes", "last-questions", "while-the-introduction-waits",
        "length-of-a-request", "word-of-jobs",
    ]

    @Test(arguments: disputes)
    func aDisputeHasSidesAndAReasonedDefault(_ id: String) throws {
        let dispute = try #require(kit.rules.disputes.first { $0.id == id })
        #expect(dispute.question.hasSuffix("?") && dispute.sides.count >= 2)
        #expect(dispute.preferred == dispute.sides.first { $0.isInForce }?.position)
        #expect(dispute.because.count > 40)
        for side in dispute.sides where side.position != dispute.preferred {
            #expect(!side.sources.isEmpty, "nobody is named for '\(side.position)'")
        }
    }

    @Test func everyDisputeOfThePacksIsInTheList() {
        #expect(Set(kit.rules.disputes.map(\.id)).subtracting(Self.disputes).sorted() == [])
    }

    /// Whoever is told what to do hears who says otherwise.
    @Test func everyRuleThatTakesASideKnowsTheOthers() {
        for rule in kit.rules.rules + kit.rules.restingRules where rule.dispute != nil {
            #expect(!kit.rules.otherPositions(of: rule).isEmpty, "\(rule.id)")
        }
    }
}
