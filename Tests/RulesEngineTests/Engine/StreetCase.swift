import TestSupport
import Testing

@testable import RulesEngine

/// A rule, a log and a moment, and the verdicts they give; it names itself in the test's output.
struct StreetCase: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let log: String
    let now: String
    var plan: String?
    var zone: String?
    let verdicts: [String]

    var testDescription: String { name }

    init(
        _ name: String, _ rule: String, log: String, now: String, plan: String? = nil, zone: String? = nil,
        _ verdicts: String...
    ) {
        self.name = name
        self.rule = rule
        self.log = log
        self.now = now
        self.plan = plan
        self.zone = zone
        self.verdicts = verdicts
    }

    /// Holds the rule against the log and compares.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let zone = try self.zone.map { try TestSupport.zone($0) } ?? .utc
        let found = try Street(rule, log: log, zone: zone, sourceLocation: sourceLocation).verdicts(at: now, plan: plan)
        #expect(found == verdicts, "\(name)", sourceLocation: sourceLocation)
    }
}

/// Rules that many tests use.
enum StreetRules {
    /// After a visit, a note within 24 hours.
    static let note = """
        after: visit.held
        expect: note.sent
        to: same person
        within: 24 hours
        """

    /// Before a visit, a call.
    static let call = """
        before: visit.planned
        expect: call.made
        to: same person
        """

    /// A tool is lent only when it was asked for.
    static let loan = """
        never: tool.lent
        unless_first: tool.asked
        by: same person
        """

    /// A visit's program has a greeting.
    static let greeting = """
        in_each: visit.planned
        expect: greeting.said
        """

    /// A visit takes 15 to 30 minutes.
    static let length = """
        for_each: visit.planned
        check: length
        between: 15 and 30 minutes
        """
}
