import Checklists
import Foundation
import RulesEngine
import TestSupport
import Testing

/// The shipped packs, and logs and plans in their words. The clock stands at Friday 20 November 2026, 18:00 in UTC.
struct KitFixture {
    let kit: AdviceKit

    /// Friday 20 November 2026, 18:00.
    static let now = Instant(seconds: 1_795_197_600)
    static let frame = TimeFrame(zone: .utc, holidays: Holidays([]))
    static let zones: @Sendable (String) -> Zone? = { $0 == "UTC" ? .utc : nil }

    /// The packs of this repository, and one more with these files.
    init(_ files: [String: String] = [:]) throws {
        kit = files.isEmpty ? try Self.shipped.get() : try Self.load(files)
    }

    /// A fixture with a kit of one's own.
    init(_ kit: AdviceKit) { self.kit = kit }

    /// The shipped packs that the checklists speak of.
    static let packs = ["career", "first-conversation", "at-the-meeting", "after-the-meeting", "conversation-kit"]

    /// The packs alone, read once for all tests.
    private static let shipped = Result { try load([:]) }

    private static func load(_ files: [String: String]) throws -> AdviceKit {
        var diagnostics = Diagnostics()
        let kit = try load(files, shipped: packs, &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return kit
    }

    /// A kit of some shipped packs and of files in a pack called `example`.
    static func load(
        _ files: [String: String], shipped: [String], _ diagnostics: inout Diagnostics
    ) throws -> AdviceKit {
        var packs = try shipped.map {
            try PackFiles(folder: ProjectFiles.root.appendingPathComponent("Rules/\($0)").path)
        }
        if !files.isEmpty { packs.append(example(files)) }
        return AdviceKit.load(PackLoader.load(packs, &diagnostics), &diagnostics)
    }

    private static func example(_ files: [String: String]) -> PackFiles {
        let list = files.keys.sorted().map { "  - \($0)\n" }.joined()
        let page = """
            id: example
            version: 1.0.0
            title: An example
            engine: 1
            needs: [career]
            sources:
              - work: guide
                title: A guide
            files:
            \(list)
            """
        var sources = files.map { ($0.key, SourceFile(name: $0.key, text: $0.value)) }
        sources.append(("pack.yaml", SourceFile(name: "pack.yaml", text: page)))
        return PackFiles(name: "example", files: Dictionary(sources, uniquingKeysWith: { first, _ in first }))
    }

    /// A log without its first line.
    func log(_ text: String) throws -> LogDocument {
        var diagnostics = Diagnostics()
        let tree = try #require(YAMLLoader.load(SourceFile(name: "log.yaml", text: "log: 1\n" + text), &diagnostics))
        let log = LogReader(vocabulary: kit.rules.vocabulary, zones: Self.zones).read(tree, zone: .utc, &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return log
    }

    /// A plan file.
    func plan(_ text: String) throws -> ActivityLine {
        var diagnostics = Diagnostics()
        let root = try #require(YAMLLoader.load(SourceFile(name: "plan.yaml", text: text), &diagnostics)?.root)
        let reader = PlanReader(vocabulary: kit.rules.vocabulary, zone: .utc)
        let plan = reader.read(root, at: Moment(at: Self.now, in: .utc), &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return try #require(plan)
    }

    /// The checklist of a plan.
    func checklist(plan: String, log: String = "activities: []\n", at now: Instant = now) throws -> Checklist {
        var diagnostics = Diagnostics()
        let checklist = ChecklistMaker(kit: kit, frame: Self.frame)
            .checklist(of: try self.plan(plan), in: try self.log(log), at: now, &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return checklist
    }

    /// The checklist of the meeting with somebody in a log: the next one, else the last.
    func checklist(with person: String, log: LogDocument, at now: Instant = now) throws -> Checklist {
        var diagnostics = Diagnostics()
        let finder = OccasionFinder(evaluated(log, at: now, &diagnostics), named: ["meeting"])
        let episode = try #require(finder.next(with: person) ?? finder.latest(with: person))
        let checklist = ChecklistMaker(kit: kit, frame: Self.frame).checklist(
            of: episode, in: log, at: now, &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return checklist
    }

    /// The state of a log, with no rule evaluated.
    func evaluated(_ log: String) throws -> Evaluated {
        var diagnostics = Diagnostics()
        let evaluated = evaluated(try self.log(log), at: Self.now, &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return evaluated
    }

    private func evaluated(_ log: LogDocument, at now: Instant, _ diagnostics: inout Diagnostics) -> Evaluated {
        let engine = Engine(rules: kit.rules, frame: Self.frame)
        return engine.evaluate(engine.facts(of: log, &diagnostics), at: now, only: [])
    }

    /// A talk about one of two paths in which a name falls.
    static let name = """
        paths:
          - name: Nursing
          - name: Teaching
        activities:
          - 2026-11-02 10:00: meeting.held with Tom Baker
            path: Nursing
          - 2026-11-02 10:30: referral.received with Tom Baker
            referred: Ana Ruiz

        """

    /// The map of a log.
    func coverage(_ log: String, only subject: String? = nil) throws -> Coverage {
        var diagnostics = Diagnostics()
        let coverage = CoverageMaker(kit: kit, frame: Self.frame)
            .coverage(of: try self.log(log), at: Self.now, only: subject, &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return coverage
    }

    /// The questions for a talk.
    func choice(_ log: String, for person: String, minutes: Int = 20) throws -> QuestionPicker.Choice {
        QuestionPicker(kit: kit, frame: Self.frame)
            .choice(for: .init(person: person, minutes: minutes), in: try self.log(log), at: Self.now)
    }
}

extension Checklist {
    /// The item of an id; nil when it is not on the list.
    func item(_ id: String) -> Item? { items.first { $0.id == id } }
}
