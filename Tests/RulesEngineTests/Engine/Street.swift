import TestSupport
import Testing

@testable import RulesEngine

/// A few rules and a log of the street, written as YAML, held against each other at a fake moment.
///
/// Rules are written without `id`, `title` and `strength`, which are filled in; times are those of examples
/// (`Mon 10:00`, `day 15`).
struct Street {
    let rules: RuleSet
    let document: LogDocument
    let frame: TimeFrame
    private let readTime: @Sendable (String) -> Result<Moment, WrittenTimeError>

    /// `rules` are one rule, or several that each begin with a dash; `log` are the lines of a log, or a whole one that
    /// begins with `activities:` or another heading.
    init(_ rules: String, log: String, zone: Zone = .utc, sourceLocation: SourceLocation = #_sourceLocation) throws {
        readTime = { ExampleTime.read($0, in: zone) }
        var diagnostics = Diagnostics()
        self.rules = PackLoader.load([Neighbours.pack(Self.filledIn(rules))], &diagnostics)
        document = try Self.document(log, self.rules.vocabulary, zone, &diagnostics)
        frame = TimeFrame(zone: zone, holidays: Holidays(document.holidays))
        Self.expectNothing(diagnostics, sourceLocation)
    }

    /// The engine for these rules.
    var engine: Engine { Engine(rules: rules, frame: frame) }

    /// What the rules say at a moment; `plan` is held against the log as a plan under check.
    func evaluated(at now: String, plan: String? = nil) throws -> Evaluated {
        var diagnostics = Diagnostics()
        let moment = try readTime(now).get()
        let line = try plan.flatMap { try self.plan($0, at: moment, &diagnostics) }
        let facts = engine.facts(of: document, carryingOut: line, &diagnostics)
        Self.expectNothing(diagnostics, #_sourceLocation)
        return engine.evaluate(facts, at: moment.end)
    }

    /// The verdicts as words: `Ana due by Tue 10:00`.
    func verdicts(at now: String, plan: String? = nil) throws -> [String] {
        let evaluated = try evaluated(at: now, plan: plan)
        return evaluated.verdicts.map { VerdictText(evaluated).text($0) }
    }

    /// What `lint` says of a plan: findings as `line:column message`, then what is still to do.
    func lint(_ plan: String, at now: String) throws -> PlanCheck.Outcome {
        var diagnostics = Diagnostics()
        let moment = try readTime(now).get()
        let line = try #require(try self.plan(plan, at: moment, &diagnostics))
        let outcome = PlanCheck(engine: engine).check(line, against: document, at: moment.end, &diagnostics)
        Self.expectNothing(diagnostics, #_sourceLocation)
        return outcome
    }

    /// What `today` says.
    func agenda(at now: String, budget: Int = 3, decisions: [Decision] = []) throws -> Agenda {
        AgendaMaker(budget: budget).agenda(of: try evaluated(at: now), decisions: decisions)
    }

    /// A moment as the log writes it.
    func moment(_ text: String) throws -> Moment { try readTime(text).get() }

    private func plan(_ text: String, at moment: Moment, _ diagnostics: inout Diagnostics) throws -> ActivityLine? {
        let file = SourceFile(name: "plan.yaml", text: text)
        let root = try #require(YAMLLoader.load(file, &diagnostics)?.root)
        return PlanReader(vocabulary: rules.vocabulary, zone: frame.zone, readTime: readTime).read(
            root, at: moment, &diagnostics)
    }

    private static func expectNothing(_ diagnostics: Diagnostics, _ sourceLocation: SourceLocation) {
        let text = DiagnosticRenderer().render(all: diagnostics.all)
        #expect(text.isEmpty, sourceLocation: sourceLocation)
    }

    // MARK: Reading

    private static func document(
        _ log: String, _ vocabulary: Vocabulary, _ zone: Zone, _ diagnostics: inout Diagnostics
    ) throws -> LogDocument {
        let isWhole = log.contains("activities:")
        let text = isWhole ? log : "activities:\n" + log + "\n"
        guard let root = YAMLLoader.load(SourceFile(name: "log.yaml", text: text), &diagnostics)?.root else {
            return LogDocument()
        }
        var reader = LogReader(vocabulary: vocabulary, zones: { _ in nil })
        reader.readTime = { ExampleTime.read($0, in: zone) }
        let keys = ["activities", "started", "holidays", "me"] + vocabulary.recordKinds.map(\.plural)
        let file = try #require(KeyedNode(root, of: "a log", keys: keys, &diagnostics))
        return reader.readParts(file, activities: file["activities"], zone: zone, &diagnostics)
    }

    /// The rules with what every rule needs; `id: a`, `b` and so on when a rule does not say.
    static func filledIn(_ rules: String) -> String {
        let blocks = rules.hasPrefix("- ") ? rules.components(before: "- ") : [rules]
        let names = "abcdefghijklmnop".map(String.init)
        return "rules:\n"
            + zip(blocks, names).map { block, name in
                let given = block.split(separator: "\n", omittingEmptySubsequences: false)
                let keys = given.compactMap { $0.split(separator: ":").first }
                let missing = [("id", name), ("title", "Rule \(name)"), ("strength", "should")].filter { key, _ in
                    !keys.contains { ["", "⟧"].contains($0.trimmingPrefix("⟦").trimmingPrefix(key)) }
                }
                let lines = missing.map { "\($0.0): \($0.1)" } + given.map(String.init)
                return "  - " + lines.filter { !$0.isEmpty }.joined(separator: "\n    ")
            }.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The blocks of a list, without their dashes and indentation.
    fileprivate func components(before dash: String) -> [String] {
        var blocks: [[String]] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix(dash) {
                blocks.append([String(line.dropFirst(2))])
            } else if !line.isEmpty {
                blocks[blocks.count - 1].append(line.hasPrefix("  ") ? String(line.dropFirst(2)) : line)
            }
        }
        return blocks.map { $0.joined(separator: "\n") }
    }
}

/// Verdicts in a few words, for comparison in tests.
struct VerdictText {
    let evaluated: Evaluated

    init(_ evaluated: Evaluated) { self.evaluated = evaluated }

    /// `a Ana due by Tue 10:00 found Tue 09:00`: the rule when there are several, the person, the status, and what else
    /// there is to say.
    func text(_ verdict: Verdict) -> String {
        var words: [String] = evaluated.rules.rules.count > 1 ? [shortID(verdict)] : []
        if let person = evaluated.person(of: verdict) { words.append(person) }
        words.append(verdict.status.word)
        if verdict.closing != .open { words.append("(\(verdict.closing))") }
        if let fact = verdict.missing { words.append("without \(evaluated.rules.vocabulary[fact.field].name)") }
        if let deadline = evaluated.deadline(of: verdict) { words.append("by \(time(deadline.seconds))") }
        if verdict.evidence != Facts.none {
            words.append("found \(time(evaluated.facts.begins[Int(verdict.evidence)]))")
        }
        return words.joined(separator: " ")
    }

    private func shortID(_ verdict: Verdict) -> String {
        evaluated.rule(of: verdict).id.split(separator: "/").last.map(String.init) ?? ""
    }

    func time(_ seconds: Int64) -> String {
        ExampleTime.written(Moment(at: Instant(seconds: seconds), in: evaluated.frame.zone), in: evaluated.frame.zone)
    }
}
