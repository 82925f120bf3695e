import Foundation
import Testing

@testable import explore

/// `explore pack show`: what is in force, what was changed, what rests, and the line each of it comes from.
struct PackShowTests {
    private static let rules = """
        rules:
          - id: thanks
            title: Thank people
            strength: must
            after: meeting.held
            expect: thank_you.sent
            to: same person
            within: 24 hours
          - id: by-post
            title: Thank people by post
            strength: should
            after: meeting.held
            expect: thank_you.sent
            to: same person
            within: 7 days
            dispute: channel
            position: by post
          - id: by-mail
            title: Thank people by mail
            strength: should
            after: meeting.held
            expect: thank_you.sent
            to: same person
            within: 2 days
            dispute: channel
            position: by mail

        """

    private static let page = """
        id: base
        version: 1.0.0
        title: The base
        engine: 1
        disputes:
          - dispute: channel
            question: How does one say thanks?
            default: by mail
            because: It is quick.
        files:
          - rules/a.yaml

        """

    private static let campus = """
        id: campus
        version: 2.1.0
        title: The campus
        engine: 1
        needs: [base]
        overrides:
          - rule: base/thanks
            strength: should
            set:
              within: 2 days
            because: Our people travel.
            until: 2027-06-30
        files: []

        """

    private func terminal(settings: String = "") throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("base/pack.yaml", Self.page)
        try terminal.write("base/rules/a.yaml", Self.rules)
        try terminal.write("campus/pack.yaml", Self.campus)
        if !settings.isEmpty { try terminal.write("config/explore/settings.yaml", "settings: 1\n" + settings) }
        return terminal
    }

    @Test func everythingIsShownWithItsPlace() throws {
        let terminal = try terminal(
            settings: """
                overrides:
                  - rule: base/thanks
                    set: {which: latest}
                    because: Once is enough.
                positions:
                  channel: by post

                """)
        let screen = terminal.run("pack", "show", "@/base", "--pack", "@/campus")
        #expect(screen.errors == "")
        let shown = screen.output.split(separator: "\n").drop { !$0.hasPrefix("  base") }
        #expect(
            shown.joined(separator: "\n") == """
                  base 1.0.0 (@/base): The base
                Your own settings: @/config/explore/settings.yaml
                In force: 2 rules, 1 of them changed
                  base/thanks (should, follow-up)
                    strength: should, in the pack: must
                      by campus, @/campus/pack.yaml:8, until 2027-06-30: Our people travel.
                    which: latest, not in the pack
                      by you, @/config/explore/settings.yaml:4: Once is enough.
                    within: 2 days, in the pack: 24 hours
                      by campus, @/campus/pack.yaml:10, until 2027-06-30: Our people travel.
                  base/by-post (should, follow-up)
                Resting: 1
                  base/by-mail: it says 'by mail', and 'by post' is in force in 'channel'
                Where guides differ
                  channel: by post
                      How does one say thanks?
                      chosen by you, @/config/explore/settings.yaml:7
                """)
    }

    @Test func whyNamesWhatWasChangedAndTheLineItComesFrom() throws {
        let screen = try terminal().run("why", "base/thanks", "--pack", "@/base", "--pack", "@/campus")
        #expect(
            screen.output.contains(
                """
                  strength: should, in the pack: must
                    by campus, @/campus/pack.yaml:8, until 2027-06-30: Our people travel.
                  within: 2 days, in the pack: 24 hours
                    by campus, @/campus/pack.yaml:10, until 2027-06-30: Our people travel.

                """), "\(screen.text)")
    }

    @Test func whySaysOfARuleThatRestsWhyItDoes() throws {
        let resting = try terminal().run("why", "by-post", "--pack", "@/base")
        #expect(
            resting.errors == """
                explore: the rule 'by-post' is not in force
                 help: base/by-post: it says 'by post', and 'by mail' is in force in 'channel'

                """)
        let settings = "overrides:\n  - rule: base/thanks\n    off: yes\n    because: I call them.\n"
        let off = try terminal(settings: settings).run("why", "base/thanks", "--pack", "@/base")
        #expect(off.status == .notDone && off.errors.contains("base/thanks: switched off"), "\(off.text)")
        #expect(off.errors.contains("by you, @/config/explore/settings.yaml:3: I call them."))
    }

    @Test func theDefaultGivesItsReason() throws {
        let screen = try terminal().run("pack", "show", "@/base")
        #expect(
            screen.output.contains(
                "  channel: by mail\n      How does one say thanks?\n      the default: It is quick.\n"))
        #expect(screen.output.contains("In force: 2 rules\n"))
    }

    @Test func whatIsSwitchedOffNamesTheLine() throws {
        let settings = "overrides:\n  - rule: base/thanks\n    off: yes\n    because: I call them.\n"
        let screen = try terminal(settings: settings).run("pack", "show", "@/base")
        #expect(
            screen.output.contains(
                "  base/thanks: switched off\n      by you, @/config/explore/settings.yaml:3: I call them.\n"))
    }

    @Test func jsonSaysTheSame() throws {
        let settings = "overrides:\n  - rule: base/by-mail\n    off: yes\n    because: I call them.\n"
        let screen = try terminal(settings: settings)
            .run("pack", "show", "@/base", "--pack", "@/campus", "--format", "json")
        let objects = try screen.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(
            objects.map { ($0["rule"] ?? $0["dispute"]) as? String } == [
                "base/thanks", "base/by-post", "base/by-mail", "channel",
            ])
        #expect(objects.map { $0["in_force"] as? Bool } == [true, false, false, nil])
        let change = try #require((objects[0]["changes"] as? [[String: Any]])?.last)
        #expect(change["key"] as? String == "within" && change["before"] as? String == "24 hours")
        #expect(change["by"] as? String == "campus" && change["line"] as? Int == 10)
        let reasons = objects.map { ($0["rests"] as? [String: Any])?["reason"] as? String }
        #expect(reasons == [nil, "another position", "switched off", nil])
    }

    @Test func withoutAPackAllOfThemAreShown() throws {
        let screen = try terminal().run("pack", "show", "--pack", "@/base")
        #expect(screen.output.contains("first-conversation/") && screen.output.contains("base/thanks"))
    }

    @Test func aMisspeltPackGetsTheNearest() throws {
        let screen = try terminal().run("pack", "show", "first-conversaton")
        #expect(screen.status == .notDone && screen.errors.contains("did you mean 'first-conversation'?"))
    }
}
