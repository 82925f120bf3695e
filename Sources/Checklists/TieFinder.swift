import RulesEngine

/// Finds what ties two people: one named the other, or both belong to the same place. What they say in common then comes
/// from one source.
struct TieFinder: Sendable {
    private let fields: [Field]
    private let vocabulary: Vocabulary
    private let people: [String: [FieldLine]]
    private let lines: [ActivityLine]

    /// A finder by the fields that tie two people, knowing what the log says by a moment.
    init(_ fields: [FieldID], _ vocabulary: Vocabulary, _ document: LogDocument, by now: Instant) {
        self.vocabulary = vocabulary
        self.fields = fields.map { vocabulary[$0] }
        people = document.fieldsOfPeople(vocabulary)
        lines =
            fields.isEmpty ? [] : document.activities.filter { line in line.at.map { $0.start <= now } ?? false }
    }

    /// The ties that make one source of all these voices; empty when at least two are independent of each other.
    func ties(of voices: [Learning.Voice]) -> [Learning.Tie] {
        guard voices.count > 1 else { return [] }
        var groups = Array(voices.indices)
        var ties: [Learning.Tie] = []
        for (late, voice) in voices.enumerated() {
            for early in 0..<late where groups[early] != groups[late] {
                guard let text = tie(voices[early].person, voice.person) else { continue }
                ties.append(Learning.Tie(people: [voices[early].person, voice.person], text: text))
                let (old, new) = (groups[late], groups[early])
                groups = groups.map { $0 == old ? new : $0 }
            }
        }
        return Set(groups).count == 1 ? ties : []
    }

    /// What ties a person to one of others; nil when nothing is known to.
    func tie(of person: String, to others: [String]) -> String? {
        others.lazy.filter { !isSame($0, person) }.compactMap { tie($0, person) }.first
    }

    /// What ties two people, in words; nil when nothing is known to.
    private func tie(_ one: String, _ other: String) -> String? {
        fields.lazy.compactMap { field in
            field.type == .record(.person)
                ? named(one, other, field) ?? named(other, one, field) : shared(one, other, field)
        }.first
    }

    /// That one person named another, by what was logged or by what is known of the other.
    private func named(_ one: String, _ other: String, _ field: Field) -> String? {
        let isNamed = { (line: ActivityLine) in
            line.with.contains { isSame($0.text, one) }
                && line.fields.contains { $0.name.text == field.name && $0.values.contains { isSame($0.text, other) } }
        }
        if lines.contains(where: isNamed) { return "\(one) led you to \(other)" }
        return value(field, of: other).map { isSame($0, one) } == true ? "\(field.title) of \(other): \(one)" : nil
    }

    private func shared(_ one: String, _ other: String, _ field: Field) -> String? {
        guard let value = value(field, of: one), let theirs = self.value(field, of: other), isSame(value, theirs) else {
            return nil
        }
        return "\(one) and \(other) share the \(field.title) \(value)"
    }

    private func value(_ field: Field, of person: String) -> String? {
        let text = people[person.lowercased()]?.last { $0.name.text == field.name }?.values.first?.text
        return text == "none" || text == "don't know" ? nil : text
    }

    private func isSame(_ left: String, _ right: String) -> Bool { left.lowercased() == right.lowercased() }
}
