import TestSupport
import Testing

@testable import RulesEngine

/// One rule of the street read from its lines, and what is wrong with them.
struct RuleTrial {
    let rules: RuleSet
    let diagnostics: Diagnostics

    /// `rule` is written as in `Street`.
    init(_ rule: String) {
        var diagnostics = Diagnostics()
        rules = PackLoader.load([Neighbours.pack(Street.filledIn(rule))], &diagnostics)
        self.diagnostics = diagnostics
    }

    /// Each mistake as `code 'the words it points at': the message`.
    var mistakes: [String] {
        diagnostics.sorted().map { "\($0.code.rawValue) '\($0.range?.text ?? "")': \($0.message)" }
    }

    /// The only rule.
    func rule() throws -> Rule { try #require(rules.rules.first, "\(mistakes)") }

    /// The sentence of the only rule.
    func sentence() throws -> String { try rule().sentence(in: rules.vocabulary) }
}

/// A rule with a mistake, and what is said about it.
struct MistakeCase: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let mistakes: [String]
    var testDescription: String { name }

    init(_ name: String, _ rule: String, _ mistakes: String...) {
        self.name = name
        self.rule = rule
        self.mistakes = mistakes
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(RuleTrial(rule).mistakes == mistakes, "\(name)", sourceLocation: sourceLocation)
    }
}

/// A rule and its English sentence.
struct SentenceCase: CustomTestStringConvertible, Sendable {
    let rule: String
    let sentence: String
    var testDescription: String { sentence }

    init(_ rule: String, _ sentence: String) {
        self.rule = rule
        self.sentence = sentence
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let written = try RuleTrial(rule).sentence()
        #expect(written == sentence, sourceLocation: sourceLocation)
    }
}

/// A rule, a log and a moment, and why the verdicts are what they are.
struct WhyCase: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let log: String
    let now: String
    let lines: [String]
    var testDescription: String { name }

    init(_ name: String, _ rule: String, log: String, now: String, _ lines: String...) {
        self.name = name
        self.rule = rule
        self.log = log
        self.now = now
        self.lines = lines
    }

    /// Compares the explanation of the last verdict: what it is about, then a line each.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let evaluated = try Street(rule, log: log, sourceLocation: sourceLocation).evaluated(at: now)
        let explained = try evaluated.explanation(of: #require(evaluated.verdicts.last))
        #expect([explained.occasion] + explained.lines == lines, "\(name)", sourceLocation: sourceLocation)
    }
}

/// A rule that counts, a log and a moment, and the counts it gives.
struct CountCase: CustomTestStringConvertible, Sendable {
    let name: String
    let rule: String
    let log: String
    let now: String
    var plan: String?
    var zone: String?
    let verdicts: [String]
    var testDescription: String { name }

    init(
        _ name: String, _ rule: String, log: String, now: String, plan: String? = nil, zone: String? = nil,
        _ verdicts: String...
    ) {
        self.name = name
        self.rule = rule
        self.log = log
        self.now = now
        self.plan = plan
        self.zone = zone
        self.verdicts = verdicts
    }

    /// Compares the verdicts as `week Mon: ok 1/3 by Sun 23:59:59 found Mon 10:00 not before Tue 10:00`.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let zone = try self.zone.map { try TestSupport.zone($0) } ?? .utc
        let evaluated = try Street(rule, log: log, zone: zone, sourceLocation: sourceLocation).evaluated(
            at: now, plan: plan)
        let found = evaluated.verdicts.map { Self.text($0, evaluated) }
        #expect(found == verdicts, "\(name)", sourceLocation: sourceLocation)
    }

    static func text(_ verdict: Verdict, _ evaluated: Evaluated) -> String {
        let time = { (seconds: Int64) in VerdictText(evaluated).time(seconds) }
        let owner = verdict.record == Facts.none ? "nobody" : evaluated.narrator.owner(verdict.record)
        var words = ["\(owner):", verdict.status.word]
        if verdict.closing != .open { words.append("(\(verdict.closing))") }
        if let tally = verdict.tally { words.append("\(tally.count)/\(tally.total)") }
        if let period = verdict.period { words.append("\(period.unit) \(time(period.start))") }
        if let fact = verdict.missing { words.append("without \(evaluated.rules.vocabulary[fact.field].name)") }
        if verdict.deadline != .max { words.append("by \(time(verdict.deadline))") }
        if verdict.evidence != Facts.none {
            words.append("found \(time(evaluated.facts.begins[Int(verdict.evidence)]))")
        }
        if verdict.notBefore != .min {
            words.append("not before \(verdict.notBefore == .max ? "ever" : time(verdict.notBefore))")
        }
        return words.joined(separator: " ")
    }
}
