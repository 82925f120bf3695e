import Testing

@testable import RulesEngine

/// After X, do Y within D.
struct FollowUpTests {
    /// One rule, one log, one moment, and what comes out.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        var rule = FollowUpTests.note
        let log: String
        let now: String
        let verdicts: [String]
        var testDescription: String { name }
    }

    static let note = """
        after: visit.held
        expect: note.sent
        to: same person
        within: 24 hours
        """

    @Test(arguments: [
        Row(name: "due", log: "- Mon 10:00: visit.held with Ana", now: "Mon 20:00", verdicts: ["Ana due by Tue 10:00"]),
    ])
    func verdict(row: Row) throws {
        #expect(try Street(row.rule, log: row.log).verdicts(at: row.now) == row.verdicts)
    }
}
