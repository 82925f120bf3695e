/// A change to a rule that somebody else wrote, with the reason (rules.md §8).
public struct Override: Sendable, Hashable {
    /// The rule, by its full id.
    public let rule: WrittenText
    /// Whether it is switched off; `no` takes back what another override switched off; nil when it does not say.
    public let isOff: Bool?
    /// The values it puts in the place of the rule's own, each with its key.
    let values: [Value]
    /// Why.
    public let because: String
    /// The last day on which it holds; nil when it holds for good.
    public let until: CalendarDay?
    /// Who says so.
    public let author: Author
    /// Where it stands.
    public let range: SourceRange

    /// Who overrides: a pack that builds on another, or the person themselves, whose word is the last.
    public enum Author: Sendable, Hashable {
        case pack(String)
        case person
    }

    /// One key and its new value, as they stand in the file.
    struct Value: Sendable, Hashable {
        let key: Node
        let value: Node
        /// Whether the key stands under `set:`, so that it is one of the rule's shape.
        let isSetting: Bool

        static func == (left: Value, right: Value) -> Bool { left.key.range == right.key.range }
        func hash(into hasher: inout Hasher) { hasher.combine(key.range) }
    }

    /// Whether it holds on a day; without a day it does.
    public func holds(on day: CalendarDay?) -> Bool {
        guard let day, let until else { return true }
        return day <= until
    }
}

/// Reads `overrides:` of a pack or of a person's settings.
enum OverrideReader {
    private static let keys = ["rule", "off", "strength", "set", "because", "until"]

    static func read(_ node: Node?, by author: Override.Author, _ diagnostics: inout Diagnostics) -> [Override] {
        guard let node, !node.isEmpty else { return [] }
        let overrides = (node.readList("'overrides'", &diagnostics) ?? []).compactMap {
            readOverride($0, by: author, &diagnostics)
        }
        checkTwice(overrides, &diagnostics)
        return overrides
    }

    private static func readOverride(
        _ node: Node, by author: Override.Author, _ diagnostics: inout Diagnostics
    ) -> Override? {
        guard let keyed = KeyedNode(node, of: "an override", keys: keys, &diagnostics),
            let ruleNode = keyed.required("rule", &diagnostics),
            let rule = ruleNode.readText("the rule", &diagnostics)
        else { return nil }
        let reason = keyed.required("because", &diagnostics)
        let because = reason?.readText("the reason", &diagnostics)
        if let reason, because?.allSatisfy(\.isWhitespace) == true {
            diagnostics.report(.overrideWithoutReason(rule, at: reason.range))
        }
        if ["off", "strength", "set"].allSatisfy({ keyed[$0] == nil }) {
            diagnostics.report(.overridesNothing(rule, at: ruleNode.range))
        }
        return Override(
            rule: WrittenText(rule, at: ruleNode.range),
            isOff: keyed["off"]?.readYesNo("'off'", &diagnostics),
            values: readValues(keyed, &diagnostics), because: because ?? "",
            until: keyed["until"].flatMap { DayReader.read($0, &diagnostics) }, author: author, range: node.range)
    }

    private static func readValues(_ keyed: KeyedNode, _ diagnostics: inout Diagnostics) -> [Override.Value] {
        var values: [Override.Value] = []
        if let key = keyed.key("strength"), let value = keyed["strength"] {
            values.append(Override.Value(key: key, value: value, isSetting: false))
        }
        guard let set = keyed["set"] else { return values }
        guard set.kind == .mapping else {
            // Says what is expected instead.
            _ = KeyedNode(set, of: "'set'", keys: [], &diagnostics)
            return values
        }
        return values + set.entries.map { Override.Value(key: $0.key, value: $0.value, isSetting: true) }
    }

    /// One file says one thing about a value once.
    private static func checkTwice(_ overrides: [Override], _ diagnostics: inout Diagnostics) {
        var first: [String: SourceRange] = [:]
        for override in overrides {
            let places = override.values.map { ($0.key.text, $0.key.range) }
            let off = override.isOff.map { _ in [("off", override.rule.range ?? override.range)] } ?? []
            for (key, place) in places + off {
                let name = override.rule.text + " " + key
                if let earlier = first[name] {
                    diagnostics.report(.sameOverride(of: override.rule.text, key, at: place, first: earlier))
                } else {
                    first[name] = place
                }
            }
        }
    }
}

/// Reads a calendar day such as `2027-06-30`.
enum DayReader {
    static func read(_ node: Node, _ diagnostics: inout Diagnostics) -> CalendarDay? {
        switch Moment.read(node.text, in: .utc) {
        case .success(let moment): return Zone.utc.wallTime(at: moment.start).day
        case .failure(let problem):
            diagnostics.report(.badTime(problem, at: node.range(ofCharacters: problem.characters)))
            return nil
        }
    }
}
