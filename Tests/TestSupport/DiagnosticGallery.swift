import Checklists
import RulesEngine

/// Holds the example of a page under `Documentation/Diagnostics` in the smallest surroundings that let it be read.
///
/// The name of an example says what it is: `rules.yaml`, `pack.yaml` and `vocabulary.yaml` stand in a pack called
/// `example` beside the shipped vocabulary, and beside a `pack.yaml` lie two empty files of rules; `log.yaml` and `plan.yaml` are read in that vocabulary; `settings.yaml` are a
/// person's own settings beside the shipped packs; `explore.lock` is the record of installed packs; `checklist.yaml`,
/// `questions.yaml`, `topics.yaml`, `messages.yaml`, `advice.yaml` and `exceptions.yaml` stand in the pack `example` beside a
/// topic called `typical day` and a document `guide` that gives the advice `guide/typical-day`; `request.md` is a message;
/// `example.yaml` is only a text. The clock stands at Friday 20 November 2026, 18:00 in UTC.
package enum DiagnosticGallery {
    /// Everything that is found in a file, as the command that reads such a file would show it.
    package static func diagnostics(of file: SourceFile, showing code: DiagnosticCode) throws -> Diagnostics {
        switch file.name {
        case DiagnosticPage.exampleName: text(file, code)
        case "rules.yaml", "vocabulary.yaml":
            try pack(["pack.yaml": manifest(listing: file), folder(of: file): file], code)
        case "pack.yaml": try pack([file.name: file, "rules/after.yaml": noRules, "rules/before.yaml": noRules], code)
        case "log.yaml": try log(file)
        case "plan.yaml": try plan(file)
        case "settings.yaml": try settings(file)
        case "checklist.yaml", "questions.yaml", "topics.yaml", "messages.yaml", "advice.yaml", "exceptions.yaml":
            try kit(file, code)
        case "request.md": try message(file)
        case "explore.lock": lock(file)
        default: try pack([file.name: file], code)
        }
    }

    // MARK: A text

    /// The codes that only reading a value can report.
    private static let readingCodes: Set<DiagnosticCode> = [
        .unknownKey, .missingKey, .emptyValue, .wrongKind, .notANumber, .unclearNumber, .numberOutOfRange, .notYesOrNo,
        .unknownChoice,
    ]

    private static func text(_ file: SourceFile, _ code: DiagnosticCode) -> Diagnostics {
        guard !readingCodes.contains(code) else { return SampleReading.diagnostics(of: file) }
        var diagnostics = Diagnostics()
        _ = YAMLLoader.load(file, &diagnostics)
        return diagnostics
    }

    // MARK: The record of installed packs

    private static func lock(_ file: SourceFile) -> Diagnostics {
        var diagnostics = Diagnostics()
        _ = LockFileReader.read(file, &diagnostics)
        return diagnostics
    }

    // MARK: A pack

    /// The codes of advice that is weak though it can be read: `pack check` looks for them, `pack test` does not.
    private static let adviceCodes: Set<DiagnosticCode> = [
        .noExample, .verdictWithoutExample, .noSource, .noLink, .noReason, .dayOrHours, .pastedQuotes, .cutText,
        .reviewPassed, .neverSpeaks,
        .neverFollowed, .shadowedRule, .oneSidedDispute,
    ]

    private static func pack(_ files: [String: SourceFile], _ code: DiagnosticCode) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let example = PackFiles(name: "example", files: files)
        let rules = PackLoader.load([try shipped("career"), northCampus, example], &diagnostics)
        guard !diagnostics.hasErrors, let pack = rules.packs.last else { return diagnostics }
        if code == .contradiction {
            Contradictions(rules).check(pack, &diagnostics)
        } else if adviceCodes.contains(code) {
            PackCheck(rules: rules, zones: zones).check(pack, today: today, &diagnostics)
        } else {
            let results = ExampleRunner(rules: rules, zones: zones).run(pack, &diagnostics)
            for problem in results.compactMap(\.problem) { diagnostics.report(problem) }
        }
        return diagnostics
    }

    /// Where a file stands in its pack.
    private static func folder(of file: SourceFile) -> String {
        file.name == "rules.yaml" ? "rules/rules.yaml" : file.name
    }

    private static func manifest(listing file: SourceFile) -> SourceFile { manifest(listing: [folder(of: file)]) }

    private static func manifest(listing paths: [String]) -> SourceFile {
        SourceFile(
            name: "pack.yaml",
            text: """
                id: example
                version: 1.0.0
                title: An example
                engine: 1
                needs: [career]
                sources:
                  - work: guide
                    title: A guide
                files: [\(paths.joined(separator: ", "))]
                """)
    }

    /// What both files of rules beside a `pack.yaml` hold.
    private static let noRules = SourceFile(name: "rules.yaml", text: "rules: []\n")

    /// A second pack that has nothing in it, for what can be wrong between packs.
    private static let northCampus = PackFiles(
        name: "north-campus",
        files: [
            "pack.yaml": SourceFile(
                name: "north-campus/pack.yaml",
                text: """
                    id: north-campus
                    version: 1.0.0
                    title: Advice of the North Campus
                    engine: 1
                    files: []
                    """)
        ])

    /// A pack of this repository.
    private static func shipped(_ name: String) throws -> PackFiles {
        try PackFiles(folder: ProjectFiles.root.appendingPathComponent("Rules/\(name)").path)
    }

    /// Where the files stand that a pack brings beside rules.
    private static let kitFolders = [
        "checklist.yaml": "checklists/", "questions.yaml": "questions/", "advice.yaml": "advice/",
        "messages.yaml": "messages/",
    ]

    /// What only a look at all cited advice finds.
    private static let citationCodes: Set<DiagnosticCode> = [.unknownAdvice, .unsettledAdvice]

    /// What a pack brings beside rules.
    private static func kit(_ file: SourceFile, _ code: DiagnosticCode) throws -> Diagnostics {
        var files = ["topics.yaml": topics]
        if citationCodes.contains(code) { files["advice/advice.yaml"] = guide }
        files[kitFolders[file.name, default: ""] + file.name] = file
        files["pack.yaml"] = manifest(listing: files.keys.sorted())
        var diagnostics = Diagnostics()
        let rules = PackLoader.load([try shipped("career"), PackFiles(name: "example", files: files)], &diagnostics)
        let kit = AdviceKit.load(rules, &diagnostics)
        if citationCodes.contains(code), let pack = rules.packs.last { AdviceCheck(kit).check(pack, &diagnostics) }
        return diagnostics
    }

    private static let topics = SourceFile(
        name: "topics.yaml",
        text: """
            topics:
              - topic: typical day
                goal: What an average day is like
                advice: [guide/typical-day]
            """)

    private static let guide = SourceFile(
        name: "advice.yaml",
        text: """
            document: guide
            title: A guide
            advice:
              - id: typical-day
                says: Ask what a typical day is like.
            """)

    private static func settings(_ file: SourceFile) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let packs = [try shipped("career"), try shipped("first-conversation")]
        _ = PackLoader.load(packs, settings: file, today: today, &diagnostics)
        return diagnostics
    }

    // MARK: A log and a plan

    private static let today = Zone.utc.wallTime(at: now.start).day
    private static let now = Moment(at: Instant(seconds: 1_795_197_600), in: .utc)

    private static let zones: @Sendable (String) -> Zone? = { name in
        ["UTC", "America/New_York", "Europe/Berlin"].contains(name) ? try? zone(name) : nil
    }

    /// The shipped words with one rule: what a plan is held against.
    private static func engine(_ diagnostics: inout Diagnostics) throws -> Engine {
        let rules = SourceFile(
            name: "rules.yaml",
            text: """
                rules:
                  - id: never-ask-for-a-job
                    title: Never ask for a job in an informational interview
                    strength: must
                    in_each: meeting.planned
                    avoid: job.asked
                    do: Ask for insights and for names instead
                    because: You asked for a conversation; asking for a job breaks that promise.
                    source:
                      work: guide
                      at: step 3
                """)
        let example = PackFiles(
            name: "example", files: ["pack.yaml": manifest(listing: rules), "rules/rules.yaml": rules])
        let loaded = PackLoader.load([try shipped("career"), example], &diagnostics)
        return Engine(rules: loaded, frame: TimeFrame(zone: .utc, holidays: Holidays([])))
    }

    private static func log(_ file: SourceFile) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let engine = try engine(&diagnostics)
        _ = engine.facts(of: document(file, engine, &diagnostics), &diagnostics)
        return diagnostics
    }

    private static func document(
        _ file: SourceFile, _ engine: Engine, _ diagnostics: inout Diagnostics
    ) -> LogDocument {
        guard let tree = YAMLLoader.load(file, &diagnostics) else { return LogDocument() }
        return LogReader(vocabulary: engine.rules.vocabulary, zones: zones).read(tree, zone: .utc, &diagnostics)
    }

    /// The log a plan is held against.
    private static let smallLog = SourceFile(
        name: "log.yaml",
        text: """
            log: 1
            people:
              - name: Ana Ruiz
              - name: Ana Ricci
              - name: Ben Okafor
            """)

    private static func message(_ file: SourceFile) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let engine = try engine(&diagnostics)
        let document = document(smallLog, engine, &diagnostics)
        _ = MessageReader(vocabulary: engine.rules.vocabulary).read(file, &diagnostics)?
            .withKnownNames(from: document, &diagnostics)
        return diagnostics
    }

    private static func plan(_ file: SourceFile) throws -> Diagnostics {
        var diagnostics = Diagnostics()
        let engine = try engine(&diagnostics)
        let document = document(smallLog, engine, &diagnostics)
        guard let root = YAMLLoader.load(file, &diagnostics)?.root,
            let plan = PlanReader(vocabulary: engine.rules.vocabulary, zone: .utc).read(root, at: now, &diagnostics)
        else { return diagnostics }
        let named = plan.withKnownNames(from: document, engine.rules.vocabulary, &diagnostics)
        guard !diagnostics.hasErrors else { return diagnostics }
        let outcome = PlanCheck(engine: engine).check(named, against: document, at: now.start, &diagnostics)
        for finding in outcome.findings { diagnostics.report(finding) }
        return diagnostics
    }
}
