import Foundation
import RulesEngine
import Testing

@testable import explore

/// A pack that was added brings words of its own, and every command knows them at once.
struct PackVocabularyTests {
    private static let page = """
        id: fair
        version: 1.0.0
        title: Job fairs
        engine: 1
        needs: [career, conversation-kit]
        sources:
          - work: handout
            title: Our handout
        files:
          - vocabulary.yaml
          - topics.yaml
          - rules/fair.yaml
          - questions/fair.yaml

        """

    private static let words = """
        vocabulary: fair
        fields:
          - field: booth
            type: text
          - field: crowd
            type: choice
            choices: [quiet, busy, packed]
          - field: fairs
            computed: count
            of: job_fair.visited
        records:
          - record: me
            fields: [fairs]
        kinds:
          - kind: job_fair.visited
            noun: visit to the job fair
            happens: you visit a job fair
            do: visit a job fair
            words: [faired, went to the fair]
            phrases: [drop by at the fair]
            person: possible
            fields: [booth, crowd]
            main: booth

        """

    private static let rules = """
        rules:
          - id: write-after-the-fair
            title: Write after the fair
            strength: should
            after: job_fair.visited
            where:
              crowd: [quiet, busy]
            expect: thank_you.sent
            within: 3 days
            say:
              due: Write about booth <booth>, the latest of <me.fairs>.
            because: They met hundreds.
            source:
              work: handout
            examples:
              - name: open
                log:
                  - Mon 10:00: job_fair.visited
                    booth: A12
                    crowd: busy
                now: Mon 20:00
                verdict: due
          - id: no-fair-at-a-talk
            title: Leave the fair out of a talk
            strength: consider
            in_each: meeting.planned
            avoid: job_fair.visited
            because: One thing at a time.
            source:
              work: handout
            examples:
              - name: left out
                log:
                  - Mon 10:00: meeting.planned with Ana
                    starts: Fri 10:00
                now: Tue 20:00
                verdict: ok

        """

    private func terminal() throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("fair/pack.yaml", Self.page)
        try terminal.write("fair/vocabulary.yaml", Self.words)
        try terminal.write("fair/rules/fair.yaml", Self.rules)
        try terminal.write(
            "fair/topics.yaml",
            "topics:\n  - topic: booths\n    goal: Which booths are worth a visit\n    because: A plan saves the day.\n"
        )
        try terminal.write(
            "fair/questions/fair.yaml",
            """
            kind: question.asked
            questions:
              - id: best-booth
                topic: booths
                wording: Which booth would you go to first?

            """)
        let screen = terminal.run("pack", "add", "@/fair")
        #expect(screen.status == .inOrder && screen.output.contains("adds words: job_fair.visited\n"), "\(screen.text)")
        return terminal
    }

    @Test func theLogUnderstandsItsWords() throws {
        let terminal = try terminal()
        let logged = terminal.run("log", "went", "to", "the", "fair", "A12", "crowd=busy")
        #expect(
            logged.output.hasPrefix("Logged: visit to the job fair, Fri 20 Nov 2026 18:00, booth “A12”, busy.\n"),
            "\(logged.text)")
        #expect(logged.output.contains("Now due: Write about booth A12, the latest of 1.\n"))
        let slip = terminal.run("log", "faired", "A12", "crowd=bussy")
        #expect(slip.status == .notDone && slip.errors.contains("did you mean 'busy'?"), "\(slip.text)")
        let why = terminal.run("why", "write-after-the-fair").output
        #expect(why.contains("After you visit a job fair (where the crowd is quiet or busy), send a thank-you note"))
        #expect(why.contains("due: visit to the job fair, Fri 20 Nov 2026 18:00"))
        let exported = terminal.run("export").output
        for line in ["job_fair.visited\n", "    booth: A12\n", "    crowd: busy\n"] {
            #expect(exported.contains(line), "\(exported)")
        }
    }

    @Test func lintRecognisesItsPhrases() throws {
        let terminal = try terminal()
        try terminal.write(
            "plan.yaml",
            "plan: meeting\nwith: Ana\nstarts: 2026-11-27 10:00\nlength: 20 minutes\nagenda:\n  - Then drop by at the fair\n"
        )
        let screen = terminal.run("lint", "@/plan.yaml")
        #expect(
            screen.output.contains(
                "@/plan.yaml:6:5: suggestion: Leave the fair out of a talk [fair/no-fair-at-a-talk]"),
            "\(screen.text)")
    }

    @Test func completionOffersThem() throws {
        let terminal = try terminal()
        let console = Console(
            write: { _ in }, writeError: { _ in }, environment: ["HOME": terminal.folder + "/home"],
            clock: { Instant(seconds: 1_795_215_600) }, systemZone: "UTC", isTerminal: false, readLine: { nil })
        #expect(Completions.logWords([], 0, "fair", console) == ["faired"], "what is worked out is not logged")
        #expect(Completions.logWords([], 0, "went to the", console) == ["went to the fair"])
        #expect(Completions.logWords([], 0, "boot", console) == ["booth="])
        let other = terminal.folder + "/other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        try "id: zoo\nversion: 1.0.0\ntitle: Zoo\nengine: 1\nneeds: [career]\nfiles:\n  - vocabulary.yaml\n"
            .write(toFile: other + "/pack.yaml", atomically: true, encoding: .utf8)
        try """
        vocabulary: zoo
        kinds:
          - kind: zebra.fed
            noun: feeding
            happens: you feed a zebra
            do: feed a zebra
            words: [fed the zebra]

        """.write(toFile: other + "/vocabulary.yaml", atomically: true, encoding: .utf8)
        #expect(Completions.logWords([], 0, "fed", console) == [])
        #expect(
            Completions.logWords(["explore", "log", "--pack", other, "fed"], 4, "fed", console) == ["fed the zebra"])
    }

    @Test func topicsAndQuestionsAreThere() throws {
        let terminal = try terminal()
        #expect(terminal.run("coverage").output.contains("booths"))
        _ = terminal.run("people", "add", "Ana Ruiz")
        let questions = terminal.run("questions", "for", "ana", "--minutes", "240", "--all")
        #expect(questions.output.contains("Which booth would you go to first?"), "\(questions.text)")
    }

    @Test func schemasNameThem() throws {
        let terminal = try terminal()
        #expect(terminal.run("pack", "schema", "--for", "rules").output.contains("\"job_fair.visited\""))
        #expect(terminal.run("pack", "schema", "--for", "rules").output.contains("\"me.fairs\""))
        let log = terminal.run("pack", "schema", "--for", "log").output
        #expect(log.contains("\"booth\"") && log.contains("\"packed\"") && !log.contains("\"fairs\""))
    }

    /// Without the pack the log keeps what was said in its words, and they are not understood any more.
    @Test func theyGoWithThePack() throws {
        let terminal = try terminal()
        _ = terminal.run("log", "faired", "A12", "crowd=busy")
        _ = terminal.run("pack", "remove", "fair")
        #expect(terminal.run("log", "faired", "B7").status == .notDone)
        #expect(terminal.run("export").output.contains("job_fair.visited"))
        _ = terminal.run("pack", "add", "@/fair")
        #expect(terminal.run("why", "write-after-the-fair").output.contains("due: visit to the job fair"))
    }

    /// What another pack has declared is not declared anew: both places are named, and nothing is installed.
    @Test func anotherPackWithTheSameWordIsRefused() throws {
        let terminal = try terminal()
        try terminal.write(
            "other/pack.yaml",
            "id: other\nversion: 1.0.0\ntitle: Other\nengine: 1\nneeds: [career]\nfiles:\n  - vocabulary.yaml\n")
        try terminal.write(
            "other/vocabulary.yaml",
            """
            vocabulary: other
            kinds:
              - kind: expo.visited
                noun: visit to an expo
                happens: you visit an expo
                do: visit an expo
                words: [faired]

            """)
        let screen = terminal.run("pack", "add", "@/other")
        #expect(screen.status == .notDone)
        #expect(
            screen.errors.contains("@/other/vocabulary.yaml:7:13: error: 'faired' is a word of the vocabulary already"),
            "\(screen.text)")
        #expect(screen.errors.contains("/packs/fair/vocabulary.yaml:19:13:"))
    }
}
