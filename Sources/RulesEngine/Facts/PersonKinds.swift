/// Where the rows of each person and kind stand among all rows of the kind: found by looking through the few kinds of one
/// person, so that it takes no longer in a long log than in a short one.
struct PersonKinds: Sendable {
    /// The rows of one person and kind.
    private struct Entry {
        let kind: KindID
        let places: Range<Int32>
    }

    private var starts: [Int32] = [0]
    private var entries: [Entry] = []

    /// Nobody.
    init() {}

    /// The directory of rows that are sorted by kind and person; `kindStarts` says where each kind begins. Person numbers
    /// begin at -1, which stands for nobody.
    init(_ persons: [Int32], kindStarts: [Int32], personCount: Int) {
        let found = Self.entries(persons, kindStarts)
        starts = Array(repeating: 0, count: personCount + 2)
        for (person, _) in found { starts[Int(person) + 2] += 1 }
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        var next = starts
        entries = Array(repeating: Entry(kind: KindID(raw: 0), places: 0..<0), count: found.count)
        for (person, entry) in found {
            entries[Int(next[Int(person) + 1])] = entry
            next[Int(person) + 1] += 1
        }
    }

    /// The places of a kind's rows with a person; empty when there are none.
    func places(of kind: KindID, with person: Int32) -> Range<Int> {
        let own = Int(person) + 1
        guard own >= 0, own + 1 < starts.count else { return 0..<0 }
        for place in Int(starts[own])..<Int(starts[own + 1]) where entries[place].kind == kind {
            let places = entries[place].places
            return Int(places.lowerBound)..<Int(places.upperBound)
        }
        return 0..<0
    }

    private static func entries(_ persons: [Int32], _ kindStarts: [Int32]) -> [(person: Int32, entry: Entry)] {
        var found: [(person: Int32, entry: Entry)] = []
        for kind in 0..<(kindStarts.count - 1) {
            var place = kindStarts[kind]
            while place < kindStarts[kind + 1] {
                let (first, person) = (place, persons[Int(place)])
                while place < kindStarts[kind + 1], persons[Int(place)] == person { place += 1 }
                found.append((person, Entry(kind: KindID(raw: Int32(kind)), places: first..<place)))
            }
        }
        return found
    }
}
