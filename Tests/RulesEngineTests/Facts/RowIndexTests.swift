import Testing

@testable import RulesEngine

/// The index of rows says what a look through all rows says.
struct RowIndexTests {
    /// What is not only noted in a plan.
    private static func rows(_ facts: Facts) -> [Int] { (0..<facts.count).filter { !facts.has($0, .intended) } }

    private static func facts(_ seed: UInt64) throws -> (facts: Facts, kinds: [KindID]) {
        let engine = Engine(
            rules: try Street("- never: story.told", log: "- Mon: hedge.cut").rules, frame: TimeFrame(zone: .utc))
        var street = RandomStreet(seed: seed, isWild: seed.isMultiple(of: 2))
        var diagnostics = Diagnostics()
        return (engine.facts(of: street.document(60), &diagnostics), engine.rules.vocabulary.kinds.map(\.id))
    }

    @Test(arguments: UInt64(0)..<20)
    func aKindsRowsStandByPersonAndByTime(seed: UInt64) throws {
        let (facts, kinds) = try Self.facts(seed)
        for kind in kinds {
            let own = Self.rows(facts).filter { facts.kinds[$0] == kind }
            let byPerson = own.sorted { (facts.persons[$0], $0) < (facts.persons[$1], $1) }
            #expect(facts.index.placesByPerson(of: kind).map { facts.index[$0] } == byPerson)
            #expect(facts.index.places(of: kind, with: nil).map { facts.index[$0] } == own)
            for person in -1..<Int32(facts.records.count) {
                let with = facts.index.places(of: kind, with: person).map { facts.index[$0] }
                #expect(with == own.filter { facts.persons[$0] == person })
            }
        }
    }

    @Test(arguments: UInt64(0)..<4)
    func blocksHoldTheRowsOfTheirPeople(seed: UInt64) throws {
        let (_, kinds) = try Self.facts(seed)
        let engine = Engine(
            rules: try Street("- never: story.told", log: "- Mon: hedge.cut").rules, frame: TimeFrame(zone: .utc))
        var diagnostics = Diagnostics()
        let facts = engine.facts(of: RandomStreet.crowd(70, seed: seed), &diagnostics)
        let blocks = 0..<facts.index.blockCount
        #expect(blocks.flatMap { Array(RowIndex.people(ofBlock: $0)) }.starts(with: -1..<Int32(facts.records.count)))
        for kind in kinds {
            let parts = blocks.map { facts.index.placesByPerson(of: kind, block: $0) }
            #expect(parts.flatMap { Array($0) } == Array(facts.index.placesByPerson(of: kind)))
            for (block, places) in zip(blocks, parts) {
                let people = RowIndex.people(ofBlock: block)
                #expect(places.allSatisfy { people.contains(facts.persons[facts.index[$0]]) })
            }
        }
    }

    @Test(arguments: UInt64(0)..<20)
    func searchesGiveTheFirstRowThatFits(seed: UInt64) throws {
        let (facts, kinds) = try Self.facts(seed)
        let some = Array(kinds.suffix(5))
        let all = Self.rows(facts).filter { some.contains(facts.kinds[$0]) }
        for row in Self.rows(facts) {
            let (moment, person) = (facts.begins[row], facts.persons[row])
            for whom in [nil, person] {
                let own = all.filter { whom == nil || facts.persons[$0] == whom }
                let from = own.first { facts.begins[$0] >= moment }
                #expect(facts.index.first(of: some, with: whom, from: moment).map(Int.init) == from)
                #expect(
                    facts.index.next(of: some, with: whom, after: Int32(row)).map(Int.init) == own.first { $0 > row })
            }
            let places = facts.index.places(of: facts.kinds[row], with: nil)
            let after = facts.index.firstPlace(in: places, after: moment)
            #expect(places.prefix { facts.begins[facts.index[$0]] <= moment }.endIndex == after)
        }
    }

    @Test(arguments: UInt64(0)..<20)
    func severalKindsAreWalkedAsOne(seed: UInt64) throws {
        let (facts, kinds) = try Self.facts(seed)
        let some = Array(kinds.prefix(6)) + Array(kinds.prefix(2))
        let own = Self.rows(facts).filter { some.contains(facts.kinds[$0]) }
        #expect(walked(some, .byTime, facts) == own)
        #expect(walked(some, .byPerson, facts) == own.sorted { (facts.persons[$0], $0) < (facts.persons[$1], $1) })
        #expect(walked([], .byTime, facts).isEmpty)
    }

    private func walked(_ kinds: [KindID], _ order: RowMerge.Order, _ facts: Facts) -> [Int] {
        var merge = RowMerge.rows(of: kinds, order, facts)
        var rows: [Int] = []
        while let row = merge.next(facts) { rows.append(row) }
        return rows
    }
}
