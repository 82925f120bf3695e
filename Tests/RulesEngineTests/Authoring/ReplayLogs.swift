import TestSupport

@testable import RulesEngine

/// Made-up logs for replays: written ones, and random ones that use every word of a vocabulary.
enum ReplayLogs {
    static let zones: @Sendable (String) -> Zone? = { $0 == "UTC" ? .utc : try? zone($0) }

    /// The rules of packs beside the shipped words.
    static func rules(_ packs: [PackFiles]) throws -> (RuleSet, Diagnostics) {
        var diagnostics = Diagnostics()
        let rules = PackLoader.load([try SmallPacks.career()] + packs, &diagnostics)
        return (rules, diagnostics)
    }

    /// A log from its text, in UTC.
    static func log(_ text: String, _ rules: RuleSet, name: String = "log", until: CalendarDay? = nil) -> ReplayLog? {
        var diagnostics = Diagnostics()
        guard let tree = YAMLLoader.load(SourceFile(name: name, text: text), &diagnostics) else { return nil }
        let document = LogReader(vocabulary: rules.vocabulary, zones: zones).read(tree, zone: .utc, &diagnostics)
        guard diagnostics.all.isEmpty else { return nil }
        return ReplayLog(name: name, document: document, frame: TimeFrame(zone: .utc), until: until)
    }

    /// A random log of some weeks; the same seed gives the same log.
    static func random(_ seed: Int, _ rules: RuleSet) throws -> ReplayLog? {
        // The generator's sequences of neighbouring seeds overlap; these lie far apart.
        var maker = RandomReplayLog(seed: UInt64(seed) << 32 + 7, vocabulary: rules.vocabulary)
        let zone = try seed % 3 == 0 ? zone("America/New_York") : .utc
        return ReplayLog(name: "log \(seed)", document: maker.document(in: zone), frame: TimeFrame(zone: zone))
    }
}

/// Makes random logs.
private struct RandomReplayLog {
    private var numbers: SeededNumbers
    private let vocabulary: Vocabulary
    private let start: Int64 = 1_795_000_000
    private static let people = ["Ana Ruiz", "Tom Baker", "Maya Lindt", "Ben Okafor"]

    init(seed: UInt64, vocabulary: Vocabulary) {
        numbers = SeededNumbers(seed: seed)
        self.vocabulary = vocabulary
    }

    mutating func document(in zone: Zone) -> LogDocument {
        var document = LogDocument()
        if chance(3) { document.started = moment(in: zone, within: 20) }
        for name in Self.people where !chance(4) { document.records.append(person(name, zone)) }
        for _ in 0..<(3 + Int(numbers.next() % 25)) { document.activities.append(activity(zone)) }
        document.activities.sort { ($0.at?.start ?? .distantPast) < ($1.at?.start ?? .distantPast) }
        if chance(2) { document.activities.shuffle(using: &numbers) }
        return document
    }

    private mutating func person(_ name: String, _ zone: Zone) -> RecordLine {
        let fields = vocabulary[RecordKindID.person].fields
        var line = RecordLine(kind: "person", name: WrittenText(name))
        for _ in 0..<Int(numbers.next() % 5) {
            guard var field = field(of: fields, zone) else { continue }
            if chance(3) { field.since = moment(in: zone, within: 60) }
            line.fields.append(field)
        }
        if chance(8) { line.archived = moment(in: zone, within: 60) }
        return line
    }

    private mutating func activity(_ zone: Zone) -> ActivityLine {
        let staged = vocabulary.kinds.filter { $0.stage != nil }
        let kinds = chance(3) ? staged : vocabulary.kinds
        let kind = kinds[Int(numbers.next() % UInt64(kinds.count))]
        var line = ActivityLine(at: moment(in: zone, within: 60), kind: WrittenText(kind.name))
        if kind.needsPerson || chance(2) { line.with = [WrittenText(name())] }
        if chance(10) { line.with.append(WrittenText(name())) }
        for id in kind.fields where chance(2) {
            if let field = field(of: [id], zone) { line.fields.append(field) }
        }
        return line
    }

    private mutating func field(of fields: [FieldID], _ zone: Zone) -> FieldLine? {
        guard !fields.isEmpty else { return nil }
        let field = vocabulary[fields[Int(numbers.next() % UInt64(fields.count))]]
        guard let text = value(field.type.element, zone) else { return nil }
        return FieldLine(WrittenText(field.name), [WrittenText(text)], isList: field.type.isList)
    }

    private mutating func value(_ type: FieldType, _ zone: Zone) -> String? {
        switch type {
        case .text: "some words"
        case .number: String(numbers.next() % 30)
        case .duration: "\(numbers.next() % 60 + 1) minutes"
        case .date: "2026-11-\(10 + numbers.next() % 20)"
        case .instant: moment(in: zone, within: 75).written(in: zone)
        case .yesNo: chance(2) ? "yes" : "no"
        case .choice(let words): words[Int(numbers.next() % UInt64(words.count))]
        case .record(let kind): kind == .person ? name() : nil
        case .activities, .episode, .list: nil
        }
    }

    private mutating func name() -> String { Self.people[Int(numbers.next() % 4)] }

    private mutating func moment(in zone: Zone, within days: UInt64) -> Moment {
        let instant = Instant(seconds: start + Int64(numbers.next() % (days * 86_400)) / 60 * 60)
        return chance(6) ? Moment(day: zone.wallTime(at: instant).day, in: zone) : Moment(at: instant, in: zone)
    }

    private mutating func chance(_ one: UInt64) -> Bool { numbers.next() % one == 0 }
}
