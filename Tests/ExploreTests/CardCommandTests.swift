import Foundation
import Testing

@testable import explore

/// `explore snooze` and `explore dismiss`, on the cards that `explore today` shows.
struct CardCommandTests {
    private let thanks = "Write Ana Ruiz a thank-you note"

    private func terminal() throws -> LogTerminal {
        let terminal = try LogTerminal()
        terminal.run("import Examples/sam.yaml")
        return terminal
    }

    /// The number of the thank-you card, as today shows it.
    private func number(_ terminal: LogTerminal) throws -> Int {
        let cards = terminal.run("today --all --format json").output.split(separator: "\n")
        return try #require(cards.firstIndex { $0.contains(thanks) }) + 1
    }

    /// With no path nothing else makes sense; the line that is printed can be typed.
    @Test func aNewLogBeginsWithAPath() throws {
        let terminal = try LogTerminal()
        let line = "explore log exploring path='THE WORK YOU WONDER ABOUT' --new"
        #expect(terminal.run("today").output.hasSuffix("Nothing is logged yet. Begin with: \(line)\n"))
        #expect(terminal.run(String(line.dropFirst("explore ".count))).status == .inOrder)
        let other = try LogTerminal()
        other.run("path add Nursing")
        #expect(other.run("today").output.hasSuffix("Begin with: explore log exploring path='Nursing'\n"))
    }

    @Test func aSnoozedCardComesBackWhenItsTimeHasCome() throws {
        let terminal = try terminal()
        let screen = terminal.run("snooze \(try number(terminal)) tomorrow 9:00")
        #expect(screen.output.hasPrefix("Put away until Sat 21 Nov 2026 09:00: \(thanks)\n"))
        #expect(!terminal.run("today --all").output.contains(thanks))
        #expect(!terminal.run("today --all --now '2026-11-21 08:59'").output.contains(thanks))
        #expect(terminal.run("today --all --now '2026-11-21 09:00'").output.contains(thanks))
        terminal.run("undo")
        #expect(terminal.run("today --all").output.contains(thanks))
    }

    @Test(arguments: ["--because 'thanked in person'", "because thanked in person", "thanked in person"])
    func aDismissedCardStaysAwayWithItsReason(_ reason: String) throws {
        let terminal = try terminal()
        let screen = terminal.run("dismiss \(try number(terminal)) \(reason)")
        #expect(screen.output.hasPrefix("Put away for good (thanked in person): \(thanks)\n"))
        #expect(!terminal.run("today --all --now '2026-11-30 09:00'").output.contains(thanks))
        #expect(terminal.run("export").output.contains("    dismissed_because: thanked in person\n"))
    }

    /// The clock stands on a Friday.
    @Test func todaysDayOfTheWeekIsTheOneInAWeek() throws {
        let terminal = try terminal()
        let screen = terminal.run("snooze \(try number(terminal)) until friday")
        #expect(screen.output.hasPrefix("Put away until Fri 27 Nov 2026: \(thanks)"), "\(screen.text)")
        #expect(terminal.run("snooze 1 until today").errors.contains("has passed"))
    }

    @Test func aCardIsNamedByRuleAndPerson() throws {
        let terminal = try terminal()
        let screen = terminal.run("snooze --rule thank-you-within-a-day --person ana in 2 days")
        #expect(screen.status == .inOrder && screen.output.hasPrefix("Put away until Sun 22 Nov 2026: \(thanks)"))
        let gone = terminal.run("dismiss --rule thank-you-within-a-day --because no")
        #expect(gone.status == .notDone && gone.errors.contains("today has no card of 'thank-you-within-a-day'"))
    }

    /// A card that several rules stand behind is put away for each of them.
    @Test func everyRuleOfTheCardIsDecided() throws {
        let terminal = try terminal()
        let line = terminal.run("dismiss \(try number(terminal)) --because no --format json").output
        let told = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let rules = try #require(told?["rules"] as? [String])
        #expect(
            terminal.run("export").output.components(separatedBy: "dismissed_because: \"no\"").count == rules.count + 1)
    }

    /// The resume was offered although nobody asked: that cannot be mended, only seen.
    @Test func aWarningIsSeenWithoutAReason() throws {
        let terminal = try LogTerminal()
        terminal.run("log met 'Ana Ruiz' today 10:00 --new")
        terminal.run("log asked for a job ana 10:10")
        let cards = terminal.run("today --all --format json").output.split(separator: "\n")
        let place = try #require(cards.firstIndex { $0.contains("\"kind\":\"notice\"") }, "\(cards)")
        let screen = terminal.run("dismiss \(place + 1)")
        #expect(screen.status == .inOrder && screen.output.hasPrefix("Seen: "), "\(screen.text)")
        #expect(terminal.run("today --all --format json").output.split(separator: "\n").count == cards.count - 1)
        #expect(terminal.run("export").output.contains("    acknowledged: yes\n"))
    }

    @Test(arguments: [
        ("snooze 99 tomorrow", "there is no card 99"), ("snooze 1", "it does not say when"),
        ("snooze 1 yesterday", "'yesterday' has passed"), ("snooze 1 until soonish", "'soonish' is not a time"),
        ("dismiss 99 --because no", "there is no card 99"), ("dismiss 1 because", "dismissing needs a reason"),
        ("dismiss 1 because no --because yes", "it gives two reasons"),
        ("dismiss 1 --because '  '", "dismissing needs a reason"),
        ("snooze --rule no-such-rule tomorrow", "there is no rule called 'no-such-rule'"),
        ("snooze --rule thank-you-within-a-day --person lee tomorrow", "nobody called 'lee' is in the log"),
        ("dismiss 1 --log Examples/sam.yaml --because no", "which this command only reads"),
    ])
    func aDoubtIsAskedAndNothingIsDecided(_ command: String, _ message: String) throws {
        let terminal = try terminal()
        let before = terminal.run("export").output
        let screen = terminal.run(command)
        #expect(screen.status == .notDone && screen.errors.contains(message), "\(screen.text)")
        #expect(terminal.run("export").output == before)
    }

    @Test(arguments: [
        "dismiss --because no", "dismiss because no", "dismiss 1 --rule thank-you-within-a-day --because no",
    ])
    func aCardIsNamedOnce(_ command: String) throws {
        #expect(try terminal().run(command).status == .wrongUsage)
    }

    @Test func withoutAReasonTheCommonOnesAreNamed() throws {
        let terminal = try terminal()
        let screen = terminal.run("dismiss \(try number(terminal))")
        #expect(
            screen.status == .notDone
                && screen.errors.contains("Often: 'thanked in person', 'they asked me not to write'"))
        terminal.answers = ["we work together"]
        #expect(
            terminal.run("dismiss \(try number(terminal))").output.hasPrefix("Put away for good (we work together)"))
    }

    @Test func tryingOutDecidesNothing() throws {
        let terminal = try LogTerminal()
        let number = 1
        let screen = terminal.run("snooze \(number) tomorrow --log Examples/sam.yaml --dry-run")
        #expect(screen.status == .inOrder && screen.output.hasSuffix("Nothing was recorded.\n"))
    }
}
