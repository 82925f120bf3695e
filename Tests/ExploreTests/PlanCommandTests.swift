import Foundation
import Testing

@testable import explore

/// `explore plan NAME WHEN` and `explore plan FILE`.
struct PlanCommandTests {
    private func terminal() throws -> LogTerminal {
        let terminal = try LogTerminal()
        terminal.run("people add 'Tom Baker'")
        terminal.run("people add 'Ana Ruiz'")
        return terminal
    }

    @Test func aLogIsNoPlan() throws {
        let screen = try LogTerminal().run("lint Examples/sam.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("this file is a log, not a plan"), "\(screen.text)")
        #expect(screen.errors.contains("explore today --log "))
    }

    @Test(arguments: [
        ("plan tom tue 10:00", "Planned: meeting with Tom Baker, Tue 24 Nov 2026 10:00."),
        (
            "plan tom tue 10:00 20m by video",
            "Planned: meeting with Tom Baker, Tue 24 Nov 2026 10:00, 20 minutes, video."
        ),
        ("plan tom tomorrow at 3pm format=phone", "Planned: meeting with Tom Baker, Sat 21 Nov 2026 15:00, phone."),
        ("plan tom --format video 2026-12-01 09:30", "Planned: meeting with Tom Baker, Tue 1 Dec 2026 09:30, video."),
        (
            "plan tom and ana next friday 10:00 for 1 hour",
            "Planned: meeting with Tom Baker and Ana Ruiz, Fri 27 Nov 2026 10:00, 1 hour."
        ),
        (
            "plan with tom for monday 8:00 place='Cafe Nero, Main St'",
            "Planned: meeting with Tom Baker, Mon 23 Nov 2026 08:00, place “Cafe Nero, Main St”."
        ),
        (
            "plan tom mon 8:00 'bring the questions'",
            "Planned: meeting with Tom Baker, Mon 23 Nov 2026 08:00, note “bring the questions”."
        ),
        ("plan 'Zoe Park' mon 8:00 --new --kind meeting", "Planned: meeting with Zoe Park, Mon 23 Nov 2026 08:00."),
    ])
    func aLineIsPlanned(_ command: String, _ said: String) throws {
        let screen = try terminal().run(command)
        #expect(screen.status == .inOrder && screen.output.hasPrefix(said + "\n"), "\(screen.text)")
    }

    @Test(arguments: [
        ("plan tom", "it does not say when it starts"),
        ("plan tom tuesday", "it does not say at what time of day"),
        ("plan tue 10:00", "it does not say with whom"),
        ("plan tom yesterday 10:00", "Thu 19 Nov 2026 10:00 has passed"),
        ("plan tom 2026-11-20 09:00", "Fri 20 Nov 2026 09:00 has passed"),
        ("plan tom 10:00", "10:00 has passed today"),
        ("plan tom tue 10:00 wed 10:00", "it says two times"),
        ("plan zoe tue 10:00", "nobody called 'zoe' is in the log"),
        ("plan tom tue 10:00 agenda=x", "'agenda' is a list of activities"),
        ("plan tom tue 10:00 --kind party", "'party' is not something that can be planned"),
        ("plan @/no.yaml", "there is no file '@/no.yaml'"),
    ])
    func aDoubtIsAskedAndNothingIsPlanned(_ command: String, _ message: String) throws {
        let terminal = try terminal()
        let before = terminal.run("export").output
        let screen = terminal.run(command)
        #expect(screen.status == .notDone && screen.errors.contains(message), "\(screen.text)")
        #expect(terminal.run("export").output == before)
    }

    @Test func aSecondPlanForTheDayIsAskedAbout() throws {
        let terminal = try terminal()
        terminal.run("plan tom tue 10:00")
        let second = terminal.run("plan tom tue 15:00")
        #expect(second.status == .notDone)
        #expect(
            second.errors.contains(
                "there is a plan for that day already: meeting with Tom Baker, Tue 24 Nov 2026 10:00"))
        #expect(terminal.run("plan tom tue 15:00 --another").status == .inOrder)
        #expect(terminal.run("plan ana tue 15:00").status == .inOrder)
    }

    @Test func aMovedOrCancelledPlanIsLogged() throws {
        let terminal = try terminal()
        terminal.run("plan tom tue 10:00 20m")
        #expect(
            terminal.run("log moved tom to wed 11:00").output.hasPrefix(
                "Logged: new time with Tom Baker, Wed 25 Nov 2026 11:00.\n"))
        #expect(terminal.run("log cancelled tom").status == .inOrder)
        #expect(terminal.run("plan tom tue 15:00").status == .inOrder)
    }

    @Test func twoOpenPlansAreToldApart() throws {
        let terminal = try terminal()
        terminal.run("plan tom tue 10:00")
        terminal.run("plan tom tue 15:00 --another")
        terminal.now += 4 * 86_400
        let doubt = terminal.run("log met tom 15:00 25m")
        #expect(doubt.status == .notDone && doubt.errors.contains("Tom Baker has 2 open plans that this could be"))
        #expect(doubt.errors.contains("meeting=a1 (Tue 24 Nov 2026 10:00), meeting=a2 (Tue 24 Nov 2026 15:00)"))
        #expect(terminal.run("log met tom 15:00 25m meeting=a2").status == .inOrder)
    }

    @Test func aPlanFileIsWrittenFilledInAndRecorded() throws {
        let terminal = try terminal()
        let planned = terminal.run("plan tom tue 10:00 20m --to @/tom.yaml")
        #expect(
            planned.output.hasSuffix(
                "The plan file is @/tom.yaml. Fill it in, then check it with: explore lint @/tom.yaml\n"))
        let file = try terminal.read("tom.yaml")
        #expect(file.contains("plan: meeting\nid: a1\nwith: Tom Baker\nstarts: 2026-11-24 10:00\nlength: 20 minutes\n"))
        #expect(terminal.run("lint @/tom.yaml").status != .notDone)
        try terminal.write("tom.yaml", Array((file + "\nagenda:\n  - ask: How did you get your start?\n").utf8))
        let again = terminal.run("plan @/tom.yaml")
        #expect(
            again.output.hasPrefix("Planned: meeting with Tom Baker, Tue 24 Nov 2026 10:00, 20 minutes, agenda: 1.\n"),
            "\(again.text)")
        let log = terminal.run("export").output
        #expect(log.components(separatedBy: "meeting.planned").count == 2)
        #expect(log.contains("    agenda:\n      - question.asked: How did you get your start?\n"))
        terminal.run("undo")
        #expect(!terminal.run("export").output.contains("agenda"))
    }

    @Test func aFileThatIsThereIsLeftAlone() throws {
        let terminal = try terminal()
        try terminal.write("tom.yaml", Array("mine".utf8))
        let before = terminal.run("export").output
        let screen = terminal.run("plan tom tue 10:00 --to @/tom.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("is there already and was left alone"))
        #expect(try terminal.read("tom.yaml") == "mine")
        #expect(terminal.run("export").output == before)
    }

    @Test func aPlanFileTakesThePlaceOfThePlanOfThatDay() throws {
        let terminal = try terminal()
        terminal.run("plan tom tue 10:00 format=phone")
        terminal.now += 3600
        let screen = terminal.run("plan Examples/plan-mended.yaml")
        #expect(screen.status == .inOrder, "\(screen.text)")
        let log = terminal.run("export").output
        #expect(log.components(separatedBy: "meeting.planned").count == 2 && log.contains("format: video"))
        #expect(log.contains("  - 2026-11-20 18:00: meeting.planned with Tom Baker\n    id: a1\n"))
        #expect(log.contains("    afterwards:\n      - 2026-11-24 18:00: thank_you.sent\n"))
    }

    @Test func aPlanThatHasPassedIsNotPlannedAnew() throws {
        let terminal = try terminal()
        terminal.now += 10 * 86_400
        let screen = terminal.run("plan Examples/plan-mended.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("was for Tue 24 Nov 2026 10:00, which has passed"))
    }

    @Test func aMistakeInAPlanFileIsShownAtItsPlace() throws {
        let terminal = try terminal()
        try terminal.write("bad.yaml", Array("plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 25:00\n".utf8))
        let screen = terminal.run("plan @/bad.yaml")
        #expect(screen.status == .notDone && screen.errors.contains("@/bad.yaml:3:20: error: "), "\(screen.errors)")
    }

    @Test func plansForPrograms() throws {
        let line = try terminal().run("plan tom tue 10:00 --format json").output
        let told = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let fields = (told?["activity"] as? [String: Any])?["fields"] as? [String: String]
        #expect(fields == ["starts": "2026-11-24 10:00"])
    }

    @Test func tryingOutWritesNothing() throws {
        let terminal = try terminal()
        let screen = terminal.run("plan tom tue 10:00 --to @/tom.yaml --dry-run --log Examples/sam.yaml --another")
        #expect(screen.status == .inOrder && screen.output.hasPrefix("Would be planned: meeting with Tom Baker"))
        #expect(!FileManager.default.fileExists(atPath: terminal.folder + "/tom.yaml"))
    }
}
