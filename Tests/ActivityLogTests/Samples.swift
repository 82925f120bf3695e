import RulesEngine

/// When tests record, unless it matters.
let today = Instant(seconds: 1_795_000_000)

/// A moment as it is written, in UTC.
func time(_ text: String) throws -> Moment {
    try Moment.read(text, in: .utc).get()
}

/// An activity such as `meeting.held` with some people.
func activity(
    _ kind: String, _ at: String, with people: [String] = [], _ fields: [FieldLine] = [], id: String? = nil,
    parts: [PartsLine] = []
) throws -> ActivityLine {
    ActivityLine(
        id: id, at: try time(at), kind: WrittenText(kind), with: people.map { WrittenText($0) }, fields: fields,
        parts: parts)
}

/// A field with one value, such as `level: senior`.
func field(_ name: String, _ value: String, since: Moment? = nil) -> FieldLine {
    FieldLine(WrittenText(name), [WrittenText(value)], since: since)
}

/// A field with a list of values.
func list(_ name: String, _ values: [String]) -> FieldLine {
    FieldLine(WrittenText(name), values.map { WrittenText($0) }, isList: true)
}

/// A person's record.
func contact(_ name: String, _ fields: [FieldLine] = []) -> RecordLine {
    RecordLine(kind: "contact", name: WrittenText(name), fields: fields)
}

/// A document in which every part of the model occurs, some of it twice.
func fullDocument() throws -> LogDocument {
    var document = LogDocument()
    document.timeZone = WrittenText("Europe/Berlin")
    document.started = try time("2026-09-01")
    document.holidays = try ["2026-12-25", "2026-12-26"].map { CalendarDay(number: dayNumber(try time($0))) }
    document.me = [field("state", "exploring"), list("strengths", ["writing", "maps"]), list("languages", [])]
    document.records = [
        contact("Ana Ruiz", [field("level", "mid"), field("level", "senior", since: try time("2026-10-01"))]),
        contact("Bo Dahl", [field("introduced_by", "Ana Ruiz")]),
        RecordLine(kind: "path", name: WrittenText("nursing"), archived: try time("2026-11-02 09:00")),
    ]
    document.activities = try fullActivities()
    document.decisions = [
        Decision(
            rule: "etiquette/thank", occasion: "a1/Ana Ruiz", action: .snoozed(until: try time("2026-11-24")),
            at: try time("2026-11-20 10:00")),
        Decision(
            rule: "etiquette/thank", occasion: "a2/Bo Dahl", action: .dismissed(because: "thanked in person"),
            at: try time("2026-11-21 10:00:07")),
        Decision(rule: "pace/one", occasion: "a2", action: .acknowledged, at: try time("2026-11-22 10:00")),
    ]
    return document
}

private func fullActivities() throws -> [ActivityLine] {
    let question = ActivityLine(
        at: nil, kind: WrittenText("question.asked"), fields: [field("wording", "What made you stay?")])
    let nested = ActivityLine(
        id: "first-topic", at: nil, kind: WrittenText("topic.opened"), with: [WrittenText("Bo Dahl")],
        parts: [PartsLine(field: WrittenText("questions"), lines: [question, question])])
    let plan = try activity(
        "meeting.planned", "2026-11-23 15:00", with: ["Bo Dahl", "Ana Ruiz"], [field("length", "20 minutes")],
        id: "a3",
        parts: [
            PartsLine(field: WrittenText("agenda"), lines: [nested, question]),
            PartsLine(field: WrittenText("wrap_up"), lines: []),
        ])
    return [
        try activity("request.sent", "2026-11-19", with: ["Ana Ruiz"], id: "a1"),
        try activity("meeting.held", "2026-11-20 10:00:30", with: ["Ana Ruiz"], [list("topics", [])], id: "a2"),
        plan,
    ]
}

/// Days since 1970 of a moment's first instant in UTC.
func dayNumber(_ moment: Moment) -> Int32 {
    Int32(moment.start.seconds / 86_400)
}
