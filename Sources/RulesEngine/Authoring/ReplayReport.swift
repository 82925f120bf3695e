/// What came of living logs through again, rule by rule.
public struct ReplayReport: Sendable {
    /// What one rule did in all logs together.
    public struct Line: Sendable, Hashable {
        /// The rule, by full id.
        public let rule: String
        /// How often it came up: an occasion on which it began to ask for something, or to warn.
        public let findings: Int
        /// How often something was newly due.
        public let due: Int
        /// How often something was newly overdue.
        public let overdue: Int
        /// How often something was newly broken.
        public let broken: Int
        /// How often it asked for a fact.
        public let questions: Int
        /// For how many people it came up, counted log by log.
        public let people: Int
        /// In how many logs it came up.
        public let logs: Int
        /// For how many days half of its findings stayed open at most; nil without findings.
        public let medianDays: Double?
        /// How many findings were still open on the last day.
        public let stillOpen: Int
        /// On how many days it asked for something or warned.
        public let days: Int
        /// Why it is loud; nil when it is not.
        public let loudness: Loudness?
        /// Why it never came up; nil when it did.
        public let silence: String?
    }

    /// Why a rule is loud.
    public enum Loudness: Sendable, Hashable {
        /// It speaks on so many percent of the days.
        case days(percent: Int)
        /// It comes up in so many percent of the logs.
        case logs(percent: Int)
    }

    /// How many logs there were.
    public let logs: Int
    /// How many days there were in all of them.
    public let days: Int
    /// The rules in the order of the pack.
    public let lines: [Line]

    /// With fewer logs their share says nothing about a rule.
    public static let fewestLogs = 5

    /// The report on records of one set of rules; a rule is loud above so many percent of the days, or of the logs.
    public init(_ records: [ReplayRecord], loudAbove percent: Int = 40) {
        logs = records.count
        let days = records.reduce(0) { $0 + $1.dayCount }
        self.days = days
        lines = (records.first?.rules ?? []).indices.map { rule in
            ReplayCount(rule, records).line(days: days, loudAbove: percent)
        }
    }
}

/// Counts what one rule did.
private struct ReplayCount {
    private let rule: String
    private let logCount: Int
    private var findings: [ReplayTimeline.Finding] = []
    private var questions = 0
    private var people = 0
    private var logs = 0
    private var days = 0
    private var silence: ReplaySilence?

    init(_ place: Int, _ records: [ReplayRecord]) {
        rule = records[0].rules[place]
        logCount = records.count
        for record in records { add(record.timelines[place], of: record, record.silences[place]) }
    }

    private mutating func add(_ timelines: [ReplayTimeline], of record: ReplayRecord, _ silence: ReplaySilence) {
        var people: Set<String> = []
        var spoken = Set<Int>()
        let before = findings.count
        for timeline in timelines {
            let found = timeline.findings(days: record.dayCount)
            questions += timeline.questions
            guard !found.isEmpty else { continue }
            findings += found
            if let person = timeline.person { people.insert(person) }
            for finding in found { spoken.formUnion(finding.days) }
        }
        self.people += people.count
        logs += findings.count > before ? 1 : 0
        days += spoken.count
        if self.silence == nil { self.silence = silence } else { self.silence?.add(silence) }
    }

    func line(days all: Int, loudAbove percent: Int) -> ReplayReport.Line {
        let count = { (status: Verdict.Status) in findings.count { $0.statuses.contains(status) } }
        return ReplayReport.Line(
            rule: rule, findings: findings.count, due: count(.due), overdue: count(.overdue), broken: count(.broken),
            questions: questions, people: people, logs: logs, medianDays: medianDays,
            stillOpen: findings.count { $0.isOpen }, days: days, loudness: loudness(all, percent),
            silence: findings.isEmpty ? silence?.text : nil)
    }

    private func loudness(_ all: Int, _ threshold: Int) -> ReplayReport.Loudness? {
        let share = days * 100 / max(1, all)
        if share > threshold { return .days(percent: share) }
        let shareOfLogs = logs * 100 / logCount
        guard logCount >= ReplayReport.fewestLogs, shareOfLogs > threshold else { return nil }
        return .logs(percent: shareOfLogs)
    }

    private var medianDays: Double? {
        let lengths = findings.map(\.days.count).sorted()
        guard !lengths.isEmpty else { return nil }
        return Double(lengths[(lengths.count - 1) / 2] + lengths[lengths.count / 2]) / 2
    }
}

extension ReplayTimeline {
    /// How often it began to ask for a fact.
    fileprivate var questions: Int {
        steps.indices.count { steps[$0].state.asks && ($0 == 0 || !steps[$0 - 1].state.asks) }
    }
}
