/// What two sets of rules say differently about the same logs.
public struct ReplayComparison: Sendable {
    /// What changes for one rule.
    public struct Line: Sendable {
        /// The rule, by the id both sets know it by.
        public let rule: String
        /// Whether only the later set has it, only the earlier one, or both.
        public let presence: Presence
        /// How often it would come up where it did not.
        public internal(set) var new = 0
        /// How often it would no longer come up where it did.
        public internal(set) var gone = 0
        /// How often it would come up on other days, or with another verdict.
        public internal(set) var changed = 0
        /// How often its verdict changes without being shown either time: from 'ok' to 'does not apply'.
        public internal(set) var quiet = 0
        /// The first of the differences, those that are shown before those that are not.
        public internal(set) var examples: [Example] = []

        /// How often anything changes.
        public var total: Int { new + gone + changed + quiet }
    }

    /// Which of the two sets has a rule.
    public enum Presence: Sendable, Hashable {
        case both, onlyEarlier, onlyLater
    }

    /// How the verdict on one occasion changes.
    public enum Change: Sendable, Hashable, CaseIterable {
        case new, gone, changed, quiet
    }

    /// One difference, on the first day on which there is one.
    public struct Example: Sendable, Hashable {
        /// What kind of difference.
        public let change: Change
        /// The log.
        public let log: String
        /// The day.
        public let day: CalendarDay
        /// The occasion for people.
        public let occasion: String
        /// What the earlier set says on that day; nil for nothing.
        public let before: String?
        /// What the later set says; nil for nothing.
        public let after: String?
    }

    /// The rules for which anything changes, in the order of the later set; those that only the earlier one has last.
    public let lines: [Line]

    /// Whether nothing changes.
    public var isEmpty: Bool { lines.isEmpty }

    /// How rules of the two sets are told to be the same.
    public enum Naming: Sendable {
        /// By their full ids.
        case full
        /// By the part after the pack's id, for packs of two names.
        case withoutPack

        func name(_ id: String) -> String {
            switch self {
            case .full: id
            case .withoutPack: id.split(separator: "/").last.map(String.init) ?? id
            }
        }
    }

    /// Compares what an earlier and a later set of rules said about the same logs in the same order.
    public init(_ earlier: [ReplayRecord], _ later: [ReplayRecord], naming: Naming = .full, examples: Int = 3) {
        let before = (earlier.first?.rules ?? []).map(naming.name)
        let after = (later.first?.rules ?? []).map(naming.name)
        let places = Dictionary(before.enumerated().map { ($1, $0) }) { first, _ in first }
        let kept = Set(after)
        var lines: [Line] = []
        for (place, rule) in after.enumerated() {
            let presence = places[rule] == nil ? Presence.onlyLater : .both
            lines.append(Self.line(rule, presence, pairs(earlier, places[rule]), pairs(later, place), examples))
        }
        for (place, rule) in before.enumerated() where !kept.contains(rule) {
            lines.append(Self.line(rule, .onlyEarlier, pairs(earlier, place), pairs(later, nil), examples))
        }
        self.lines = lines.filter { $0.total > 0 || $0.presence != .both }

        /// The timelines of one rule in every log; none where a set does not have the rule.
        func pairs(_ records: [ReplayRecord], _ place: Int?) -> [(ReplayRecord, [ReplayTimeline])] {
            records.map { record in (record, place.map { record.timelines[$0] } ?? []) }
        }
    }

    private static func line(
        _ rule: String, _ presence: Presence, _ earlier: [(ReplayRecord, [ReplayTimeline])],
        _ later: [(ReplayRecord, [ReplayTimeline])], _ count: Int
    ) -> Line {
        var line = Line(rule: rule, presence: presence)
        for (before, after) in zip(earlier, later) {
            for pair in ReplayPair.pairs(before.1, after.1) {
                guard let example = pair.difference(in: after.0) else { continue }
                line.add(example, atMost: count)
            }
        }
        return line
    }
}

extension ReplayComparison.Line {
    fileprivate mutating func add(_ example: ReplayComparison.Example, atMost count: Int) {
        switch example.change {
        case .new: new += 1
        case .gone: gone += 1
        case .changed: changed += 1
        case .quiet: quiet += 1
        }
        if example.change != .quiet, examples.count == count,
            let place = examples.lastIndex(where: { $0.change == .quiet })
        {
            examples.remove(at: place)
        }
        guard examples.count < count else { return }
        let place =
            example.change == .quiet ? examples.count : examples.firstIndex { $0.change == .quiet } ?? examples.count
        examples.insert(example, at: place)
    }
}

/// What two sets of rules said about one occasion.
private struct ReplayPair {
    let before: ReplayTimeline?
    let after: ReplayTimeline?

    /// The occasions of both, in the order of the later, then those that only the earlier one has.
    static func pairs(_ earlier: [ReplayTimeline], _ later: [ReplayTimeline]) -> [ReplayPair] {
        let known = Dictionary(earlier.map { ($0.key, $0) }) { first, _ in first }
        let kept = Set(later.map(\.key))
        return later.map { ReplayPair(before: known[$0.key], after: $0) }
            + earlier.filter { !kept.contains($0.key) }.map { ReplayPair(before: $0, after: nil) }
    }

    /// How they differ; nil when people would notice nothing and the verdicts are the same.
    func difference(in record: ReplayRecord) -> ReplayComparison.Example? {
        guard let day = firstDifference, let timeline = after ?? before else { return nil }
        return ReplayComparison.Example(
            change: change, log: record.log, day: record.date(day), occasion: timeline.occasion,
            before: before?.said(on: day), after: after?.said(on: day))
    }

    private var change: ReplayComparison.Change {
        switch (before?.isShown ?? false, after?.isShown ?? false) {
        case (false, true): .new
        case (true, false): .gone
        case (true, true): .changed
        case (false, false): .quiet
        }
    }

    private var firstDifference: Int? {
        let days = Set((before?.steps ?? []).map(\.day) + (after?.steps ?? []).map(\.day)).sorted()
        return days.first { before?.said(on: $0) != after?.said(on: $0) }
    }
}

extension ReplayTimeline {
    fileprivate var isShown: Bool { steps.contains { $0.state.speaks || $0.state.asks } }

    /// What it said on a day; nil for nothing.
    fileprivate func said(on day: Int) -> String? {
        guard let state = steps.last(where: { $0.day <= day })?.state, state != .gone else { return nil }
        let isWaiting = state.status == .due && state.closing == .open && !state.isShown
        return isWaiting ? "\(state.word), not possible yet" : state.word
    }
}
