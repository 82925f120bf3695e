/// Whom the other activity of a rule must concern (`to:`, `by:`).
enum PersonLink: Sendable, Hashable {
    /// It makes no difference.
    case anyone
    /// The one the occasion is with.
    case samePerson
    /// Somebody the vocabulary leads to from the occasion: `the referred person`.
    case role(Int)
    /// Somebody a list of the occasion names: `any of guests`.
    case anyOf(FieldID)
    /// Everybody a list of the occasion names, one after the other: `each of guests`.
    case eachOf(FieldID)

    /// Who is meant for one occasion.
    enum Target: Sendable, Hashable {
        case anyone
        case person(Int32)
        /// Anyone but this person who has this value in this field.
        case sharing(FieldID, Value, not: Int32)
        /// Anyone of a list of people.
        case oneOf(Value)
        /// The log says that there is nobody: an introducer who is `none`.
        case nobody
        /// It cannot be told who.
        case missing(MissingFact)
    }

    func target(of row: Int, _ facts: Facts, _ vocabulary: Vocabulary) -> Target {
        switch self {
        case .anyone: return .anyone
        case .samePerson:
            let person = facts.persons[row]
            return person == Facts.none ? .missing(MissingFact(field: .person, row: Int32(row))) : .person(person)
        case .role(let place):
            let role = vocabulary.roles[place]
            return role.sharing.map { shared(by: row, $0, facts) } ?? target(role.path, of: row, facts)
        case .anyOf(let list), .eachOf(let list): return Self.target(list, of: row, facts)
        }
    }

    private func shared(by row: Int, _ field: FieldID, _ facts: Facts) -> Target {
        let person = facts.persons[row]
        guard person != Facts.none else { return .missing(MissingFact(field: .person, row: Int32(row))) }
        switch facts.records.value(person, field, at: facts.begins[row]) {
        case nil, .dontKnow?: return .missing(MissingFact(field: field, record: person))
        case .nothing?: return .nobody
        case let value?: return .sharing(field, value, not: person)
        }
    }

    private func target(_ hops: [FieldID], of row: Int, _ facts: Facts) -> Target {
        guard let path = FieldPath(hops, fromMe: false) else { return .anyone }
        switch path.value(from: Int32(row), record: Facts.none, at: facts.begins[row], in: facts) {
        case .failure(let missing): return .missing(missing.fact)
        case .success(let value): return value.tag == .record ? .person(Int32(value.bits)) : .nobody
        }
    }

    /// How it reads: `the same person`.
    func spoken(_ vocabulary: Vocabulary) -> String {
        switch self {
        case .anyone: "anyone"
        case .samePerson: "the same person"
        case .role(let place): vocabulary.roles[place].phrase
        case .anyOf(let list): "any of the \(vocabulary[list].title)"
        case .eachOf(let list): "each of the \(vocabulary[list].title)"
        }
    }
}

/// What the other activity of a rule must be about (`about:`): `same meeting`, `same path`.
struct AboutLink: Sendable, Hashable {
    /// The field in which both must agree.
    let field: FieldID
    /// True when the field links to an episode.
    let isEpisode: Bool

    /// How it reads: `about the same meeting`.
    func spoken(_ vocabulary: Vocabulary) -> String { "about the same \(vocabulary[field].title)" }
}
