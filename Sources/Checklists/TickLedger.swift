import RulesEngine

/// What was ticked by hand for one occasion: kept in the log as decisions about `checklist/ITEM`.
public struct TickLedger: Sendable {
    private var ticks: [String: Moment] = [:]
    private let zone: Zone

    /// The ticks of one occasion, under any of the keys it has had; the latest decision about an item holds.
    init(_ document: LogDocument, _ keys: [String], _ zone: Zone) {
        self.zone = zone
        let decisions = document.decisions.filter { keys.contains($0.occasion) && $0.rule.hasPrefix(Self.prefix) }
        for decision in decisions.sorted(by: { $0.at.start < $1.at.start }) {
            let id = String(decision.rule.dropFirst(Self.prefix.count))
            ticks[id] = decision.action == .acknowledged ? decision.at : nil
        }
    }

    private static let prefix = "checklist/"

    /// The decision that ticks an item.
    public static func decision(tick item: Checklist.Item, of checklist: Checklist, at moment: Moment) -> Decision {
        Decision(rule: prefix + item.id, occasion: checklist.occasion, action: .acknowledged, at: moment)
    }

    /// Whether an entry is done, by hand or by itself.
    func isDone(_ entry: ChecklistEntry) -> Bool { ticked(entry).item.isDone }

    /// The entry, done when it was ticked by hand; what proves itself keeps its proof.
    func ticked(_ entry: ChecklistEntry) -> ChecklistEntry {
        guard let moment = ticks[entry.id], !entry.item.isDone else { return entry }
        var entry = entry
        entry.state = .done("ticked " + zone.wallTime(at: moment.start).spoken)
        return entry
    }
}
