import Checklists
import RulesEngine
import Testing

/// Without a pack's list, a checklist is made of the rules' verdicts alone.
struct RuleChecklistTests {
    private let checklist: Checklist

    init() throws {
        var diagnostics = Diagnostics()
        let kit = try KitFixture.load([:], shipped: ["career", "first-conversation"], &diagnostics)
        let plan = try KitFixture(kit).plan(
            """
            plan: meeting
            with: Ana
            starts: 2026-11-24 10:00
            length: 20 minutes
            agenda:
              - Say that I am not looking for a job
            """)
        checklist = ChecklistMaker(kit: kit, frame: KitFixture.frame)
            .checklist(of: plan, in: LogDocument(), at: KitFixture.now, &diagnostics)
        #expect(diagnostics.all.isEmpty)
    }

    private func item(_ rule: String) -> Checklist.Item? {
        checklist.items.first { $0.rules.contains("first-conversation/" + rule) }
    }

    @Test func theTitleNamesWhatIsPlanned() {
        #expect(checklist.title == "meeting with Ana, Tue 24 Nov 2026 10:00")
    }

    @Test func thePhasesComeInOrderOfTime() {
        #expect(checklist.sections.map(\.phase) == [.before, .during, .after])
    }

    @Test func whatThePlanHasIsPlanned() throws {
        let pledge = try #require(item("pledge-at-the-start"))
        #expect(pledge.state == .planned("planned: pledge to Ana, Tue 24 Nov 2026 10:00"))
    }

    @Test func whatIsMissingIsOpen() throws {
        #expect(try #require(item("prepare-five-questions")).state == .open)
    }

    @Test func whatDoesNotApplyIsNotThere() {
        #expect(item("keep-the-introducer-informed") == nil)
    }

    @Test func whatIsMerelyNotDoneIsNoItem() {
        #expect(item("no-request-for-a-job") == nil)
    }
}
