import Testing

@testable import explore

/// `explore pack test --mutation` asks what no example says, and `--add` writes the answers down.
struct PackMutationTests {
    /// A pack whose rules have lost all their examples but the first.
    private func bare(_ terminal: PackTerminal) throws {
        _ = terminal.run("pack", "new", "@/x")
        let lines = try terminal.read("x/rules/first.yaml").split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var names = 0
        for line in lines {
            if line.hasPrefix("    examples:") { names = 0 }
            if line.hasPrefix("  - id:") { names = -1 }
            if line.hasPrefix("      - name:") { names += 1 }
            if names < 2 || line.hasPrefix("  #") { kept.append(line) }
        }
        try terminal.write("x/rules/first.yaml", kept.joined(separator: "\n"))
    }

    @Test func whatIsAddedAnswersEveryQuestion() throws {
        let terminal = try PackTerminal()
        try bare(terminal)
        let asked = terminal.run("pack", "test", "@/x", "--mutation", "--add")
        #expect(asked.status == .findings, "\(asked.errors)")
        #expect(asked.output.contains("No example says."))
        #expect(asked.output.contains("added; read each and keep what you mean."))
        let again = terminal.run("pack", "test", "@/x", "--mutation")
        #expect(again.status == .inOrder, "\(again.text)")
        #expect(again.output.contains("@/x: 100 % of"))
        #expect(terminal.run("pack", "test", "@/x", "--mutation", "--add").output.contains("added") == false)
    }

    @Test func aRuleWithoutExamplesGetsThem() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let text = try terminal.read("x/rules/first.yaml")
        let end = try #require(text.range(of: "    examples:\n"))
        try terminal.write("x/rules/first.yaml", String(text[..<end.lowerBound]))
        #expect(terminal.run("pack", "test", "@/x", "--add").status == .findings)
        let again = terminal.run("pack", "test", "@/x", "--mutation")
        #expect(again.status == .inOrder && again.output.contains("100 %"), "\(again.text)")
    }

    @Test func theScoreOfEachRuleIsData() throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let lines = terminal.run("pack", "test", "@/x", "--mutation", "--format", "json").output.split(separator: "\n")
        let scores = lines.filter { $0.contains("\"killed\"") }
        #expect(scores.count == 2)
        #expect(scores.allSatisfy { $0.contains("\"unnoticed\"") && $0.contains("\"percent\"") })
    }
}
