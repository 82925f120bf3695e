import RulesEngine

/// Logs from a seed that hold every sort of value in every place, with texts that files easily misread.
///
/// They are in the canonical order of `LogWriter`, so that what is read back is equal.
package struct RandomLogDocument {
    private let vocabulary: Vocabulary
    private let zone: Zone
    private var numbers: SeededNumbers

    /// Logs in a vocabulary whose times belong to a zone.
    package init(vocabulary: Vocabulary, zone: Zone, seed: UInt64) {
        self.vocabulary = vocabulary
        self.zone = zone
        numbers = SeededNumbers(seed: seed)
    }

    /// The next log; `hasIDs` gives every activity an id, as the database does.
    package mutating func next(hasIDs: Bool) -> LogDocument {
        var document = LogDocument()
        document.timeZone = WrittenText(zone.name)
        document.started = chance(2) ? moment() : nil
        document.holidays = Set((0..<number(4)).map { _ in Int32(20_700 + number(300)) }).sorted().map(CalendarDay.init)
        let people = names(number(6))
        document.me = fields(vocabulary[RecordKindID.me].fields, people)
        for kind in vocabulary.recordKinds where kind.id != .me {
            let names = kind.id == .person ? people : names(number(3))
            document.records += names.map { record($0, kind, people) }
        }
        document.activities = activities(people, hasIDs: hasIDs)
        document.decisions = (0..<number(4)).map { _ in decision() }.sorted { $0.at.start < $1.at.start }
        return document
    }

    // MARK: Records and decisions

    private mutating func record(_ name: String, _ kind: RecordKind, _ people: [String]) -> RecordLine {
        var line = RecordLine(kind: kind.name, name: WrittenText(name), fields: fields(kind.fields, people))
        let dates = Set((0..<number(3)).map { _ in moment() }).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        for date in dates {
            line.fields += fields(kind.fields, people).map { field in
                var field = field
                field.since = date
                return field
            }
        }
        line.archived = chance(4) ? moment() : nil
        return line
    }

    private mutating func decision() -> Decision {
        let actions: [Decision.Action] = [.snoozed(until: moment()), .dismissed(because: text()), .acknowledged]
        return Decision(rule: "x/\(number(9))", occasion: text(), action: pick(actions), at: moment())
    }

    // MARK: Activities

    private mutating func activities(_ people: [String], hasIDs: Bool) -> [ActivityLine] {
        var lines: [ActivityLine] = []
        for place in 0..<number(12) {
            var line = activity(pick(vocabulary.kinds), at: moment(), people)
            line.id = hasIDs || chance(2) ? pick(["a\(place + 1)", "tom-\(place)", "yes: \(place)", "0\(place)"]) : nil
            lines.append(line)
        }
        lines.sort { ($0.at?.start ?? .distantPast) < ($1.at?.start ?? .distantPast) }
        return lines
    }

    private mutating func activity(
        _ kind: Kind, at moment: Moment?, _ people: [String], depth: Int = 0
    ) -> ActivityLine {
        var line = ActivityLine(at: moment, kind: WrittenText(kind.name))
        let pool = people.isEmpty ? names(3) : people
        let count = kind.needsPerson && depth == 0 ? 1 + number(2) : number(3) / 2
        line.with = (0..<count).map { _ in WrittenText(pick(pool)) }
        line.fields = fields(kind.fields, people)
        if moment == nil { line.fields = mainFirst(line.fields, kind) }
        guard depth < 2 else { return line }
        for id in kind.fields where vocabulary[id].type == .activities && chance(2) {
            let parts = (0..<number(4)).map { _ in part(people, depth: depth + 1) }
            line.parts.append(PartsLine(field: WrittenText(vocabulary[id].name), lines: parts))
        }
        return line
    }

    private mutating func part(_ people: [String], depth: Int) -> ActivityLine {
        var line = activity(pick(vocabulary.kinds), at: chance(3) ? moment() : nil, people, depth: depth)
        line.id = chance(6) ? text() : nil
        return line
    }

    private func mainFirst(_ fields: [FieldLine], _ kind: Kind) -> [FieldLine] {
        let main = kind.mainField.map { vocabulary[$0].name }
        return fields.filter { $0.name.text == main } + fields.filter { $0.name.text != main }
    }

    // MARK: Fields

    private mutating func fields(_ ids: [FieldID], _ people: [String]) -> [FieldLine] {
        ids.compactMap { id in
            guard chance(3) else { return nil }
            let field = vocabulary[id]
            switch field.type {
            case .activities, .episode: return nil
            case .list(let element):
                let values = (0..<number(4)).map { _ in WrittenText(value(element, people)) }
                return FieldLine(WrittenText(field.name), values, isList: true)
            default: return FieldLine(WrittenText(field.name), [WrittenText(value(field.type, people))])
            }
        }
    }

    private mutating func value(_ type: FieldType, _ people: [String]) -> String {
        if type != .text, type != .instant, chance(8) { return pick(["don't know", "none"]) }
        switch type {
        case .number: return pick(["0", "3", "-2", "1.5", "1e3"])
        case .duration: return Length(seconds: Int64(60 * (1 + number(200)))).description
        case .date: return CalendarDay(number: Int32(20_700 + number(300))).description
        case .instant: return moment().written(in: zone)
        case .yesNo: return pick(["yes", "no", "true", "false"])
        case .choice(let words): return pick(words)
        case .record: return people.isEmpty ? text() : pick(people)
        default: return text()
        }
    }

    /// Some are on either side of the clock's change in autumn, and some fall into the hour that comes twice.
    private mutating func moment() -> Moment {
        let instant = Instant(seconds: 1_793_000_000 + Int64(number(3_000_000)))
        switch number(5) {
        case 0: return Moment(day: zone.wallTime(at: instant).day, in: zone)
        case 1: return Moment(at: Instant(seconds: 1_793_500_000 + Int64(number(240)) * 60), in: zone)
        case 2: return Moment(at: instant, in: zone)
        default: return Moment(at: Instant(seconds: instant.seconds / 60 * 60), in: zone)
        }
    }

    // MARK: Texts

    private mutating func names(_ count: Int) -> [String] {
        var seen: Set<String> = []
        return (0..<count).map { _ in chance(2) ? pick(Self.names) : text() }.filter {
            seen.insert($0.lowercased()).inserted
        }
    }

    /// A text that is easily misread, or one put together of signs that mean something in a file.
    package mutating func text() -> String {
        if chance(2) { return pick(Self.texts) }
        return (0..<number(7)).map { _ in pick(Self.pieces) }.joined()
    }

    private mutating func chance(_ one: Int) -> Bool { number(one) == 0 }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        guard let value = values.randomElement(using: &numbers) else { preconditionFailure("there is always a choice") }
        return value
    }

    private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &numbers) }

    private static let names = [
        "Ana Ruiz", "Tom Baker", "María de la Cruz", "O'Neil, Pat", "Bed and Breakfast", "Anna with Tom", "Yes", "No",
        "010",
        "null", "Dr. No: the first", "# 5", "-", "?", "😀 Zoë", "李小龍", "Smith, Jr.", "x ", " y", "a\"b", "{c}", "[d]",
        "@e", "&f",
    ]

    private static let texts = [
        "", " ", "yes", "No", "on", "~", "null", "010", "1:30", "0x1F", "1e3", ".5", "+1", "2026-11-20",
        "2026-11-20 10:00",
        "a: b", "a:", ":a", "a #b", "#a", "a# b", "- a", "-a", "-", "--- a", "...", "? a", "?a", "!a", "&a", "*a", "@a",
        "`a",
        "%a", "|", ">", "'a'", "\"a\"", "it's", "a, b", "[a", "{a", "a]", "}", "a  b", "a ", " a", "line\nbreak",
        "two\n\nbreaks\n",
        "\n", "\r\n", "tab\there", "\ttab", "\u{7}", "\u{85}", "\u{A0}", "\u{2028}", "\u{200B}", "\u{FEFF}", "e\u{301}",
        "é",
        "😀", "<<", "=", "a = b", "don't know", "none", "C:\\temp\\new", "100%", "50 % off", "key: {a: b}", "true",
        "12_000",
    ]

    private static let pieces = [
        "a", "B", " ", "  ", ":", ": ", "#", " #", "-", "- ", "?", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">",
        "'", "\"", "%",
        "@", "`", "\\", "\n", "\t", "0", "1", ".", "e", "é", "😀", "\u{A0}", "\u{2029}", "~", "=", "<<", "and", " and ",
        ", ",
    ]
}
