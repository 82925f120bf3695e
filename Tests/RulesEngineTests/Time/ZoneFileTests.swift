import RulesEngine
import TestSupport
import Testing

/// Bytes of TZif files, right and wrong.
struct ZoneFileTests {
    static let berlin = "Europe/Berlin"

    @Test(arguments: ["Europe/Berlin", "America/Sao_Paulo", "UTC", "Africa/Casablanca", "Australia/Lord_Howe"])
    func aFileCutShortIsAnError(_ name: String) throws {
        let bytes = try zoneBytes(name)
        for length in bytes.indices {
            #expect(throws: ZoneError.self) { try Zone(name: name, tzif: Array(bytes[..<length])) }
        }
        _ = try Zone(name: name, tzif: bytes)
    }

    @Test func aFileWithWrongBytesNeverTraps() throws {
        let bytes = try zoneBytes(Self.berlin)
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<1000 {
            var wrong = bytes
            for _ in 0...Int.random(in: 0..<4, using: &numbers) {
                let place = Bool.random(using: &numbers) ? Int.random(in: 0..<60, using: &numbers) : .max
                wrong[min(place, bytes.indices.randomElement(using: &numbers) ?? 0)] = numbers.next8()
            }
            use(wrong, &numbers)
        }
    }

    @Test func randomBytesNeverTrap() {
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<2000 {
            let count = Int.random(in: 0..<300, using: &numbers)
            let noise = (0..<count).map { _ in numbers.next8() }
            use(noise, &numbers)
            use(Array("TZif2".utf8) + noise, &numbers)
            use(ZoneBytes(noise: noise).bytes, &numbers)
        }
    }

    /// Reads bytes as a zone, and if they are one asks it a few things.
    private func use(_ bytes: [UInt8], _ numbers: inout SeededNumbers) {
        guard let zone = try? Zone(name: "noise", tzif: bytes) else { return }
        for instant in [Instant.distantPast, Instant(seconds: Int64(numbers.next8()) << 30), .distantFuture] {
            let wall = zone.wallTime(at: instant)
            _ = (zone.resolve(wall), zone.startOfDay(wall.day), zone.endOfDay(wall.day))
        }
    }

    @Test func theFirstVersionHasNoRule() throws {
        let zone = try Zone(name: "old", tzif: ZoneBytes(version: 0, times: [0, 1000], types: [1, 0]).bytes)
        #expect(zone.offset(at: Instant(seconds: -1)) == 0)
        #expect(zone.offset(at: Instant(seconds: 0)) == 3600)
        #expect(zone.offset(at: Instant(seconds: 999)) == 3600)
        #expect(zone.offset(at: .distantFuture) == 0)
    }

    @Test func withoutARuleTheLastOffsetHolds() throws {
        let zone = try Zone(name: "new", tzif: ZoneBytes(times: [0], types: [1]).bytes)
        #expect(zone.offset(at: .distantFuture) == 3600)
    }

    struct Wrong: CustomTestStringConvertible {
        let testDescription: String
        let file: ZoneBytes
        let error: ZoneError

        init(_ name: String, _ error: ZoneError, _ file: ZoneBytes) {
            (testDescription, self.error, self.file) = (name, error, file)
        }
    }

    @Test(arguments: [
        Wrong("another magic", .notZoneData, ZoneBytes(magic: "TZiF")),
        Wrong("version 1, which is written 0", .notZoneData, ZoneBytes(version: 1)),
        Wrong("no types", .contradictoryCounts, ZoneBytes(offsets: [])),
        Wrong("marks for some types only", .contradictoryCounts, ZoneBytes(marks: 1)),
        Wrong("leap seconds", .countsLeapSeconds, ZoneBytes(leapSeconds: 1)),
        Wrong("changes out of order", .unorderedChanges, ZoneBytes(times: [5, 4], types: [0, 1])),
        Wrong("two changes at once", .unorderedChanges, ZoneBytes(times: [5, 5], types: [0, 1])),
        Wrong("a type that is not there", .missingEntry, ZoneBytes(times: [5], types: [2])),
        Wrong("a name that is not there", .missingEntry, ZoneBytes(nameIndex: 4)),
        Wrong("a day from UTC", .impossibleOffset(seconds: 86_400), ZoneBytes(offsets: [86_400])),
        Wrong("the least offset", .impossibleOffset(seconds: -2_147_483_648), ZoneBytes(offsets: [.min])),
        Wrong("a rule that is none", .unreadableRule("nonsense"), ZoneBytes(footer: "nonsense")),
    ])
    func wrongFilesAreRefused(_ row: Wrong) {
        #expect(throws: row.error) { try Zone(name: "wrong", tzif: row.file.bytes) }
    }

    @Test func everyErrorSaysWhatIsWrong() {
        let errors: [ZoneError] = [
            .notZoneData, .cutShort, .contradictoryCounts, .missingEntry, .unorderedChanges,
            .impossibleOffset(seconds: 1), .countsLeapSeconds, .unreadableRule("X"),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
    }
}

extension SeededNumbers {
    /// A random byte.
    mutating func next8() -> UInt8 {
        UInt8(truncatingIfNeeded: next())
    }
}
