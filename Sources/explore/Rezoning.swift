import RulesEngine

/// Writes the times that fields hold for another zone, so that they mean the same instants there.
///
/// A log writes such times as a clock on its own wall shows them; what comes from another wall has to be translated.
struct Rezoning {
    private let vocabulary: Vocabulary
    private let old: Zone
    private let new: Zone

    /// A translation from the wall of one zone to that of another.
    init(_ vocabulary: Vocabulary, from old: Zone, to new: Zone) {
        (self.vocabulary, self.old, self.new) = (vocabulary, old, new)
    }

    /// The activity with its times on the new wall, also those of its parts.
    func line(_ line: ActivityLine) -> ActivityLine {
        guard old != new else { return line }
        var line = line
        line.fields = line.fields.map(field)
        line.parts = line.parts.map { PartsLine(field: $0.field, lines: $0.lines.map(self.line)) }
        return line
    }

    /// The record with its times on the new wall.
    func record(_ record: RecordLine) -> RecordLine {
        var record = record
        if old != new { record.fields = record.fields.map(field) }
        return record
    }

    /// Only what is read as a time is changed; a whole day of the old wall becomes its first moment.
    private func field(_ line: FieldLine) -> FieldLine {
        guard let id = vocabulary.field(named: line.name.text), vocabulary[id].type.element == .instant else {
            return line
        }
        var line = line
        line.values = line.values.map { value in
            guard case .success(let moment) = Moment.read(value.text, in: old) else { return value }
            return WrittenText(moment.written(in: new), at: value.range)
        }
        return line
    }
}
