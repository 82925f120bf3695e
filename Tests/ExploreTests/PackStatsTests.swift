import Foundation
import RulesEngine
import Testing

@testable import explore

/// `explore pack stats`: the counts add up.
struct PackStatsTests {
    private func counts(_ terminal: PackTerminal, _ arguments: String...) throws -> [String: Any] {
        let screen = terminal.run(["pack", "stats", "--format", "json"] + arguments)
        #expect(screen.status == .inOrder, "\(screen.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(screen.output.utf8)) as? [String: Any])
    }

    @Test func theCountsAddUp() throws {
        let counts = try counts(try PackTerminal())
        let packs = try #require(counts["packs"] as? [[String: Any]])
        let shapes = try #require(counts["shapes"] as? [[String: Any]])
        let strengths = try #require(counts["strengths"] as? [String: Int])
        let rules = packs.compactMap { $0["rules"] as? Int }.reduce(0, +)
        #expect(rules > 30)
        #expect(shapes.compactMap { $0["rules"] as? Int }.reduce(0, +) == rules)
        #expect(strengths.values.reduce(0, +) == rules)
        #expect((counts["in_force"] as? Int ?? 0) + (counts["resting"] as? Int ?? 0) == rules)
        for shape in shapes {
            let own = (shape["packs"] as? [String: Int])?.values.reduce(0, +)
            #expect(own == shape["rules"] as? Int)
        }
        #expect(counts["diagnostics"] as? Int == DiagnosticCode.allCases.count)
    }

    @Test func anotherPackIsCounted() throws {
        let terminal = try PackTerminal()
        let before = try counts(terminal)
        _ = terminal.run("pack", "new", "@/x")
        let after = try counts(terminal, "--pack", "@/x")
        #expect((after["in_force"] as? Int ?? 0) - (before["in_force"] as? Int ?? 0) == 2)
        #expect((after["packs"] as? [[String: Any]])?.last?["examples"] as? Int == 10)
    }

    @Test func peopleReadTheSame() throws {
        let terminal = try PackTerminal()
        let counts = try counts(terminal)
        let text = terminal.run("pack", "stats").output
        #expect(text.contains("Advice cited: \(counts["advice_cited"] as? Int ?? -1) pieces"))
        #expect(text.contains("\(counts["in_force"] as? Int ?? -1) in force"))
    }
}
