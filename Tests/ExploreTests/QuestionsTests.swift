import Foundation
import TestSupport
import Testing

@testable import explore

/// `explore questions`: chosen for a person and a time, explained, and written into a plan.
struct QuestionsTests {
    private let terminal: LogTerminal

    init() throws {
        terminal = try LogTerminal()
        terminal.run("people add 'Tom Baker'")
        terminal.run("people add 'Ana Ruiz'")
    }

    private func object(_ line: String) throws -> [String: Any] {
        let screen = terminal.run(line + " --format json")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(screen.output.utf8)) as? [String: Any], "\(screen.text)")
    }

    @Test(arguments: ["questions for tom", "questions tom", "questions for tom baker", "questions"])
    func thePersonIsNamedOrTheNextOne(_ line: String) throws {
        terminal.run("plan tom tue 10:00 30m")
        let found = try object(line)
        #expect(found["person"] as? String == "Tom Baker")
        #expect(found["minutes"] as? Int == 30)
        #expect((found["questions"] as? [[String: Any]])?.count == 8)
    }

    @Test func withoutAPlanTwentyMinutesAreTaken() throws {
        #expect(try object("questions for ana")["minutes"] as? Int == 20)
        #expect(try object("questions for ana --minutes 8")["minutes"] as? Int == 8)
    }

    @Test func afterATalkTheyAreForTheNextOne() throws {
        terminal.run("log met tom 10:00 15m")
        let screen = terminal.run("questions for tom")
        #expect(
            screen.output.hasPrefix(
                "4 questions for Tom Baker, 15 minutes\n"
                    + "The meeting with Tom Baker, Fri 20 Nov 2026 10:00, took place; these are for the next talk.\n\n"),
            "\(screen.text)")
        terminal.run("plan tom tue 10:00 20m")
        #expect(!terminal.run("questions for tom").output.contains("took place"))
    }

    @Test func onesOwnQuestionOpensTheTalk() {
        terminal.run("path add nursing --question 'Would I be on my feet all day?'")
        let output = terminal.run("questions for tom").output
        #expect(
            output.contains("  1  Would I be on my feet all day?\n      your own question; nobody has told you about "))
        // It asks for its topic, so that another question comes second.
        #expect(!output.contains("[typical-day]"))
    }

    @Test func nobodyToAskIsSaid() {
        let screen = terminal.run("questions")
        #expect(screen.status == .notDone && screen.errors.contains("nothing is planned"))
    }

    @Test(arguments: ["0", "-1", "601", "x"])
    func aTimeThatIsNoneIsRefused(_ minutes: String) {
        #expect(terminal.run("questions for tom --minutes=\(minutes)").status == .wrongUsage)
    }

    @Test func everyChoiceIsExplained() {
        let lines = terminal.run("questions for tom").output.split(separator: "\n")
        #expect(lines.contains("      asked at the end of a talk  [who-else]"))
        #expect(lines.contains { $0.contains("nobody has told you about 'typical day' yet") })
    }

    @Test func whatWasLeftOutIsListedWithAll() {
        terminal.run("log researched 'typical day'")
        let output = terminal.run("questions for tom --all").output
        #expect(output.contains("If there is time\n") && output.contains("\nLeft out\n"))
        #expect(output.contains("you read about 'typical day' on Fri 20 Nov 2026"))
    }

    // MARK: Into a plan

    private static let plan =
        "# My plan.\nplan: meeting\nwith: Tom Baker   # from work\nstarts: 2026-11-24 10:00\nlength: 20 minutes\nagenda:\n"
        + "  - pledge: I want no job\n  - Thank him for his time\n\n# The end.\n"

    @Test func theyAreWrittenIntoAPlanAndNothingElseChanges() throws {
        try terminal.write("plan.yaml", Array(Self.plan.utf8))
        let screen = terminal.run("questions for tom --into @/plan.yaml")
        #expect(screen.status == .inOrder && screen.output.hasSuffix("5 questions were written into @/plan.yaml.\n"))
        let new = try terminal.read("plan.yaml")
        let added = new.split(separator: "\n", omittingEmptySubsequences: false).filter {
            !$0.isEmpty && !Self.plan.contains($0)
        }
        #expect(added.count == 5)
        let kept = new.split(separator: "\n", omittingEmptySubsequences: false).filter { !added.contains($0) }
        #expect(kept.joined(separator: "\n") == Self.plan)
        let again = terminal.run("questions for tom --into @/plan.yaml")
        #expect(again.output.hasSuffix("All of them stand in @/plan.yaml already; it was left as it was.\n"))
        #expect(try terminal.read("plan.yaml") == new)
    }

    @Test func thePlanIsCheckedAsBefore() throws {
        try terminal.write("plan.yaml", Array(Self.plan.utf8))
        terminal.run("questions --into @/plan.yaml")
        let screen = terminal.run("lint @/plan.yaml")
        #expect(!screen.text.contains("prepare-five-questions") && !screen.text.contains("unrecognised-line"))
    }

    @Test func aPlanWithSomebodyElseIsLeftAlone() throws {
        try terminal.write("plan.yaml", Array(Self.plan.utf8))
        let screen = terminal.run("questions for ana --into @/plan.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("is with Tom Baker, not with 'ana'"))
        #expect(try terminal.read("plan.yaml") == Self.plan)
    }

    @Test func bracketsAreLeftAlone() throws {
        let plan = "plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00\nagenda: [Thank him]\n"
        try terminal.write("plan.yaml", Array(plan.utf8))
        let screen = terminal.run("questions --into @/plan.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("between brackets (line 4) and was left alone"))
        #expect(try terminal.read("plan.yaml") == plan)
    }

    @Test func aFileThatMayNotBeWrittenIsLeftAlone() throws {
        let screen = terminal.run("questions --into @/missing.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("there is no file '@/missing.yaml'"))
    }
}
