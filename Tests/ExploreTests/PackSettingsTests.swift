import Testing

@testable import explore

/// The person's own settings, as every command meets them.
struct PackSettingsTests {
    static let places: [(environment: [String: String], path: String?)] = [
        ([:], nil),
        (["HOME": ""], nil),
        (["HOME": "/home/ana"], "/home/ana/.config/explore/settings.yaml"),
        (["HOME": "/home/ana/"], "/home/ana/.config/explore/settings.yaml"),
        (["HOME": "/home/ana", "XDG_CONFIG_HOME": "/etc/ana/"], "/etc/ana/explore/settings.yaml"),
        (["HOME": "/home/ana", "XDG_CONFIG_HOME": "config"], "/home/ana/.config/explore/settings.yaml"),
        (["HOME": "/home/ana", "XDG_CONFIG_HOME": ""], "/home/ana/.config/explore/settings.yaml"),
    ]

    @Test(arguments: places)
    func theSettingsAreWhereTheyAreSaidToBe(_ row: (environment: [String: String], path: String?)) {
        #expect(SettingsLocation.path(row.environment) == row.path)
    }

    private static let log = """
        log: 1
        people:
          - name: Ana Ruiz
        activities:
          - 2026-11-18 10:00: meeting.held with Ana Ruiz

        """

    private func terminal(_ override: String) throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("log.yaml", Self.log)
        try terminal.write(
            "config/explore/settings.yaml",
            """
            settings: 1
            overrides:
              - rule: first-conversation/thank-you-within-a-day
                \(override)
                because: My people answer slowly.

            """)
        return terminal
    }

    private static let asked = ["evaluate", "--log", "@/log.yaml", "--rule", "thank-you-within-a-day"]

    @Test func anOverrideHoldsInEveryCommand() throws {
        let terminal = try terminal("set: {within: 5 days}")
        #expect(terminal.run(Self.asked).output.contains("\"verdict\":\"due\""))
        let why = terminal.run("why", "thank-you-within-a-day", "--log", "@/log.yaml")
        #expect(why.output.contains("within 5 days") && why.errors.isEmpty)
    }

    /// Every command that looks at the rules in force.
    static let commands = [
        asked, ["today", "--log", "@/log.yaml"], ["why", "thank-you-within-a-day", "--log", "@/log.yaml"],
        ["lint", "@/plan.yaml", "--log", "@/log.yaml"], ["pack", "show"], ["pack", "show", "first-conversation"],
    ]

    /// One that holds is not talked about beside what was asked.
    @Test(arguments: commands)
    func anOverrideThatHoldsIsNotAnnounced(_ command: [String]) throws {
        let terminal = try terminal("set: {within: 5 days}\n    until: 2026-11-21")
        try terminal.write("plan.yaml", Self.plan)
        #expect(terminal.run(command).errors.isEmpty)
        #expect(terminal.run(Self.asked).output.contains("\"verdict\":\"due\""))
    }

    private static let plan = """
        plan: meeting
        with: Ana Ruiz
        starts: 2026-12-02 10:00

        """

    /// One that has lapsed does not hold, and every command says so in the same words.
    @Test(arguments: commands)
    func aLapsedOverrideIsAnnounced(_ command: [String]) throws {
        let terminal = try terminal("set: {within: 5 days}\n    until: 2026-11-19")
        try terminal.write("plan.yaml", Self.plan)
        let screen = terminal.run(command)
        #expect(screen.status != .notDone)
        #expect(
            screen.errors == """
                @/config/explore/settings.yaml:3:11: note: the override of 'first-conversation/thank-you-within-a-day' ended \
                on 2026-11-19 and holds no longer [override-lapsed]
                 3 |   - rule: first-conversation/thank-you-within-a-day
                   |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                 help: remove it, or give 'until' a later day; the reason given was: My people answer slowly.

                """)
        #expect(terminal.run(Self.asked).output.contains("\"verdict\":\"overdue\""))
    }

    /// The overrides a pack brings lapse in the same way, whoever looks at it.
    @Test(arguments: [["pack", "test"], ["pack", "check"], ["pack", "explain"], ["pack", "show"], ["pack", "try"]])
    func aLapsedOverrideOfAPackIsAnnounced(_ command: [String]) throws {
        let terminal = try PackTerminal()
        _ = terminal.run("pack", "new", "@/x")
        let page = try terminal.read("x/pack.yaml")
        let override = """

            overrides:
              - rule: first-conversation/thank-you-within-a-day
                set:
                  within: 5 days
                because: Our people are hard to reach.
                until: 2026-11-19

            """
        try terminal.write("x/pack.yaml", page + (page.contains("first-conversation") ? "" : override))
        try terminal.write("logs/sam.yaml", PackTryTests.log)
        let further = ["show": ["--pack", "@/x"], "try": ["@/x", "--on", "@/logs"]][command[1]]
        let arguments = command + (further ?? ["@/x"])
        let screen = terminal.run(arguments)
        #expect(screen.text.contains("ended on 2026-11-19 and holds no longer"), "\(screen.text)")
    }

    /// The day is the one the command lives in.
    @Test func pretendingAnEarlierDayBringsItBack() throws {
        let terminal = try terminal("off: yes\n    until: 2026-11-19")
        let screen = terminal.run(Self.asked + ["--now", "2026-11-19 23:00"])
        #expect(screen.errors.isEmpty && screen.output.isEmpty)
    }

    @Test func aMistakeInTheSettingsEndsTheCommand() throws {
        let screen = try terminal("set: {within: soon}").run(Self.asked)
        #expect(screen.status == .notDone && screen.errors.contains("settings.yaml:4:19: error:"))
    }

    /// A pack is judged as it is, whoever looks at it.
    @Test func thePersonsSettingsPlayNoPartInTestingAPack() throws {
        let terminal = try terminal("set: {within: 5 days}")
        #expect(terminal.run("pack", "test", "first-conversation").status == .inOrder)
    }
}
