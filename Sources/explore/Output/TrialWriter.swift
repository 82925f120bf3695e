import RulesEngine

/// Writes what a pack would have said about old logs.
struct TrialWriter {
    let report: ReplayReport
    let resting: [RestingRule]
    let comparison: ReplayComparison?
    let format: ReportFormat

    /// The whole report: a table and remarks for people, or a line of JSON for each rule.
    func text(pack: String, against: String?) -> String {
        if format == .json { return json.map { $0 + "\n" }.joined() }
        var parts = [head(pack), ColumnTable(columns: Self.columns, rows: spoken.map(row)).text, loud, silent]
        if let comparison { parts.append(ComparisonWriter(comparison).text(against: against ?? "")) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var spoken: [ReplayReport.Line] { report.lines.filter { $0.silence == nil } }

    private func head(_ pack: String) -> String {
        let logs = report.logs == 1 ? "1 log" : "\(report.logs) logs"
        return "\(pack) on \(logs), \(report.days) days: \(spoken.count) of \(report.lines.count) rules came up.\n"
    }

    // MARK: The table

    private static let columns: [ColumnTable.Column] = [
        .init("rule"), .init("came up", isNumber: true), .init("due", isNumber: true), .init("overdue", isNumber: true),
        .init("broken", isNumber: true), .init("asked", isNumber: true), .init("people", isNumber: true),
        .init("logs", isNumber: true), .init("open for", isNumber: true), .init("on days", isNumber: true),
    ]

    private func row(_ line: ReplayReport.Line) -> [String] {
        let counts = [line.findings, line.due, line.overdue, line.broken, line.questions, line.people, line.logs]
        let share = report.days == 0 ? 0 : line.days * 100 / report.days
        return [line.rule.withoutPack] + counts.map(String.init) + [Self.length(line.medianDays), "\(share) %"]
    }

    /// The median: `1 day`, `2.5 days`.
    private static func length(_ days: Double?) -> String {
        guard let days else { return "–" }
        let isWhole = days == days.rounded()
        return "\(isWhole ? String(Int(days)) : String(days)) day\(days == 1 ? "" : "s")"
    }

    // MARK: Remarks

    private var loud: String {
        let lines = report.lines.compactMap { line -> String? in
            switch line.loudness {
            case .days(let percent): "  \(line.rule.withoutPack): speaks on \(percent) % of the days\n"
            case .logs(let percent): "  \(line.rule.withoutPack): comes up in \(percent) % of the logs\n"
            case nil: nil
            }
        }
        return lines.isEmpty ? "" : "Loud:\n" + lines.joined()
    }

    private var silent: String {
        let lines = report.lines.compactMap { line in line.silence.map { "  \(line.rule.withoutPack): \($0)\n" } }
        let rests = resting.map { "  \($0.rule.id.withoutPack): rests, \(Self.reason($0))\n" }
        return lines.isEmpty && rests.isEmpty ? "" : "Never came up:\n" + (lines + rests).joined()
    }

    private static func reason(_ rule: RestingRule) -> String {
        switch rule.reason {
        case .otherPosition(let position): "since '\(position.position)' is chosen in '\(position.dispute)'"
        case .switchedOff: "since it was switched off"
        }
    }

    // MARK: JSON

    private var json: [String] {
        report.lines.map { JSONLine(members($0)).text }
            + resting.map { rule in
                JSONLine([("rule", .text(rule.rule.id)), ("rests", .text(Self.reason(rule)))]).text
            } + (comparison.map { ComparisonWriter($0).json } ?? [])
    }

    private func members(_ line: ReplayReport.Line) -> [(String, JSONLine.Value)] {
        let number = { (count: Int) in JSONLine.Value.number(Int64(count)) }
        return [
            ("rule", .text(line.rule)), ("came_up", number(line.findings)), ("due", number(line.due)),
            ("overdue", number(line.overdue)), ("broken", number(line.broken)), ("asked", number(line.questions)),
            ("people", number(line.people)), ("logs", number(line.logs)), ("of_logs", number(report.logs)),
            ("median_days_open", line.medianDays.map { .decimal($0) } ?? .none),
            ("still_open", number(line.stillOpen)), ("days", number(line.days)), ("of_days", number(report.days)),
            ("loud", loudness(line)), ("silent", line.silence.map { .text($0) } ?? .none),
        ]
    }

    private func loudness(_ line: ReplayReport.Line) -> JSONLine.Value {
        switch line.loudness {
        case .days(let percent): .object([("days_percent", .number(Int64(percent)))])
        case .logs(let percent): .object([("logs_percent", .number(Int64(percent)))])
        case nil: .none
        }
    }
}

extension String {
    /// A rule's id without the id of its pack.
    var withoutPack: String { split(separator: "/").last.map(String.init) ?? self }
}
