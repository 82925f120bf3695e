import RulesEngine

/// An item on its way onto a checklist, from a pack's list or from a rule's verdict.
struct ChecklistEntry {
    var id: String
    var phase: Checklist.Phase
    var text: String
    var state: Checklist.State
    var question: String?
    /// Whom it concerns; nil for nobody.
    var person: String?
    var rules: [String]
    var source: String
    /// What would do it; empty when no kind of activity would.
    var kinds: [KindID]
    /// Whether it stands on a pack's list.
    var isListed: Bool
    /// Whether a rule says that it was done later than it should have been.
    var isLate = false
    /// From when on and until when a rule wants it; nil when none says.
    var time: Time?
    /// What a rule asks for in a later phase than its own; nil when none does.
    var later: Later?

    /// From when on and until when something is in time.
    struct Time {
        /// In words: `by Fri 2 Oct 2026 09:18`.
        let text: String
        /// Until when, in seconds; `Int64.max` without a deadline.
        let deadline: Int64
        /// Whether it is too early for it.
        let isTooEarly: Bool
    }

    /// The words and the phase of a rule that asks for the same later.
    struct Later {
        let phase: Checklist.Phase
        let text: String
    }

    /// The item as people see it.
    var item: Checklist.Item {
        Checklist.Item(
            id: id, text: text, state: stateInTime, time: isToDo ? time?.text : nil,
            isUncertain: question != nil, rules: rules, source: source)
    }

    /// Its place among what is still to be done: by deadline, what can be done already first; then what has none, then
    /// what is done.
    var order: (deadline: Int64, early: Int) {
        guard isToDo, let time else { return (.max, 0) }
        return (time.deadline, time.isTooEarly ? 1 : 0)
    }

    private var isToDo: Bool {
        switch state {
        case .open, .planned: true
        case .putOff, .putAway, .done: false
        }
    }

    private var stateInTime: Checklist.State {
        guard isLate, case .done(let proof) = state else { return state }
        return .done(proof + ", late")
    }

    /// The entry when its occasion is over: what a plan says proves that it was prepared, never that it was done; what a
    /// rule still asks for afterwards is to be done then.
    var whenOver: ChecklistEntry {
        var entry = self
        if case .planned = state { entry.state = .open }
        if let later, !entry.item.isDone { (entry.phase, entry.text) = (later.phase, later.text) }
        return entry
    }

    /// Takes in what says the same: what has come further counts, and both rules are cited. What is to be prepared is
    /// done once the plan has it.
    mutating func take(in other: ChecklistEntry) {
        var theirs = other.state
        if case .planned = theirs, phase == .before, other.phase != .before { theirs = .done("the plan has it") }
        if theirs.rank > state.rank { state = theirs }
        isLate = isLate || other.isLate
        if let theirs = other.time, theirs.deadline <= time?.deadline ?? .max { time = theirs }
        if other.phase.order > (later?.phase ?? phase).order { later = Later(phase: other.phase, text: other.text) }
        rules += other.rules.filter { !rules.contains($0) }
        if source.isEmpty { source = other.source }
    }
}

extension Checklist.State {
    fileprivate var rank: Int {
        switch self {
        case .open: 0
        case .putOff: 1
        case .putAway: 2
        case .planned: 3
        case .done: 4
        }
    }
}

extension Checklist.Phase {
    /// Its place in time.
    var order: Int { Checklist.Phase.allCases.firstIndex(of: self) ?? 0 }
}

/// Merges what says the same.
struct ChecklistMerger {
    /// The entries so far, in order.
    private(set) var entries: [ChecklistEntry] = []

    /// Adds what a rule says; two rules that ask for the same become one entry, in the later of their phases.
    mutating func add(rule entry: ChecklistEntry) {
        guard let place = entries.firstIndex(where: { isSame($0, entry) }) else { return entries.append(entry) }
        if entry.phase.order > entries[place].phase.order, !entries[place].isListed {
            var later = entry
            later.take(in: entries[place])
            entries[place] = later
        } else {
            entries[place].take(in: entry)
        }
    }

    private func isSame(_ left: ChecklistEntry, _ right: ChecklistEntry) -> Bool {
        if left.text == right.text { return true }
        return !right.kinds.isEmpty && Set(left.kinds) == Set(right.kinds)
    }

    /// Adds what stands on a pack's list; an item that stands there for every person is one when it reads the same.
    mutating func add(listed entry: ChecklistEntry) {
        guard let place = entries.firstIndex(where: { $0.isListed && $0.text == entry.text }) else {
            return entries.append(entry)
        }
        if case .done = entries[place].state, case .done = entry.state { return }
        entries[place].state = entry.state
    }
}
