import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// `explore pack add`, `update`, `list` and `remove`: what comes in, what is kept out, and what a person is told.
struct PackAddTests {
    private static let example = """
            examples:
              - name: after a day and a half
                log:
                  - Mon 10:00: meeting.held with Ana
                now: Tue 22:00
                verdict: overdue

        """

    private static let rules = PackTryTests.rules.replacing("  - id: fair", with: example + "  - id: fair")

    /// A terminal with a pack in `pack`.
    private func terminal() throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("pack/pack.yaml", PackTryTests.page)
        try terminal.write("pack/rules/a.yaml", Self.rules)
        return terminal
    }

    /// Writes a new version of the pack.
    private func publish(_ terminal: PackTerminal, _ version: String, _ change: (String) -> String) throws {
        try terminal.write("pack/pack.yaml", PackTryTests.page.replacing("1.0.0", with: version))
        try terminal.write("pack/rules/a.yaml", change(Self.rules))
    }

    private let summary = """
        small 1.0.0: A small pack
          2 rules (1 must, 1 should); 1 example, all as expected
        Installed. Read it aloud with: explore pack explain small

        """

    // MARK: Adding

    @Test func aFolderIsInstalled() throws {
        let terminal = try terminal()
        let screen = terminal.run("pack", "add", "@/pack")
        #expect(screen.text == summary && screen.status == .inOrder)
        #expect(
            try terminal.files("home/.local/share/explore").filter { $0.contains(".") }
                == [".lock", "explore.lock", "packs/small/pack.yaml", "packs/small/rules/a.yaml"])
        #expect(
            try terminal.read("home/.local/share/explore/explore.lock").contains("source: \(terminal.folder)/pack\n"))
    }

    @Test func anInstalledPackIsUsedByEveryCommand() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        #expect(terminal.run("pack", "explain", "small").output.hasPrefix("small/thanks (must, follow-up)"))
        #expect(terminal.run("pack", "test", "small").output.hasPrefix("small: 1 passed"))
        try terminal.write("log.yaml", PackTryTests.log)
        let screen = terminal.run("evaluate", "--log", "@/log.yaml", "--rule", "small/thanks")
        #expect(screen.output.split(separator: "\n").count == 2 && screen.status == .inOrder)
        #expect(terminal.run("pack", "try", "small", "--on", "@/log.yaml").output.hasPrefix("small on 1 log"))
        #expect(terminal.run("pack", "check", "small", "--fix").status == .notDone)
    }

    @Test func aFolderNamedForOneCommandTakesItsPlace() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try publish(terminal, "2.0.0") { $0.replacing("Thank people", with: "Say thank you") }
        #expect(terminal.run("pack", "explain", "@/pack").status == .inOrder)
        try terminal.write("log.yaml", PackTryTests.log)
        let screen = terminal.run(
            "evaluate", "--log", "@/log.yaml", "--now", "2026-11-16 18:00", "--rule", "small/thanks", "--pack", "@/pack"
        )
        #expect(screen.output.contains("Say thank you") && !screen.output.contains("Thank people"))
    }

    @Test func aTrialInstallsNothing() throws {
        let terminal = try terminal()
        let screen = terminal.run("pack", "add", "@/pack", "--dry-run")
        #expect(screen.output.hasSuffix("Nothing was installed.\n") && screen.status == .inOrder)
        #expect(try terminal.files("").allSatisfy { !$0.contains("explore.lock") })
        let json = terminal.run("pack", "add", "@/pack", "--dry-run", "--format", "json").output
        #expect(json.contains(#""pack":"small","version":"1.0.0""#) && json.hasSuffix("\"installed\":false}\n"))
    }

    @Test func theSummaryNamesWhatReachesBeyondThePack() throws {
        let page = """
            publisher: North Campus
            licence: CC-BY-4.0
            overrides:
              - rule: first-conversation/thank-you-within-a-day
                off: yes
                because: We give people longer.

            """
        let terminal = try terminal()
        let needs = PackTryTests.page.replacing("[career]", with: "[career, first-conversation]")
        try terminal.write("pack/pack.yaml", needs + page)
        let screen = terminal.run("pack", "add", "@/pack", "--dry-run")
        #expect(screen.output.contains("\n  by North Campus, licence CC-BY-4.0\n"), "\(screen.text)")
        #expect(
            screen.output.contains(
                "\n  switches off first-conversation/thank-you-within-a-day; because: We give people longer.\n"))
        try terminal.write(
            "pack/pack.yaml",
            needs + page.replacing("off: yes", with: "set: {within: 2 days}\n    until: 2027-06-30"))
        #expect(
            terminal.run("pack", "add", "@/pack", "--dry-run").output.contains(
                "\n  changes first-conversation/thank-you-within-a-day: within 2 days instead of 24 hours, "
                    + "until 2027-06-30; because: We give people longer.\n"))
    }

    @Test func examplesThatFailAreNamed() throws {
        let terminal = try terminal()
        try publish(terminal, "1.0.0") { $0.replacing("verdict: overdue", with: "verdict: ok") }
        let screen = terminal.run("pack", "add", "@/pack", "--dry-run")
        #expect(
            screen.output.contains(
                "1 example, 1 not as expected\n    not as expected: small/thanks, 'after a day and a half'\n"))
    }

    @Test func anArchiveIsInstalled() throws {
        let terminal = try terminal()
        try Self.tar(terminal, "pack.tar.gz", of: "pack")
        let screen = terminal.run("pack", "add", "@/pack.tar.gz")
        #expect(screen.text == summary)
        #expect(terminal.run("pack", "list").output.contains("from @/pack.tar.gz\n"))
        #expect(terminal.run("pack", "update").output == "small 1.0.0: nothing has changed.\n")
    }

    @Test func aRepositoryIsInstalled() throws {
        let terminal = try terminal()
        try terminal.write("pack/README.md", "read me")
        try terminal.write("pack/.gitattributes", "* filter=evil\n")
        try Self.commit(terminal, "pack")
        let screen = terminal.run("pack", "add", "file://" + terminal.folder + "/pack")
        #expect(screen.text == summary, "\(screen.text)")
        #expect(terminal.run("pack", "list").output.contains("from file://@/pack ("))
        try publish(terminal, "1.1.0") { $0.replacing("24 hours", with: "2 days").replacing("overdue", with: "due") }
        #expect(terminal.run("pack", "update").output.contains("nothing has changed"))
        try Self.commit(terminal, "pack")
        #expect(terminal.run("pack", "update").output.hasPrefix("small 1.0.0 → 1.1.0\n"))
    }

    private static func tar(_ terminal: PackTerminal, _ name: String, of folder: String) throws {
        try run("tar", ["-C", terminal.folder, "-czf", terminal.folder + "/" + name, folder])
    }

    private static func commit(_ terminal: PackTerminal, _ folder: String) throws {
        let git = ["-C", terminal.folder + "/" + folder, "-c", "user.name=A", "-c", "user.email=a@example.org"]
        try run("git", git + ["init", "--quiet", "--initial-branch=main"])
        try run("git", git + ["add", "--all"])
        try run("git", git + ["commit", "--quiet", "--message=x"])
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    // MARK: What is kept out

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let message: String
        let make: @Sendable (PackTerminal) throws -> Void
        var testDescription: String { name }
    }

    static let hostile = [
        Row(name: "a link", message: "explore: 'rules/x.yaml' is a link, which a pack cannot have") {
            try FileManager.default.createSymbolicLink(
                atPath: $0.folder + "/pack/rules/x.yaml", withDestinationPath: "/etc/hostname")
        },
        Row(
            name: "a file that is not listed",
            message: "@/pack/pack.yaml:10:5: error: the file 'rules/b.yaml' is in the folder"
        ) {
            try $0.write("pack/rules/b.yaml", "rules: []\n")
        },
        Row(name: "a file that is missing", message: "@/pack/pack.yaml:10:5: error: there is no file 'rules/a.yaml'") {
            try FileManager.default.removeItem(atPath: $0.folder + "/pack/rules/a.yaml")
        },
        Row(name: "a mistake in a rule", message: "@/pack/rules/a.yaml:9:5: error: a rule has no key 'because1'") {
            try $0.write("pack/rules/a.yaml", PackTryTests.rules.replacing("because:", with: "because1:"))
        },
        Row(name: "a mistake in an example", message: "@/pack/rules/a.yaml:15:24: error: 'meting.held' is not a kind") {
            try $0.write("pack/rules/a.yaml", rules.replacing("Mon 10:00: meeting", with: "Mon 10:00: meting"))
        },
        Row(name: "a mistake in a question", message: "@/pack/questions/a.yaml:2:5: error: a question needs") {
            try $0.write("pack/pack.yaml", PackTryTests.page + "  - questions/a.yaml\n")
            try $0.write("pack/questions/a.yaml", "questions:\n  - id: why\n    wording: Why?\n")
        },
        Row(
            name: "the id of a shipped pack",
            message: "explore: 'career' is the id of a pack that comes with the program"
        ) {
            try $0.write(
                "pack/pack.yaml",
                PackTryTests.page.replacing("id: small", with: "id: career").replacing("needs: [career]\n", with: ""))
            try $0.write("pack/rules/a.yaml", "rules: []\n")
        },
        Row(name: "an id that is a path", message: "@/pack/pack.yaml:1:5: error: '../x' cannot be the id of a pack") {
            try $0.write("pack/pack.yaml", PackTryTests.page.replacing("id: small", with: "id: ../x"))
        },
        Row(
            name: "a hidden escape",
            message: "@/pack/pack.yaml:3:8: error: an invisible control character is hidden in this text: U+001B"
        ) {
            try $0.write("pack/pack.yaml", PackTryTests.page.replacing("A small pack", with: #""\e[31mA""#))
        },
        Row(
            name: "a need that is not there",
            message: "@/pack/pack.yaml:5:9: error: the pack 'small' needs the pack 'lions'"
        ) {
            try $0.write(
                "pack/pack.yaml", PackTryTests.page.replacing("needs: [career]", with: "needs: [lions, career]"))
        },
    ]

    @Test(arguments: hostile)
    func whatIsNotRightIsKeptOut(_ row: Row) throws {
        let terminal = try terminal()
        try row.make(terminal)
        let screen = terminal.run("pack", "add", "@/pack")
        #expect(screen.errors.hasPrefix(row.message), "\(screen.text)")
        #expect(screen.output.isEmpty && screen.status == .notDone)
        #expect(try terminal.files("").allSatisfy { !$0.contains("explore.lock") })
    }

    @Test(arguments: [
        ("http://example.org/x.git", "anybody on the way could change what comes from http"),
        ("ssh://example.org/x", "'ssh' is not supported"),
        ("ext::sh -c touch% /tmp/x", "'ext' is not supported"),
        ("@/nowhere", "there is no folder or archive '@/nowhere'"),
        ("file://@/nowhere", "there is no git repository at 'file://@/nowhere'"),
        ("@/pack/pack.yaml", "'@/pack/pack.yaml' is neither a folder nor a .tar.gz archive"),
        ("--upload-pack=x", ""),
    ])
    func aSourceThatCannotBeUsedIsRefused(_ source: String, _ message: String) throws {
        let screen = try terminal().run("pack", "add", source)
        #expect(
            message.isEmpty ? screen.status == .wrongUsage : screen.errors.hasPrefix("explore: " + message),
            "\(screen.text)")
        #expect(screen.status != .inOrder)
    }

    @Test(arguments: [
        "https://ana:secret@example.org/x.git", "https://ghp_secret@example.org/x", "https://ana%3Asecret@example.org/",
        "file://ana:secret@example.org/x",
    ])
    func anAddressWithANameOrAPasswordIsRefusedAndNotSaid(_ source: String) {
        #expect {
            try PackSource(source)
        } throws: { error in
            let failure = error as? CommandFailure
            return failure?.message.contains("a password stands in this address") == true
                && failure?.help.contains("secret") == false
        }
    }

    @Test(arguments: ["https://example.org/@ana/x.git", "https://example.org/x?who=a@b:c"])
    func aSignBehindTheHostIsNoName(_ source: String) throws {
        #expect(try PackSource(source).text == source)
    }

    @Test func aPasswordInAnOldRecordIsNotShown() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        let path = "home/.local/share/explore/explore.lock"
        let source = "source: \(terminal.folder)/pack"
        let record = try terminal.read(path).replacing(source, with: "source: https://ana:secret\u{40}example.org/x")
        try terminal.write(path, record)
        for arguments in [["pack", "list"], ["pack", "list", "--format", "json"], ["pack", "update"]] {
            #expect(!terminal.run(arguments).text.contains("secret"), "\(arguments)")
        }
    }

    @Test func aLinkToAFolderIsCalledALink() throws {
        let terminal = try terminal()
        try FileManager.default.createSymbolicLink(
            atPath: terminal.folder + "/link", withDestinationPath: terminal.folder + "/pack")
        let screen = terminal.run("pack", "add", "@/link")
        #expect(
            screen.errors == "explore: '@/link' is a link, which could lead elsewhere tomorrow\n"
                + " help: name what it leads to: @/pack\n")
    }

    @Test(arguments: ["git@example.org:x.git", "HTTP://example.org/x", "FTP://example.org/x"])
    func anAddressThatIsNotSafeIsRefused(_ source: String) {
        #expect(throws: CommandFailure.self) { try PackSource(source) }
    }

    @Test func aDamagedArchiveIsRefused() throws {
        let terminal = try terminal()
        try terminal.write("x.tar.gz", "no archive at all")
        #expect(
            terminal.run("pack", "add", "@/x.tar.gz").errors.hasPrefix(
                "explore: this is not a .tar.gz archive\n help: "))
    }

    // MARK: Changes

    @Test func aChangedPackIsRefusedUntilItIsAccepted() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try terminal.write("log.yaml", PackTryTests.log)
        try publish(terminal, "1.0.1") {
            $0.replacing("24 hours", with: "2 days").replacing("verdict: overdue", with: "verdict: due")
        }
        let screen = terminal.run("pack", "update", "--log", "@/log.yaml")
        #expect(
            screen.text == """
                small 1.0.0 → 1.0.1
                  Note: from 1.0.0 to 1.0.1 only the last number rose, which promises the same verdicts; they changed.
                  small/thanks reads differently
                    before: (must) After you meet someone, send the same person a thank-you note within 24 hours.
                    now:    (must) After you meet someone, send the same person a thank-you note within 2 days.
                  small/thanks: the example 'after a day and a half' comes out as 'due', not 'overdue'
                  In your log, 5 days:
                    small/thanks: 2 changed
                      your log: meeting with Ana, Mon 16 Nov 2026 10:00, on 2026-11-17: 'due' instead of 'overdue'
                      your log: meeting with Tom, Mon 16 Nov 2026 12:00, on 2026-11-17: 'due' instead of 'overdue'
                Nothing was changed. To take it: explore pack update small --accept

                """)
        #expect(screen.status == .findings)
        #expect(terminal.run("pack", "explain", "small").output.contains("within 24 hours"))
        let again = terminal.run("pack", "add", "@/pack", "--log", "@/log.yaml")
        #expect(again.text == screen.text && again.status == .findings)

        let accepted = terminal.run("pack", "update", "small", "--accept", "--log", "@/log.yaml")
        #expect(accepted.output.hasSuffix("It was installed.\n") && accepted.status == .inOrder)
        #expect(terminal.run("pack", "explain", "small").output.contains("within 2 days"))
        #expect(terminal.run("pack", "update").output == "small 1.0.1: nothing has changed.\n")
    }

    @Test func newWordsAloneAreNotAChangeOfBehaviour() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try publish(terminal, "1.0.1") { $0.replacing("Thank people", with: "Say thank you") }
        let screen = terminal.run("pack", "update")
        #expect(screen.output.hasPrefix("small 1.0.0 → 1.0.1\n  No verdict changes.\nNothing was changed."))
        let json = terminal.run("pack", "update", "--format", "json", "--accept").output
        #expect(
            json.contains(#""changed":true,"verdicts_change":false,"note":null"#)
                && json.hasSuffix("\"installed\":true}\n"))
    }

    @Test func aSourceThatIsGoneOrHoldsAnotherPackIsTold() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try terminal.write("pack/pack.yaml", PackTryTests.page.replacing("id: small", with: "id: other"))
        let other = terminal.run("pack", "update")
        #expect(
            other.errors.hasPrefix("explore: at '@/pack' there is now another pack, 'other'\n")
                && other.status == .notDone)
        try FileManager.default.removeItem(atPath: terminal.folder + "/pack")
        #expect(
            terminal.run("pack", "update").errors.hasPrefix(
                "explore: the pack 'small' was left as it is: there is no folder or archive '@/pack'"))
        #expect(terminal.run("pack", "explain", "small").status == .inOrder, "what is installed stays")
    }

    @Test func theSamePackFromAnotherPlaceIsTakenFromThere() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try FileManager.default.moveItem(atPath: terminal.folder + "/pack", toPath: terminal.folder + "/moved")
        let head = """
            small 1.0.0: nothing has changed but the place it comes from.
              from @/moved
              before: @/pack

            """
        #expect(terminal.run("pack", "add", "@/moved", "--dry-run").output == head + "Nothing was changed.\n")
        #expect(terminal.run("pack", "list").output.contains("from @/pack\n"))
        #expect(terminal.run("pack", "add", "@/moved").output == head + "It is looked for there from now on.\n")
        #expect(terminal.run("pack", "list").output.contains("from @/moved\n"))
        #expect(terminal.run("pack", "update").output == "small 1.0.0: nothing has changed.\n")
    }

    @Test func whatChangesBesideRulesIsNamed() throws {
        let terminal = try terminal()
        try terminal.write("pack/pack.yaml", PackTryTests.page + "  - vocabulary.yaml\n  - topics.yaml\n")
        let words = "vocabulary: small\nfields:\n  - field: stand\n    type: choice\n    choices: [near, far]\n"
        try terminal.write("pack/vocabulary.yaml", words)
        try terminal.write("pack/topics.yaml", "topics:\n  - topic: stands\n    goal: I know the stands.\n")
        #expect(terminal.run("pack", "add", "@/pack").status == .inOrder)
        try terminal.write("pack/vocabulary.yaml", words.replacing("far", with: "upstairs"))
        try terminal.write("pack/topics.yaml", "topics:\n  - topic: stands\n    goal: I know all the stands.\n")
        #expect(
            terminal.run("pack", "update").output == """
                small 1.0.0
                  New words: choice 'upstairs' of 'stand'
                  Words that are gone: choice 'far' of 'stand'
                  Changed beside rules: topics.yaml, vocabulary.yaml
                  No verdict changes.
                Nothing was changed. To take it: explore pack update small --accept

                """)
    }

    @Test func whatIsSwitchedOffByANewVersionIsNamed() throws {
        let terminal = try terminal()
        let page = PackTryTests.page.replacing("[career]", with: "[career, first-conversation]")
        try terminal.write("pack/pack.yaml", page)
        _ = terminal.run("pack", "add", "@/pack")
        let off = "overrides:\n  - {rule: first-conversation/pledge-at-the-start, off: yes, because: Not here.}\n"
        try terminal.write("pack/pack.yaml", page + off)
        let screen = terminal.run("pack", "update")
        #expect(screen.output.contains("  Switched off: first-conversation/pledge-at-the-start\n"), "\(screen.text)")
    }

    // MARK: Tampering

    private static let installed = "home/.local/share/explore/packs/small/"

    @Test func aTamperedFileStopsEveryCommandAndNamesTheRemedy() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try terminal.write(Self.installed + "rules/a.yaml", Self.rules.replacing("24 hours", with: "90 days"))
        let screen = terminal.run("today")
        #expect(
            screen.errors == """
                explore: the file 'rules/a.yaml' of the installed pack 'small' was changed since it was installed
                 help: get it back as it was: explore pack update small --accept
                       or do without it: explore pack remove small

                """)
        #expect(screen.output.isEmpty && screen.status == .notDone)
        let list = terminal.run("pack", "list")
        #expect(
            list.output.contains("'rules/a.yaml' of the installed pack 'small' was changed") && list.status == .findings
        )

        let update = terminal.run("pack", "update")
        #expect(
            update.output
                == "small 1.0.0\n  Its installed files were changed since they were installed.\nIt was installed.\n")
        #expect(terminal.run("today").status == .inOrder)
    }

    @Test func aTamperedPackThatAlsoChangedIsTakenOnlyWhenAccepted() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try terminal.write(Self.installed + "rules/b.yaml", "rules: []\n")
        try publish(terminal, "2.0.0") {
            $0.replacing("24 hours", with: "2 days").replacing("verdict: overdue", with: "verdict: due")
        }
        let screen = terminal.run("pack", "update")
        #expect(
            screen.output.contains("  How it behaves otherwise cannot be said.\nNothing was changed.")
                && screen.status == .findings)
        #expect(terminal.run("pack", "update", "--accept").status == .inOrder)
        #expect(terminal.run("today").status == .inOrder)
    }

    @Test func aRecordChangedByHandIsRefusedWithItsPlace() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        let path = "home/.local/share/explore/explore.lock"
        try terminal.write(path, try terminal.read(path).replacing("id: small", with: "id: ../small"))
        let screen = terminal.run("today")
        #expect(
            screen.errors.hasPrefix("@/\(path):4:9: error: '../small' cannot be the id of a pack")
                && screen.status == .notDone)
    }

    // MARK: Listing and removing

    @Test func theListNamesShippedAndInstalledPacks() throws {
        let terminal = try terminal()
        #expect(terminal.run("pack", "list").output.contains("career, ships with the program\n"))
        #expect(!terminal.run("pack", "list", "--format", "json").output.contains("installed"))
        _ = terminal.run("pack", "add", "@/pack")
        #expect(terminal.run("pack", "list").output.hasSuffix("small 1.0.0, installed 2026-11-20\n  from @/pack\n"))
        let json = terminal.run("pack", "list", "--format", "json").output
        #expect(
            json.contains(
                #"{"pack":"small","version":"1.0.0","source":"@/pack","revision":null,"installed":"2026-11-20","#))
    }

    @Test func aRemovedPackIsGone() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        #expect(
            terminal.run("pack", "remove", "smal").errors
                == "explore: no pack called 'smal' is installed\n help: did you mean 'small'?\n")
        #expect(terminal.run("pack", "remove", "small").output == "'small' was removed.\n")
        #expect(
            terminal.run("pack", "remove", "small").output
                == "No pack called 'small' is installed; nothing was removed.\n")
        #expect(terminal.run("pack", "explain", "small").status == .notDone)
        #expect(terminal.run("pack", "update").output == "No pack is installed.\n")
        #expect(
            terminal.run("pack", "update", "small").errors
                == "explore: no pack called 'small' is installed\n help: install one with: explore pack add SOURCE\n")
    }

    @Test func aPackThatAnotherNeedsStays() throws {
        let terminal = try terminal()
        _ = terminal.run("pack", "add", "@/pack")
        try terminal.write(
            "second/pack.yaml",
            PackTryTests.page.replacing("id: small", with: "id: second").replacing("[career]", with: "[career, small]"))
        try terminal.write("second/rules/a.yaml", "rules: []\n")
        #expect(terminal.run("pack", "add", "@/second").status == .inOrder)
        let screen = terminal.run("pack", "remove", "small")
        #expect(
            screen.errors == "explore: the pack 'second' needs 'small'\n help: remove 'second' first\n"
                && screen.status == .notDone)
        #expect(terminal.run("pack", "remove", "second").status == .inOrder)
        #expect(terminal.run("pack", "remove", "small").status == .inOrder)
    }
}
