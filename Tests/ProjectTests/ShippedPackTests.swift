import RulesEngine
import TestSupport
import Testing

@testable import explore

/// Every pack that ships, and the one in Examples, is in order.
struct ShippedPackTests {
    static let packs = Workspace.everyShipped().map(\.name) + ["Examples/north-campus"]

    @Test(arguments: packs)
    func aPackChecksClean(_ pack: String) {
        let screen = Terminal.run("explore pack check '\(pack)'")
        #expect(screen.status == .inOrder, "\(screen.text)")
    }

    @Test(arguments: packs)
    func theExamplesOfAPackPass(_ pack: String) {
        let screen = Terminal.run("explore pack test '\(pack)'")
        #expect(screen.status == .inOrder, "\(screen.text)")
    }

    @Test func everyRuleReadsAsASentence() {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load(Workspace.everyShipped(), &diagnostics)
        #expect(!diagnostics.hasErrors)
        for rule in rules.rules {
            let sentence = rule.sentence(in: rules.vocabulary)
            #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(rule.id): \(sentence)")
        }
    }

    @Test func everyRuleCitesASourceAndGivesAReason() {
        var diagnostics = Diagnostics()
        for rule in PackLoader.load(Workspace.everyShipped(), &diagnostics).rules {
            #expect(rule.source != nil && !rule.because.isEmpty, "\(rule.id)")
        }
    }

    @Test func theTextThatIsReadAtEachStartHoldsTheSameRulesWithoutExamples() throws {
        var diagnostics = Diagnostics()
        let whole = PackLoader.load(Workspace.shipped(), &diagnostics)
        let brief = PackLoader.load(Workspace.shipped(withExamples: false), &diagnostics)
        #expect(!diagnostics.hasErrors)
        #expect(brief.rules.map(\.id) == whole.rules.map(\.id))
        #expect(sentences(of: brief) == sentences(of: whole))
        #expect(brief.rules.map { $0.idRange.start.line } == whole.rules.map { $0.idRange.start.line })
        #expect(PackStatistics(whole).packs.contains { $0.examples > 0 })
        #expect(PackStatistics(brief).packs.allSatisfy { $0.examples == 0 })
    }

    private func sentences(of rules: RuleSet) -> [String] { rules.rules.map { $0.sentence(in: rules.vocabulary) } }
}
