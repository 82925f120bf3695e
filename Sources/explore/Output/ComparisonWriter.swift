import RulesEngine

/// Writes what two sets of rules say differently about the same logs.
struct ComparisonWriter {
    private let comparison: ReplayComparison

    init(_ comparison: ReplayComparison) { self.comparison = comparison }

    /// A line for each rule with its examples below; a sentence when nothing changes.
    func text(against other: String) -> String {
        if comparison.isEmpty { return "Against \(other): every verdict is the same.\n" }
        let count = comparison.lines.count
        let head = "Against \(other): \(count == 1 ? "1 rule says" : "\(count) rules say") something else.\n"
        return head + lines
    }

    /// A line for each rule with its examples below.
    var lines: String { comparison.lines.map(line).joined() }

    private func line(_ line: ReplayComparison.Line) -> String {
        let parts = [
            (line.new, "new"), (line.gone, "gone"), (line.changed, "changed"),
            (line.quiet, "changed without being shown"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let counts = parts.isEmpty ? "nothing in these logs" : parts.joined(separator: ", ")
        return "  \(line.rule)\(presence(line.presence)): \(counts)\n" + line.examples.map(example).joined()
    }

    private func presence(_ presence: ReplayComparison.Presence) -> String {
        switch presence {
        case .both: ""
        case .onlyEarlier: " (left out)"
        case .onlyLater: " (added)"
        }
    }

    private func example(_ example: ReplayComparison.Example) -> String {
        let said = { (word: String?) in word.map { "'\($0)'" } ?? "nothing" }
        let occasion = example.occasion.isEmpty ? "" : "\(example.occasion), "
        return
            "    \(example.log): \(occasion)on \(example.day): \(said(example.after)) instead of \(said(example.before))\n"
    }

    // MARK: JSON

    /// One line of JSON for each rule.
    var json: [String] { comparison.lines.map { JSONLine(members($0)).text } }
    /// One object for each rule, for reports that hold more than this.
    var values: [JSONLine.Value] { comparison.lines.map { .object(members($0)) } }

    /// What changes for one rule.
    private func members(_ line: ReplayComparison.Line) -> [(String, JSONLine.Value)] {
        let number = { (count: Int) in JSONLine.Value.number(Int64(count)) }
        return [
            ("rule", .text(line.rule)), ("in", .text(name(line.presence))), ("new", number(line.new)),
            ("gone", number(line.gone)),
            ("changed", number(line.changed)), ("unshown", number(line.quiet)),
            ("differences", .list(line.examples.map(value))),
        ]
    }

    private func name(_ presence: ReplayComparison.Presence) -> String {
        switch presence {
        case .both: "both"
        case .onlyEarlier: "before"
        case .onlyLater: "after"
        }
    }

    private func value(_ example: ReplayComparison.Example) -> JSONLine.Value {
        .object([
            ("log", .text(example.log)), ("day", .text(example.day.description)), ("occasion", .text(example.occasion)),
            ("before", example.before.map { .text($0) } ?? .none), ("after", example.after.map { .text($0) } ?? .none),
        ])
    }
}
