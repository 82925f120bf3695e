/// A place in a message for something that is known: `<person>`, `<introducer.first_name>`, `<me.name>`.
struct Slot: Sendable, Hashable {
    /// Where it is looked up.
    enum Matter: Sendable, Hashable {
        case fact(FieldPath)
        /// One of the vocabulary's recalls, by its place.
        case recall(Int)
    }

    let matter: Matter
    /// Whether only the first word of a name is wanted.
    let isFirstName: Bool
    /// How it is written, without the brackets.
    let name: String
    /// How it reads in a sentence, and in the blank that is left when nothing is known: `who introduced you`.
    let title: String
    /// The field that is read from the message's own words; nil for what the log knows.
    let fieldInText: FieldID?

    /// How it is named in a message to people: `the introducer's name`.
    var spoken: String { title }

    private static let firstName = ".first_name"

    /// The words for a slot that a pattern or a rule writes between `<` and `>`; nil when nothing is called so.
    static func read(_ written: String, about kinds: [KindID], in vocabulary: Vocabulary, at node: Node) -> Slot? {
        let isFirstName = written.hasSuffix(firstName)
        let name = isFirstName ? String(written.dropLast(firstName.count)) : written
        if let place = vocabulary.recalls.firstIndex(where: { $0.name == name }) {
            return Slot(
                matter: .recall(place), isFirstName: isFirstName, name: written, title: vocabulary.recalls[place].title,
                fieldInText: nil)
        }
        var reader = ConditionReader(
            vocabulary: vocabulary, kinds: kinds, literals: Literals(), diagnostics: Diagnostics())
        guard let path = reader.path(name, at: node) else { return nil }
        let field = vocabulary[path.field]
        if isFirstName, field.type.element != .record(.person) { return nil }
        return Slot(
            matter: .fact(path), isFirstName: isFirstName, name: written, title: title(of: path, vocabulary),
            fieldInText: field.isInText && path.hops.count == 1 ? path.field : nil)
    }

    private static func title(of path: FieldPath, _ vocabulary: Vocabulary) -> String {
        if path.hops == [.person] { return "the name of the one you write to" }
        if path.fromMe { return path.spoken(in: vocabulary) }
        return path.hops.first == .person
            ? "their " + path.hops.dropFirst().map { vocabulary[$0].title }.joined(separator: "'s ")
            : path.spoken(in: vocabulary)
    }

    /// Every slot one may write in messages of these kinds, for the nearest right word.
    static func known(about kinds: [KindID], in vocabulary: Vocabulary) -> [String] {
        let own = kinds.flatMap { vocabulary[$0].fields }.map { vocabulary[$0].name }
        let theirs = vocabulary[RecordKindID.person].fields.map { "person." + vocabulary[$0].name }
        let mine = vocabulary[RecordKindID.me].fields.map { "me." + vocabulary[$0].name }
        let recalls = vocabulary.recalls.map(\.name)
        return ["person", "person.first_name"] + mine + recalls + theirs + own
    }

    // MARK: Looking up

    /// What a slot stands for.
    enum Content: Sendable, Hashable {
        /// The name of a person, or of another record.
        case name(String)
        case words(String)
        /// A moment, of which messages say the day.
        case day(Int64)
    }

    /// What it stands for in a message that is a row of the facts, as of a moment; empty when it is not known.
    func contents(of row: Int, at moment: Int64, in narrator: Narrator) -> [Content] {
        switch matter {
        case .recall(let place):
            let memory = narrator.vocabulary.recalls[place].found(for: row, at: moment, in: narrator.facts)
            return memory.map { contents($0.value, $0.field, narrator) } ?? []
        case .fact(let path):
            switch path.value(from: Int32(row), record: Facts.none, at: moment, in: narrator.facts) {
            case .failure: return []
            case .success(let value): return contents(value, path.field, narrator)
            }
        }
    }

    private func contents(_ value: Value, _ field: FieldID, _ narrator: Narrator) -> [Content] {
        switch value.tag {
        case .nothing, .dontKnow: []
        case .list: narrator.facts.elements(value).flatMap { contents($0, field, narrator) }
        case .instant: [.day(value.bits)]
        case .record: [.name(name(narrator.name(Int32(value.bits))))]
        default: [.words(narrator.value(value, of: field))]
        }
    }

    private func name(_ whole: String) -> String {
        isFirstName ? whole.split(separator: " ").first.map(String.init) ?? whole : whole
    }
}

extension Recall {
    /// What is recalled, and the field it is a value of.
    struct Found {
        let value: Value
        let field: FieldID
    }

    /// What the log knew at a moment about the person of a row; nil when it knew nothing.
    func found(for row: Int, at moment: Int64, in facts: Facts) -> Found? {
        for source in sources {
            switch source {
            case .fact(let hops):
                guard let path = FieldPath(hops, fromMe: false),
                    let value = try? path.value(from: Int32(row), record: Facts.none, at: moment, in: facts).get(),
                    value.tag != .nothing
                else { continue }
                return Found(value: value, field: path.field)
            case .last(let memory):
                if let found = memory.found(for: row, at: moment, in: facts) { return found }
            }
        }
        return nil
    }
}

extension Recall.Memory {
    fileprivate func found(for row: Int, at moment: Int64, in facts: Facts) -> Recall.Found? {
        let person = facts.persons[row]
        guard person != Facts.none else { return nil }
        for other in stride(from: facts.count - 1, through: 0, by: -1) {
            guard kinds.contains(facts.kinds[other]), facts.begins[other] <= moment, !facts.has(other, .planned),
                !facts.has(other, .intended), concerns(person, other, facts), let found = found(in: other, facts)
            else { continue }
            let isThemselves = found.value.tag == .record && found.value.bits == Int64(person)
            if !isThemselves { return found }
        }
        return nil
    }

    private func concerns(_ person: Int32, _ row: Int, _ facts: Facts) -> Bool {
        guard let naming else { return facts.persons[row] == person }
        guard let value = facts.value(row, naming) else { return false }
        return facts.elements(value).contains { $0.tag == .record && $0.bits == Int64(person) }
    }

    private func found(in row: Int, _ facts: Facts) -> Recall.Found? {
        guard let gives else {
            return Recall.Found(value: Value(tag: .instant, bits: facts.begins[row]), field: .person)
        }
        guard let value = facts.value(row, gives), value.tag != .nothing, value.tag != .dontKnow else { return nil }
        return Recall.Found(value: value, field: gives)
    }
}
