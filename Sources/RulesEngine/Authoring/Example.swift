/// One example of a rule: a small log, a fake clock and the verdict the author expects.
struct Example: Sendable {
    /// Its name.
    var name: String
    /// The log it is held against.
    var document: LogDocument
    /// A plan to hold against the log, when it is about a plan.
    var plan: ActivityLine?
    /// The moment it is evaluated at.
    var now: Instant
    /// Further moments worth a look: the clocks of other examples that tell the same story.
    var otherClocks: [Instant] = []
    /// The zone its times are in.
    let frame: TimeFrame
    /// The verdicts expected, one for each occasion in the order of time; a single one stands for all.
    var expected: [Verdict.Status]
    /// The person whose occasions are looked at; nil for all.
    let person: String?
    /// The exact sentence expected; nil when the author left it open.
    var says: String?
    /// The order in which the rule should put these people, for a rule that gives no verdicts; an order that is kept
    /// counts as 'ok'.
    var order: [WrittenText] = []
    /// The message it is about, for a rule about wording; what is to be mended in it counts as 'overdue'.
    var message: Message?
    /// Where the expected verdict stands; nil for an example the program made.
    var verdictRange: SourceRange?
    /// Where the whole example stands; nil for an example the program made.
    var range: SourceRange?

    /// Whether these verdicts are what was expected.
    func isMet(by verdicts: [Verdict.Status]) -> Bool { Self.isMet(expected, by: verdicts) }

    /// Whether verdicts are what an example expects that lists these.
    static func isMet(_ expected: [Verdict.Status], by verdicts: [Verdict.Status]) -> Bool {
        expected.count == 1 ? verdicts.allSatisfy { $0 == expected[0] } : verdicts == expected
    }
}

/// One line of an example that can be changed: something done, the plan, or a part of either.
struct ExampleLine: Hashable {
    /// The place among what was done; nil for the plan.
    let activity: Int?
    /// The list and the place in it, for a part.
    var part: Part?

    /// A place in a list of parts.
    struct Part: Hashable {
        let list: Int
        let place: Int
    }
}

extension Example {
    /// Every line, parts after their whole.
    var lines: [ExampleLine] {
        let wholes = document.activities.indices.map { ExampleLine(activity: $0) }
        return (wholes + (plan == nil ? [] : [ExampleLine(activity: nil)])).flatMap { [$0] + parts(of: $0) }
    }

    private func parts(of whole: ExampleLine) -> [ExampleLine] {
        let lists = self[whole].parts
        return lists.indices.flatMap { list in
            lists[list].lines.indices.map { place in
                ExampleLine(activity: whole.activity, part: .init(list: list, place: place))
            }
        }
    }

    /// The line at a place of this example.
    subscript(_ line: ExampleLine) -> ActivityLine {
        get {
            let whole = line.activity.map { document.activities[$0] } ?? plan ?? ActivityLine(at: nil, kind: .init(""))
            return line.part.map { whole.parts[$0.list].lines[$0.place] } ?? whole
        }
        set {
            guard let part = line.part else {
                if let place = line.activity { document.activities[place] = newValue } else { plan = newValue }
                return
            }
            if let place = line.activity {
                document.activities[place].parts[part.list].lines[part.place] = newValue
            } else {
                plan?.parts[part.list].lines[part.place] = newValue
            }
        }
    }

    /// The same example with something changed.
    func changing(_ change: (inout Example) -> Void) -> Example {
        var copy = self
        copy.says = nil
        change(&copy)
        return copy
    }

    /// The same example with one line changed.
    func changing(_ line: ExampleLine, _ change: (inout ActivityLine) -> Void) -> Example {
        changing { change(&$0[line]) }
    }

    /// A moment in the example's zone.
    func moment(_ seconds: Int64) -> Moment { Moment(at: Instant(seconds: seconds), in: frame.zone) }
}

extension ActivityLine {
    /// The line with a field set to some values; without the field when there are none.
    mutating func set(_ field: String, to values: [String], isList: Bool) {
        let place = fields.firstIndex { $0.name.text == field }
        fields.removeAll { $0.name.text == field }
        guard !values.isEmpty else { return }
        let line = FieldLine(WrittenText(field), values.map { WrittenText($0) }, isList: isList)
        fields.insert(line, at: place ?? fields.count)
    }
}
