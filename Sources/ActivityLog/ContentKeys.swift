import RulesEngine

/// What makes two written things the same: their texts and times, not the places they were written at.
struct ActivityKey: Hashable {
    private let kind: String
    private let at: TimeKey?
    private let with: [String]
    private let fields: [FieldKey]

    /// Kind, time, people and fields in any order; not its id and not its parts.
    init(_ line: ActivityLine) {
        kind = line.kind.text
        at = line.at.map(TimeKey.init)
        with = line.with.map(\.text).sorted()
        fields = line.fields.map { FieldKey($0, since: nil) }.sorted()
    }
}

/// An activity with all its parts.
struct WholeActivityKey: Hashable {
    private let activity: ActivityKey
    private let parts: [Parts]

    private struct Parts: Hashable {
        let field: String
        let lines: [WholeActivityKey]
    }

    /// Everything but its id.
    init(_ line: ActivityLine) {
        activity = ActivityKey(line)
        parts = line.parts.map { Parts(field: $0.field.text, lines: $0.lines.map(WholeActivityKey.init)) }
    }
}

/// A field with what was written for it.
struct FieldKey: Hashable, Comparable {
    private let name: String
    private let values: [String]
    private let isList: Bool
    private let since: TimeKey?

    /// Name, values and date.
    init(_ line: FieldLine) {
        self.init(line, since: line.since)
    }

    /// Name and values with another date.
    init(_ line: FieldLine, since: Moment?) {
        name = line.name.text
        values = line.values.map(\.text)
        isList = line.isList
        self.since = since.map(TimeKey.init)
    }

    /// By name.
    static func < (left: FieldKey, right: FieldKey) -> Bool { left.name < right.name }
}

/// A stretch of time, however exactly it was written.
struct TimeKey: Hashable {
    private let start: Instant
    private let end: Instant

    /// First and last second.
    init(_ moment: Moment) {
        start = moment.start
        end = moment.end
    }
}

/// A decision about a card.
struct DecisionKey: Hashable {
    private let texts: [String?]
    private let times: [TimeKey?]

    /// Rule, occasion, what was decided and when.
    init(_ decision: Decision) {
        let action = StoredDecision(decision.action)
        texts = [decision.rule, decision.occasion, action.name, action.reason]
        var until: Moment?
        if case .snoozed(let moment) = decision.action { until = moment }
        times = [TimeKey(decision.at), until.map(TimeKey.init)]
    }
}
