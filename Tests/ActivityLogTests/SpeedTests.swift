import ActivityLog
import RulesEngine
import Testing

struct SpeedTests {
    /// 100 000 activities are read in 0.2 s by an optimised build; the bound leaves room for one that is not.
    @Test func manyActivitiesAreReadQuickly() throws {
        let folder = try TemporaryFolder()
        let log = try folder.log()
        let template = try activity(
            "meeting.held", "2026-11-10 10:00", with: ["Ana Ruiz"], [field("length", "26 minutes")])
        try log.append(.activities(Array(repeating: template, count: 20_000)), recordedAt: today)
        var activities: [ActivityLine] = []
        let duration = try ContinuousClock().measure { activities = try log.document().activities }
        #expect(activities.count == 20_000)
        #expect(duration < .seconds(5))
    }
}
