/// The episodes that lines of a log name by id: `meeting: tom-1`.
struct EpisodeLinks {
    /// What one line names.
    private struct Link {
        let written: WrittenText
        let field: String
    }

    private var links: [Int32: Link] = [:]

    init(of lines: [ActivityLine], _ vocabulary: Vocabulary) {
        let names = Set(vocabulary.episodes.map(\.name))
        for (place, line) in lines.enumerated() {
            guard let field = line.fields.first(where: { names.contains($0.name.text) }), let id = field.values.first
            else { continue }
            links[Int32(place)] = Link(written: id, field: field.name.text)
        }
    }

    /// The id a row's line names; nil when it names none.
    func id(of row: Int, _ facts: Facts) -> String? { links[facts.lines[row]]?.written.text }

    /// A row that is no step itself may still name the episode it belongs to; an id that nothing has is reported once.
    func join(_ facts: inout Facts, _ ids: EpisodeIDs, _ diagnostics: inout Diagnostics) {
        guard !links.isEmpty else { return }
        var reported: Set<Int32> = []
        for row in 0..<facts.count {
            let line = facts.lines[row]
            guard let link = links[line] else { continue }
            if let number = ids.nearest(link.written.text, with: facts.persons[row]) {
                if facts.episodesOfRows[row] == Facts.none { facts.rows[row].episode = number }
            } else if reported.insert(line).inserted {
                diagnostics.report(.unknownEpisode(link.written, named: link.field))
            }
        }
    }
}

/// The episodes by the id of a line that speaks of them; one line with two people has one id and two episodes.
struct EpisodeIDs {
    private var byID: [String: [(person: Int32, episode: Int32)]] = [:]

    /// Takes the id of a row's line, when it has one and belongs to an episode.
    mutating func note(_ row: Int, _ facts: Facts) {
        guard let id = facts.sources[Int(facts.lines[row])].id, facts.episodesOfRows[row] != Facts.none else { return }
        let person = facts.persons[row]
        if episode(id, with: person) == nil { byID[id, default: []].append((person, facts.episodesOfRows[row])) }
    }

    /// The episode of an id with a person; nil when there is none.
    func episode(_ id: String, with person: Int32) -> Int32? {
        byID[id]?.first { $0.person == person }?.episode
    }

    /// The same, or the id's first episode when it is with others.
    func nearest(_ id: String, with person: Int32) -> Int32? { episode(id, with: person) ?? byID[id]?.first?.episode }
}
