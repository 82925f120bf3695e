extension BehaviourDiff {
    /// The words one vocabulary has and another has not, each with what it is: `choice 'senior' of 'level'`.
    static func words(in own: Vocabulary, butNotIn other: Vocabulary) -> [String] {
        let kinds = own.kinds.flatMap { kind -> [String] in
            guard let known = other.kind(named: kind.name) else { return ["kind '\(kind.name)'"] }
            return more(kind.words, than: other[known].words).map { "word '\($0)' of '\(kind.name)'" }
        }
        let fields = own.fields.flatMap { field -> [String] in
            guard let known = other.field(named: field.name) else { return ["field '\(field.name)'"] }
            return more(choices(field), than: choices(other[known])).map { "choice '\($0)' of '\(field.name)'" }
        }
        let groups = more(own.groups.map(\.name), than: other.groups.map(\.name)).map { "group '\($0)'" }
        let roles = more(own.roles.map(\.phrase), than: other.roles.map(\.phrase)).map { "role '\($0)'" }
        return kinds + fields + groups + roles
    }

    private static func more(_ words: [String], than others: [String]) -> [String] {
        words.filter { !others.contains($0) }
    }

    private static func choices(_ field: Field) -> [String] {
        guard case .choice(let choices) = field.type.element else { return [] }
        return choices + choices.flatMap { field.synonyms[$0] ?? [] }
    }
}
