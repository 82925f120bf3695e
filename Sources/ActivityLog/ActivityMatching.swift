import RulesEngine

/// Finds, for each activity of a document, the one of the log that it is.
///
/// An id decides, unless kind and time both differ: then two activities happen to have one id, and the document's gets
/// another. Without a match by id, kind, time, people and fields decide; each activity of the log is matched once.
struct ActivityMatching {
    /// What becomes of an activity of the document.
    enum Outcome {
        /// The log has it just so.
        case alreadyThere
        /// The log has it in another form.
        case changed
        /// The log does not have it.
        case added
    }

    /// An activity of the document with the id it has in the log.
    struct Match {
        var line: ActivityLine
        var outcome: Outcome
    }

    /// The activities of the document, in its order, with what becomes of each.
    private(set) var matches: [Match] = []
    /// The document's ids that are other ids in the log.
    private(set) var renamed: [String: String] = [:]

    private let known: [ActivityLine]
    private let references: [String: String]
    private let placeOfID: [String: Int]
    private var placesOfKey: [ActivityKey: [Int]]
    private var taken: Set<Int> = []
    private var usedIDs: Set<String>
    private var nextNumber: Int64

    /// Matches a document's activities with those of a log, which gives new ids from `firstFreeNumber` on.
    ///
    /// What an activity is may depend on the new id of one further on that it refers to; then all are tried once more.
    /// Activities that refer to each other in a circle and whose ids all belong to others are new each time.
    static func matching(
        _ lines: [ActivityLine], with known: [ActivityLine], firstFreeNumber: Int64
    ) -> ActivityMatching {
        var matching = ActivityMatching(known, references: [:], firstFreeNumber: firstFreeNumber)
        matching.match(lines)
        for _ in 0..<rounds where matching.renamed != matching.references {
            matching = ActivityMatching(known, references: matching.renamed, firstFreeNumber: firstFreeNumber)
            matching.match(lines)
        }
        return matching
    }

    /// How often matching is repeated at most: once for each step in a chain of renamed references.
    private static let rounds = 4

    private init(_ known: [ActivityLine], references: [String: String], firstFreeNumber: Int64) {
        let ids = known.enumerated().compactMap { place, line in line.id.map { ($0, place) } }
        self.known = known
        self.references = references
        placeOfID = Dictionary(ids) { first, _ in first }
        placesOfKey = Dictionary(grouping: known.indices.reversed()) { ActivityKey(known[$0]) }
        usedIDs = Set(placeOfID.keys)
        nextNumber = firstFreeNumber
    }

    private mutating func match(_ lines: [ActivityLine]) {
        let numbers = lines.compactMap { line in line.id.flatMap(ActivityHandle.number) }
        nextNumber = max(nextNumber, (numbers.max() ?? 0) + 1)
        var places = lines.map { line in takePlace(byIDOf: line) }
        var ids = places.map { place in place.flatMap { known[$0].id } }
        var references = references
        for index in lines.indices where places[index] == nil {
            let (line, old) = (lines[index].renamingReferences(references), lines[index].id)
            places[index] = takePlace(byContentOf: line)
            ids[index] = places[index].map { known[$0].id } ?? freeID(preferring: old)
            if let old, old != ids[index] { references[old] = ids[index] }
        }
        noteRenamed(lines, ids)
        matches = lines.indices.map { index in outcome(lines[index], id: ids[index], place: places[index]) }
    }

    /// An id that the document uses twice still means the activity that keeps it.
    private mutating func noteRenamed(_ lines: [ActivityLine], _ ids: [String?]) {
        let pairs = zip(lines.map(\.id), ids)
        let kept = Set(pairs.filter { $0 == $1 }.map(\.0))
        for case (let old?, let new?) in pairs where old != new && !kept.contains(old) { renamed[old] = new }
    }

    private func outcome(_ line: ActivityLine, id: String?, place: Int?) -> Match {
        var line = line.renamingReferences(references)
        line.id = id
        guard let place else { return Match(line: line, outcome: .added) }
        let isSame = WholeActivityKey(line) == WholeActivityKey(known[place])
        return Match(line: line, outcome: isSame ? .alreadyThere : .changed)
    }

    private mutating func takePlace(byIDOf line: ActivityLine) -> Int? {
        guard let place = line.id.flatMap({ placeOfID[$0] }), line.mayBe(known[place]) else { return nil }
        return taken.insert(place).inserted ? place : nil
    }

    private mutating func takePlace(byContentOf line: ActivityLine) -> Int? {
        let key = ActivityKey(line)
        while let place = placesOfKey[key]?.popLast() {
            if taken.insert(place).inserted { return place }
        }
        return nil
    }

    private mutating func freeID(preferring id: String?) -> String {
        if let id, usedIDs.insert(id).inserted { return id }
        defer { nextNumber += 1 }
        return ActivityHandle.text(nextNumber)
    }
}

extension ActivityLine {
    /// Whether two lines with one id can be forms of one activity.
    fileprivate func mayBe(_ other: ActivityLine) -> Bool {
        kind.text == other.kind.text || at.map(TimeKey.init) == other.at.map(TimeKey.init)
    }

    /// The line with the new ids of activities wherever a whole value is an old one, also in its parts.
    fileprivate func renamingReferences(_ renamed: [String: String]) -> ActivityLine {
        guard !renamed.isEmpty else { return self }
        var line = self
        for field in line.fields.indices {
            line.fields[field].values = fields[field].values.map { value in
                renamed[value.text].map { WrittenText($0, at: value.range) } ?? value
            }
        }
        for list in line.parts.indices {
            line.parts[list].lines = parts[list].lines.map { $0.renamingReferences(renamed) }
        }
        return line
    }
}
