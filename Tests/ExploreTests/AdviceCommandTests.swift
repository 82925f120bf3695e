import Foundation
import TestSupport
import Testing

@testable import explore

/// `explore advice`: the list, one piece, the disputes.
struct AdviceCommandTests {
    private let terminal: PackTerminal

    init() throws { terminal = try PackTerminal() }

    private func lines(_ arguments: String...) -> [String] {
        terminal.run(["advice"] + arguments).output.split(separator: "\n").map(String.init)
    }

    // MARK: Pieces

    @Test func withoutAWordOnlyTheNumbersAreShown() {
        let screen = terminal.run("advice")
        #expect(screen.status == .inOrder && screen.output.hasPrefix("286 pieces of advice"))
        #expect(screen.output.split(separator: "\n").count < 25)
    }

    @Test func allOfThemAreListedUnderTheirDocuments() {
        let all = lines("--all")
        #expect(all.count { $0.hasPrefix(" s") } == 286)
        #expect(all.last?.hasPrefix("286 pieces.") == true)
    }

    @Test func onePieceIsShownInFull() {
        let page = terminal.run("advice", "s1/send-a-thank-you-note").output
        #expect(page.contains("What became of it\n  → rule first-conversation/"))
        #expect(page.contains("Said to the same effect\n  s0/follow-up-immediately"))
        #expect(page.contains("Guides disagree: When should the thank-you note be written?"))
    }

    @Test func wordsSourceAndPhaseNarrowTheList() {
        let found = lines("thank-you", "--source", "s3")
        #expect(found.contains { $0.hasPrefix(" s3/thank-you-by-post") })
        #expect(found.allSatisfy { !$0.hasPrefix(" s1/") })
        #expect(lines("--phase", "long-term").contains { $0.hasPrefix(" s4/hidden-job-market") })
        #expect(lines("--phase", "long term") == lines("--phase", "long-term"))
    }

    @Test func theExceptionsComeWithTheirReasons() {
        let found = lines("--exceptions")
        #expect(found.count { $0.hasPrefix(" s") } == found.count { $0.contains("→ exception: ") })
    }

    @Test func aClaimWithoutASourceIsToldAsAClaim() {
        #expect(terminal.run("advice", "s4/hidden-job-market").output.contains("It claims, and names no source: "))
    }

    @Test(arguments: [
        (["s1/sent-a-thank-you-note"], "did you mean 's1/send-a-thank-you-note'?"),
        (["zebra"], "explore advice --all"), (["--source", "s9"], "use one of: s0, s1"),
        (["--phase", "afterr"], "did you mean 'after'?"), (["--disputes", "dres-code"], "use one of: "),
    ])
    func whatIsNotThereGetsHelp(_ arguments: [String], _ help: String) {
        let screen = terminal.run(["advice"] + arguments)
        #expect(screen.status == .notDone && screen.errors.contains(help), "\(screen.text)")
    }

    @Test func disputesAreNoPartOfADocument() {
        #expect(terminal.run("advice", "--disputes", "--source", "s1").status == .wrongUsage)
    }

    @Test func programsGetOneObjectALine() throws {
        let all = lines("--all", "--format", "json")
        #expect(all.count == 286)
        let piece = try #require(all.first { $0.contains(#""advice":"s3/thank-you-by-post""#) })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(piece.utf8)) as? [String: Any])
        let uses = try #require(object["became"] as? [[String: Any]])
        #expect(uses.contains { $0["in_force"] as? Bool == false && $0["position"] as? String == "by post" })
    }

    // MARK: Disputes

    @Test func theAnswerInForceIsMarkedWithItsReason() {
        let screen = terminal.run("advice", "--disputes", "thank-you-channel").output
        #expect(screen.hasPrefix("thank-you-channel: By which way is the thank-you note sent?\n"))
        #expect(screen.contains("  ● by e-mail or by post, in force by default: Most guides"))
        #expect(screen.contains("  ○ by post\n      after-the-meeting/thank-you-by-post\n"))
        #expect(screen.contains("s3/thank-you-not-by-email"))
    }

    @Test func anOwnChoiceIsSaid() throws {
        try terminal.write(
            "config/explore/settings.yaml", "settings: 1\npositions:\n  thank-you-channel: by post\n")
        let screen = terminal.run("advice", "--disputes", "thank-you-channel").output
        #expect(screen.contains("  ● by post, in force: your own choice"))
        #expect(screen.contains("  ○ by e-mail or by post\n"))
    }

    @Test func programsGetTheDisputesToo() throws {
        let all = lines("--disputes", "--format", "json")
        #expect(all.count >= 20)
        for line in all {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let sides = try #require(object["positions"] as? [[String: Any]])
            #expect(sides.count { $0["in_force"] as? Bool == true } == 1, "\(line)")
        }
    }
}
