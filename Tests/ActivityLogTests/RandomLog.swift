import ActivityLog
import RulesEngine

/// Changes and documents from a seed: few names, so that they meet often.
struct RandomLog {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func change() throws -> LogChange {
        switch number(9) {
        case 0: .me(try fieldLine())
        case 1: .addRecord(try record())
        case 2: .change(kind: pick(["contact", "path"]), name: name(), try fieldLine())
        case 3: .archive(kind: "contact", name: name(), at: number(2) == 0 ? nil : try moment())
        case 4: .setting(.timeZone(pick([nil, "Europe/Oslo", "Asia/Tokyo"])))
        case 5: .decide(try decision())
        case 6: .together([try change(), try change()])
        default: .activities([try line(depth: 0), try line(depth: 0, id: pick([nil, "a1", "a2", "tea"]))])
        }
    }

    /// A document of several activities, records and decisions.
    mutating func document() throws -> LogDocument {
        var document = LogDocument()
        document.timeZone = pick([nil, WrittenText("Europe/Oslo")])
        document.started = number(2) == 0 ? nil : try moment()
        document.holidays = (0..<number(4)).map { _ in CalendarDay(number: Int32(20_000 + number(9))) }
        document.me = try (0..<number(5)).map { _ in try fieldLine() }
        document.records = try (0..<number(5)).map { _ in try record() }
        let ids = ["a1", "a2", "tea", "a4"].shuffled(using: &generator)
        document.activities = try (0..<number(9)).map { index in
            try line(depth: 0, id: ids.indices.contains(index) ? pick([nil, ids[index]]) : nil)
        }
        document.decisions = try (0..<number(4)).map { _ in try decision() }
        return document
    }

    private mutating func line(depth: Int, id: String? = nil) throws -> ActivityLine {
        var line = ActivityLine(id: id, at: try moment(), kind: WrittenText(pick(["note", "meeting.held", "talk"])))
        line.with = (0..<number(3)).map { _ in WrittenText(name()) }
        line.fields = try (0..<number(3)).map { _ in try fieldLine(dated: false) }
        guard depth < 2, number(3) == 0 else { return line }
        line.parts = try (0..<number(3)).map { _ in
            let lines = try (0..<number(3)).map { _ in try self.line(depth: depth + 1) }
            return PartsLine(field: WrittenText(pick(["agenda", "wrap_up"])), lines: lines)
        }
        return line
    }

    private mutating func record() throws -> RecordLine {
        let fields = try (0..<number(4)).map { _ in try fieldLine() }
        let archived = number(4) == 0 ? try moment() : nil
        return RecordLine(
            kind: pick(["contact", "path"]), name: WrittenText(name()), fields: fields, archived: archived)
    }

    private mutating func fieldLine(dated: Bool = true) throws -> FieldLine {
        let isList = number(2) == 0
        let count = isList ? number(3) : 1
        let values = (0..<count).map { _ in WrittenText(pick(["x", "y", "z", "Ana Ruiz"])) }
        let since = dated && number(3) == 0 ? try moment() : nil
        return FieldLine(WrittenText(pick(["level", "city", "goal"])), values, isList: isList, since: since)
    }

    private mutating func decision() throws -> Decision {
        let action: Decision.Action = pick([.snoozed(until: try moment()), .dismissed(because: "no"), .acknowledged])
        return Decision(rule: pick(["x/one", "x/two"]), occasion: "a1/" + name(), action: action, at: try moment())
    }

    private mutating func name() -> String { pick(["Ana Ruiz", "Bo Dahl", "Cy", "Di"]) }

    private mutating func moment() throws -> Moment {
        let day = "2026-11-1\(number(5))"
        return try time(pick([day, day + " 10:00", day + " 10:00:30"]))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[number(values.count)]
    }

    /// A number below `limit`.
    private mutating func number(_ limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &generator)
    }
}
