import TestSupport

@testable import RulesEngine

/// Random logs of the street: the same seed gives the same log.
struct RandomStreet {
    private var numbers: SeededNumbers
    /// Wild logs also hold times at the ends of the calendar, days without a time, ids twice and spans of a century.
    private let isWild: Bool

    static let people = ["Ana", "Bob", "Cyd", "Dan"]

    init(seed: UInt64, isWild: Bool = false) {
        numbers = SeededNumbers(seed: seed)
        self.isWild = isWild
    }

    /// A log of so many activities, at distinct minutes of two months unless it is wild.
    mutating func document(_ count: Int) -> LogDocument {
        var document = LogDocument()
        document.started = chance(3) ? moment(minute: number(1000)) : nil
        document.records = Self.people.map { name in
            RecordLine(
                kind: "person", name: WrittenText(name), fields: personFields(),
                archived: chance(8) ? moment(minute: number(80_000)) : nil)
        }
        document.activities = minutes(count).enumerated().map { place, minute in activity(place, minute) }
        return document
    }

    /// A plan with random parts.
    mutating func plan() -> ActivityLine {
        var line = activity(of: "visit.planned", moment(minute: number(86_400)))
        line.with = [WrittenText(pick(Self.people))]
        if chance(2) { line.id = "v\(number(20))" }
        return line
    }

    /// A moment within the two months, or a little after.
    mutating func now() -> Instant { moment(minute: number(100_000)).start }

    // MARK: Lines

    private static let kinds = [
        "visit.planned", "visit.planned", "visit.confirmed", "visit.moved", "visit.held", "visit.held",
        "visit.cancelled",
        "visit.missed", "note.sent", "note.sent", "call.made", "gift.given", "tool.lent", "tool.asked", "greeting.said",
        "story.told", "hedge.cut", "holiday.begun",
    ]

    private mutating func activity(_ place: Int, _ minute: Int) -> ActivityLine {
        let kind = pick(Self.kinds)
        var line = activity(of: kind, isWild && chance(10) ? wildMoment() : moment(minute: minute))
        if !["hedge.cut", "holiday.begun", "gift.given"].contains(kind) || chance(2) { line.with = people() }
        if chance(3) { line.id = "v\(isWild ? number(place + 1) : place)" }
        return line
    }

    private mutating func activity(of kind: String, _ at: Moment) -> ActivityLine {
        var line = ActivityLine(at: at, kind: WrittenText(kind))
        if kind == "visit.planned" || kind == "visit.moved", !chance(6) {
            let day = isWild && chance(4)
            let start = at.start.adding(seconds: Int64(number(20_000) - (isWild ? 5000 : 0)) * 60)
            line.fields.append(
                field(
                    "starts",
                    String(
                        (isWild && chance(20)
                            ? wildMoment()
                            : day
                                ? Moment(day: Zone.utc.wallTime(at: start).day, in: .utc) : Moment(at: start, in: .utc))
                            .written(in: .utc))))
        }
        if kind.hasPrefix("visit"), chance(2) { line.fields.append(field("length", length())) }
        if kind.hasPrefix("visit"), chance(3) {
            line.fields.append(field("place", pick(["house", "garden", "don't know", "none"])))
        }
        if kind == "note.sent", chance(2) { line.fields.append(field("by", pick(["post", "hand", "don't know"]))) }
        if kind == "visit.held" || kind == "tool.lent", chance(3) {
            line.fields.append(field("names", pick(Self.people)))
        }
        if kind == "visit.planned", chance(2) {
            line.parts = [PartsLine(field: WrittenText("program"), lines: parts(at))]
        }
        if kind != "visit.planned", isWild, chance(6) { line.fields.append(field("visit", "v\(number(30))")) }
        return line
    }

    private mutating func parts(_ at: Moment) -> [ActivityLine] {
        (0..<number(4)).map { _ in
            let time = chance(2) ? nil : Moment(at: at.start.adding(seconds: Int64(number(9000)) * 60), in: .utc)
            return ActivityLine(
                at: time, kind: WrittenText(pick(["greeting.said", "story.told", "note.sent", "tool.lent"])))
        }
    }

    private mutating func people() -> [WrittenText] {
        let first = pick(Self.people)
        return chance(6)
            ? [WrittenText(first), WrittenText(pick(Self.people.filter { $0 != first }))] : [WrittenText(first)]
    }

    private mutating func personFields() -> [FieldLine] {
        var fields: [FieldLine] = []
        if chance(2) { fields.append(field("street", pick(["Elm", "Oak", "none", "don't know"]))) }
        if chance(2) { fields.append(field("introduced_by", pick(Self.people + ["none"]))) }
        if chance(2) { fields.append(field("age", pick(["young", "middle", "old"]))) }
        if chance(3) {
            var change = field("age", "old")
            change.since = moment(minute: number(80_000))
            fields.append(change)
        }
        return fields
    }

    private func field(_ name: String, _ value: String) -> FieldLine {
        FieldLine(WrittenText(name), [WrittenText(value)])
    }

    private mutating func length() -> String { isWild && chance(10) ? "36500 days" : "\(number(90) + 1) minutes" }

    // MARK: Numbers

    private mutating func minutes(_ count: Int) -> [Int] {
        if isWild { return (0..<count).map { _ in number(500) * 60 } }
        return Array(Set((0..<count).map { _ in number(86_400) })).sorted().shuffled(using: &numbers)
    }

    private mutating func moment(minute: Int) -> Moment {
        let start = Zone.utc.startOfDay(ExampleTime.firstDay).adding(seconds: Int64(minute) * 60)
        if isWild, chance(5) { return Moment(day: Zone.utc.wallTime(at: start).day, in: .utc) }
        return Moment(at: start, in: .utc)
    }

    private mutating func wildMoment() -> Moment {
        let moments: [Instant] = [.distantPast, .distantFuture, Instant(seconds: -1), Instant(seconds: 0)]
        let day = Zone.utc.wallTime(at: moments[number(4)]).day
        return chance(2) ? Moment(day: day, in: .utc) : Moment(at: moments[number(4)], in: .utc)
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &numbers) }
    private mutating func chance(_ one: Int) -> Bool { number(one) == 0 }
    private mutating func pick(_ words: [String]) -> String { words[number(words.count)] }
}
