/// Says in words what a rule compares with, for the questions of its mutants.
struct RuleWords {
    let vocabulary: Vocabulary
    /// The texts rules compare with, by number.
    let texts: [String]

    /// A value as it would be written: `20 minutes`, `mid`.
    func value(_ value: Value, of field: FieldID) -> String {
        switch value.tag {
        case .text: texts.indices.contains(Int(value.bits)) ? texts[Int(value.bits)] : ""
        case .number: NumberReader.written(value.number)
        case .duration: Length(seconds: value.bits).description
        case .date: CalendarDay(number: Int32(clamping: value.bits)).description
        case .instant: Zone.utc.wallTime(at: Instant(seconds: value.bits)).spoken
        case .yesNo: value.bits == 1 ? "yes" : "no"
        case .choice: choice(value, field)
        case .nothing: "none"
        case .record, .episode, .list, .dontKnow: "not known"
        }
    }

    /// Several values, any of them: `mid, senior or executive`.
    func values(_ values: [Value], of field: FieldID, _ last: String = "or") -> String {
        ActivityClause.list(values.map { value($0, of: field) }, last)
    }

    private func choice(_ value: Value, _ field: FieldID) -> String {
        guard case .choice(let words) = vocabulary[field].type.element, words.indices.contains(Int(value.bits)) else {
            return ""
        }
        return words[Int(value.bits)]
    }
}
