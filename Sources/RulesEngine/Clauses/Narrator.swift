/// Says in words what facts and verdicts hold in numbers: names, times, activities.
struct Narrator {
    let facts: Facts
    let vocabulary: Vocabulary
    let frame: TimeFrame
    let now: Int64

    /// The name of a person or other record; `somebody` when there is none.
    func name(_ record: Int32) -> String {
        record >= 0 && Int(record) < facts.records.count ? facts.records.names[Int(record)] : "somebody"
    }

    /// A moment as people say it: `Tue 24 Nov 2026 10:00`; the day alone when it is the end of one.
    func time(_ seconds: Int64) -> String {
        let wall = frame.zone.wallTime(at: Instant(seconds: seconds))
        if wall.secondOfDay == 86_399 { return "the end of " + day(seconds) }
        return wall.spoken
    }

    /// When something starts: the day alone when only that is known.
    func start(_ seconds: Int64) -> String {
        frame.zone.wallTime(at: Instant(seconds: seconds)).secondOfDay == 86_399 ? day(seconds) : time(seconds)
    }

    /// From when on something may be done: the day alone when it begins with it.
    func beginning(_ seconds: Int64) -> String {
        frame.zone.wallTime(at: Instant(seconds: seconds)).secondOfDay == 0 ? day(seconds) : start(seconds)
    }

    /// The day of a moment as people say it: `Tue 24 Nov 2026`.
    func day(_ seconds: Int64) -> String { frame.zone.wallTime(at: Instant(seconds: seconds)).spokenDay }

    /// When a row was done: its time, or its day when only that is known.
    func time(of row: Int32) -> String {
        let place = Int(row)
        if let moved = facts.momentWithItsPlan(place, vocabulary) { return start(moved) }
        return facts.has(place, .dayOnly)
            ? "\(day(facts.begins[place])) (read in your favour: the time was not logged)" : time(facts.begins[place])
    }

    /// One activity: `meeting with Ana Ruiz, Tue 24 Nov 2026 10:00`.
    func activity(_ row: Int32) -> String {
        guard row != Facts.none else { return "nothing" }
        let kind = vocabulary[facts.kinds[Int(row)]]
        let person = facts.persons[Int(row)]
        let whom = person == Facts.none ? "" : " \(kind.whom) \(name(person))"
        let planned = facts.has(Int(row), .planned) ? "planned: " : ""
        return "\(planned)\(kind.noun)\(whom), \(time(of: row))"
    }

    /// One activity and what it says; a plan alone: `research note, Thu 12 Nov 2026 18:00: “pay”`.
    func account(_ row: Int32) -> String {
        guard row != Facts.none, !facts.has(Int(row), .planned), let main = vocabulary[facts.kinds[Int(row)]].mainField,
            let value = facts.value(Int(row), main)
        else { return activity(row) }
        switch value.tag {
        case .text: return "\(activity(row)): “\(self.value(value, of: main))”"
        case .record: return "\(activity(row)): \(self.value(value, of: main))"
        default: return activity(row)
        }
    }

    /// A search for what answers a row.
    func answers(to row: Int, _ target: PersonLink.Target, _ about: AboutLink?) -> Answers {
        Answers(target: target, about: about, occasion: row, now: now)
    }

    /// How much time lies between two moments: `2 hours`, `3 days`.
    func distance(_ from: Int64, _ to: Int64) -> String {
        let seconds = abs(to - from)
        if seconds < 3600 { return plural(max(1, seconds / 60), "minute") }
        if seconds < 48 * 3600 { return plural(seconds / 3600, "hour") }
        return plural(seconds / 86_400, "day")
    }

    private func plural(_ count: Int64, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }

    /// A value as it is written.
    func value(_ value: Value, of field: FieldID) -> String {
        switch value.tag {
        case .text: facts.texts[value.bits]
        case .number: NumberReader.written(value.number)
        case .duration: Length(seconds: value.bits).description
        case .date: CalendarDay(number: Int32(value.bits)).description
        case .instant: time(value.bits)
        case .yesNo: value.bits == 1 ? "yes" : "no"
        case .choice: choice(value, field)
        case .record: name(Int32(value.bits))
        case .episode: "one"
        case .list: facts.elements(value).map { self.value($0, of: field) }.joined(separator: ", ")
        case .dontKnow: "not known"
        case .nothing: "none"
        }
    }

    private func choice(_ value: Value, _ field: FieldID) -> String {
        guard case .choice(let words) = vocabulary[field].type.element, Int(value.bits) < words.count else { return "" }
        return words[Int(value.bits)]
    }

    /// What fact is missing, and how it is asked for.
    func missing(_ fact: MissingFact) -> String {
        let field = vocabulary[fact.field]
        let owner = fact.record == Facts.none ? "" : fact.record == 0 ? "your " : "\(name(fact.record))'s "
        let person = fact.row == Facts.none ? fact.record : facts.persons[Int(fact.row)]
        return field.asks.isEmpty
            ? "\(owner)\(field.title) is not known" : field.asks.replacing("<person>", with: name(person))
    }
}
