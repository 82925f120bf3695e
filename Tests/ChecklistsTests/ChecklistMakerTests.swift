import Checklists
import RulesEngine
import TestSupport
import Testing

/// Checklists made of rules' verdicts on a plan.
struct ChecklistMakerTests {
    private static let engine: Engine = {
        var diagnostics = Diagnostics()
        let folders = ["Rules/career", "Rules/first-conversation"].map { ProjectFiles.root.path + "/" + $0 }
        let rules = PackLoader.load(folders.compactMap { try? PackFiles(folder: $0) }, &diagnostics)
        precondition(!diagnostics.hasErrors, "the shipped packs are in order")
        return Engine(rules: rules, frame: TimeFrame(zone: .utc, holidays: .none))
    }()

    /// The checklist of a plan, on Friday 20 November 2026 at 18:00.
    private func checklist(_ text: String) throws -> Checklist {
        var diagnostics = Diagnostics()
        let now = Moment(at: Instant(seconds: 1_795_197_600), in: .utc)
        let root = try #require(YAMLLoader.load(SourceFile(name: "plan.yaml", text: text), &diagnostics)?.root)
        let reader = PlanReader(vocabulary: Self.engine.rules.vocabulary, zone: .utc)
        let plan = try #require(reader.read(root, at: now, &diagnostics))
        let checklist = ChecklistMaker(engine: Self.engine)
            .checklist(of: plan, in: LogDocument(), at: now.start, &diagnostics)
        #expect(!diagnostics.hasErrors)
        return checklist
    }

    private static let plan = """
        plan: meeting
        with: Ana
        starts: 2026-11-24 10:00
        length: 20 minutes
        agenda:
          - Say that I am not looking for a job
        """

    @Test func theTitleNamesWhatIsPlanned() throws {
        #expect(try checklist(Self.plan).title == "meeting with Ana, Tue 24 Nov 2026 10:00")
    }

    @Test func thePhasesComeInOrderOfTime() throws {
        #expect(try checklist(Self.plan).sections.map(\.phase) == [.before, .during, .after])
    }

    @Test func whatThePlanProvesIsTicked() throws {
        let items = try checklist(Self.plan).sections.flatMap(\.items)
        let pledge = try #require(items.first { $0.rule == "first-conversation/pledge-at-the-start" })
        #expect(pledge.isDone && pledge.proof?.isEmpty == false)
    }

    @Test func whatIsMissingIsOpen() throws {
        let items = try checklist(Self.plan).sections.flatMap(\.items)
        let questions = try #require(items.first { $0.rule == "first-conversation/prepare-five-questions" })
        #expect(!questions.isDone)
    }

    @Test func whatDoesNotApplyIsNotThere() throws {
        let items = try checklist(Self.plan).sections.flatMap(\.items)
        #expect(!items.contains { $0.rule == "first-conversation/keep-the-introducer-informed" })
    }
}
