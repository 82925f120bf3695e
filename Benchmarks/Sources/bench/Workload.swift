import Foundation
import RulesEngine

/// A log as a person keeps it, of any length: every day somebody new, each with a story of five to twenty lines over the
/// weeks that follow.
///
/// A longer log is the same life for longer: people grow with the lines, and what happens in a month stays the same.
struct Workload {
    /// The log, in time order.
    let document: LogDocument
    /// The moment it is looked at: in the evening after its last line.
    let now: Instant
    /// Where the person lives: a zone whose clocks change.
    let frame: TimeFrame

    /// A log of so many activities; parts of a plan are not counted.
    init(activities: Int) throws {
        let file = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/America/New_York"))
        let frame = TimeFrame(zone: try Zone(name: "America/New_York", tzif: [UInt8](file)))
        var story = Story(zone: frame.zone)
        while story.lines.count < activities { story.addPerson() }
        var document = LogDocument()
        document.timeZone = WrittenText("America/New_York")
        document.started = Moment(at: Story.start, in: frame.zone)
        document.records = story.records
        let ordered = story.lines.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
        document.activities = ordered.prefix(activities).map(\.element.1)
        now = (document.activities.last?.at?.end ?? Story.start).adding(seconds: 12 * 3600)
        self.document = document
        self.frame = frame
    }
}

/// The people met so far, and what was done with them.
private struct Story {
    static let start = Instant(seconds: 1_000_000_800)

    let zone: Zone
    var records: [RecordLine] = []
    var lines: [(Instant, ActivityLine)] = []
    private var person = 0

    init(zone: Zone) { self.zone = zone }

    /// Somebody new, a day after the last one; how it goes with them follows from their number.
    mutating func addPerson() {
        addRecord()
        if person % 30 == 0 { add(0, "path.chosen", alone: true, ["field": "people operations", "target": "profession"]) }
        if person % 15 == 0 { add(1, "workshop.attended", ["about": "Evening of the trade"]) }
        add(2, "person.found", ["about": person % 2 == 0 ? "alumni list" : "the company's page"])
        add(3, "research.done", alone: true, ["about": "what they do"])
        if person % 4 == 0 { addIntroduction() }
        add(26, "request.sent", ["channel": person % 3 == 0 ? "linkedin" : "email", "minutes_asked": "20 minutes"])
        switch person % 5 {
        case 0: addSilence()
        case 1: addRefusal()
        default: addMeeting()
        }
        person += 1
    }

    private mutating func addRecord() {
        let level = ["entry", "mid", "senior", "executive"][person % 4]
        var fields = [
            field("level", level), field("organization", "Company \(person / 3)"), field("relation", "acquaintance"),
            field("state", person % 2 == 0 ? "Ohio" : "Texas"), field("practises", "yes"),
        ]
        if person % 4 == 0 { fields.append(field("introduced_by", Self.name(max(0, person - 2)))) }
        records.append(RecordLine(kind: "person", name: WrittenText(Self.name(person)), fields: fields))
    }

    private mutating func addIntroduction() {
        let helper = Self.name(max(0, person - 2))
        add(4, "introduction.requested", ["helper": helper, "channel": "email"])
        add(20, "introduction.made", ["helper": helper])
    }

    private mutating func addSilence() {
        add(9 * 24, "chase.sent", ["channel": "email"])
        add(25 * 24, "request.closed")
    }

    private mutating func addRefusal() {
        add(3 * 24, "request.declined", ["channel": "email"])
        add(3 * 24 + 5, "thank_you.sent", ["channel": "email"])
    }

    private mutating func addMeeting() {
        add(3 * 24, "request.accepted", ["channel": "email"])
        add(3 * 24 + 2, "meeting.planned", plan, parts: agenda)
        if person % 6 == 0 { add(6 * 24, "meeting.moved", ["starts": written(12 * 24), "length": "20 minutes"]) }
        let day = person % 6 == 0 ? 12 * 24 : 10 * 24
        add(day, "meeting.held", ["length": "26 minutes", "format": "phone", "learned": "routine, career path"])
        if person % 7 != 0 { add(day + 3, "thank_you.sent", ["channel": "email"]) }
        add(day + 4, "notes.written", ["learned": "advantages, disadvantages"])
        if person % 2 == 0 { addTip(day) }
        if person % 3 == 0 { add(day + 5, "referral.received", ["referred": Self.name(person + 3)]) }
        if person % 4 == 0 { add(day + 50, "connector.told", ["channel": "email"]) }
        add(day + 30 * 24, "follow_up.sent", ["channel": "email"])
    }

    private mutating func addTip(_ day: Int) {
        add(day + 1, "tip.received", ["tip": "Read book \(person)"])
        if person % 8 != 0 { add(day + 9 * 24, "tip.followed", ["tip": "Read book \(person)"]) }
    }

    private var plan: [String: String] {
        ["starts": written(10 * 24), "length": "20 minutes", "format": "phone", "minutes_asked": "20 minutes"]
    }

    private var agenda: [String] {
        [
            "self.introduced", "pledge.said", "question.asked", "question.asked", "fact.asked", "question.asked",
            "advice.asked", "referral.asked", "time.checked", "card.requested", "thanks.said",
        ]
    }

    // MARK: Lines

    private static func name(_ number: Int) -> String { "Person \(number)" }

    /// Hours after the person was met, at a minute of their own.
    private func moment(_ hours: Int) -> Instant {
        Self.start.adding(seconds: Int64(person * 86_400 + hours * 3600 + person % 40 * 60))
    }

    private func written(_ hours: Int) -> String { Moment(at: moment(hours), in: zone).written(in: zone) }

    private mutating func add(
        _ hours: Int, _ kind: String, alone: Bool = false, _ fields: [String: String] = [:], parts: [String] = []
    ) {
        var line = ActivityLine(
            at: Moment(at: moment(hours), in: zone), kind: WrittenText(kind),
            with: alone ? [] : [WrittenText(Self.name(person))])
        line.fields = fields.sorted { $0.key < $1.key }.map { field($0.key, $0.value) }
        if !parts.isEmpty {
            let listed = parts.map { ActivityLine(at: nil, kind: WrittenText($0)) }
            line.parts = [PartsLine(field: WrittenText("agenda"), lines: listed)]
        }
        lines.append((moment(hours), line))
    }

    private func field(_ name: String, _ value: String) -> FieldLine {
        guard name == "learned" else { return FieldLine(WrittenText(name), [WrittenText(value)]) }
        return FieldLine(WrittenText(name), value.split(separator: ",").map { WrittenText(String($0.drop { $0 == " " })) }, isList: true)
    }
}
