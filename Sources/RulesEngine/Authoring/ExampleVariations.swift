/// Examples near those an author wrote: a clock or an activity moved to an edge, another person, something left out.
///
/// They come in a fixed order, the smallest changes first, so that the same pack always gets the same proposals.
struct ExampleVariations {
    private let examples: [Example]

    init(_ examples: [Example]) { self.examples = examples }

    /// All variations; the examples themselves are not among them.
    var all: [Example] {
        let changes: [(Example) -> [Example]] = [clocks, moved, withSomebodyElse, withLess, withMore, movedTwice]
        return changes.flatMap { examples.flatMap($0) }
    }

    /// Steps of time that cross the edges rules have: a minute, an hour, a day, a week, a month.
    private static let steps: [Int64] = {
        let minutes: [Int64] = [1, 59, 60, 61, 720, 1439, 1440, 1441]
        let days: [Int64] = [2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 29, 30, 31, 59, 60, 61, 89, 90, 91, 179, 180, 181]
        let steps = minutes.map { $0 * 60 } + days.map { $0 * 86_400 }
        return steps.flatMap { [$0, -$0] }
    }()

    private func clocks(_ example: Example) -> [Example] {
        Self.steps.map { example.at(Instant(seconds: example.now.seconds + $0)) }
    }

    /// Each activity moved to a step from each other one, with the clock well after.
    private func moved(_ example: Example) -> [Example] {
        let lines = example.document.activities
        return lines.indices.flatMap { place in
            lines.indices.flatMap { other -> [Example] in
                guard other != place, let anchor = lines[other].at else { return [] }
                return ([0] + Self.steps).flatMap { moved(example, place, from: anchor.start.seconds, by: $0) }
            }
        }
    }

    private func moved(_ example: Example, _ place: Int, from anchor: Int64, by step: Int64) -> [Example] {
        let varied = example.moving(place, to: anchor + step)
        let later = max(example.now.seconds, anchor + abs(step) + 60)
        return [varied, varied.at(Instant(seconds: later))]
    }

    private func movedTwice(_ example: Example) -> [Example] {
        moved(example).prefix(400).flatMap { varied in
            [60, 86_400, 30 * 86_400, 120 * 86_400].map { varied.at(Instant(seconds: varied.now.seconds + $0)) }
        }
    }

    private func withSomebodyElse(_ example: Example) -> [Example] {
        example.document.activities.indices.map { place in
            example.changing(place) { $0.with = [WrittenText("Somebody Else")] }
        }
    }

    private func withLess(_ example: Example) -> [Example] {
        let lines = example.document.activities.indices.map { place in example.without(place) }
        let fields = example.document.activities.indices.flatMap { place in
            example.document.activities[place].fields.indices.map { field in
                example.changing(place) { $0.fields.remove(at: field) }
            }
        }
        let parts = example.document.activities.indices.flatMap { place in Self.partVariations(example, place) }
        return lines + fields + parts
    }

    /// Parts of a plan left out one by one, turned round, or doubled.
    private static func partVariations(_ example: Example, _ place: Int) -> [Example] {
        example.document.activities[place].parts.indices.flatMap { list -> [Example] in
            let lines = example.document.activities[place].parts[list].lines
            let shorter = lines.indices.map { part in
                example.changing(place) { $0.parts[list].lines.remove(at: part) }
            }
            let turned = example.changing(place) { $0.parts[list].lines.reverse() }
            let longer = lines.indices.map { part in
                example.changing(place) { $0.parts[list].lines.append(lines[part]) }
            }
            return shorter + [turned] + longer
        }
    }

    private func withMore(_ example: Example) -> [Example] {
        let lines = example.document.activities
        return lines.indices.flatMap { place -> [Example] in
            guard let at = lines[place].at else { return [] }
            return Self.steps.map { example.adding(lines[place], at: at.start.seconds + $0) }
        }
    }
}

extension Example {
    /// The same example at another moment.
    func at(_ now: Instant) -> Example {
        Example(
            name: name, document: document, plan: plan, now: now, frame: frame, expected: expected, person: person,
            says: nil, verdictRange: verdictRange, range: range)
    }

    /// The same example with an expectation and a name.
    func expecting(_ status: Verdict.Status, named name: String) -> Example {
        Example(
            name: name, document: document, plan: plan, now: now, frame: frame, expected: [status], person: person,
            says: nil, verdictRange: verdictRange, range: range)
    }

    func with(_ document: LogDocument) -> Example {
        Example(
            name: name, document: document, plan: plan, now: now, frame: frame, expected: expected, person: person,
            says: nil, verdictRange: verdictRange, range: range)
    }

    func changing(_ place: Int, _ change: (inout ActivityLine) -> Void) -> Example {
        var document = document
        change(&document.activities[place])
        return with(document)
    }

    func moving(_ place: Int, to seconds: Int64) -> Example {
        changing(place) { $0.at = Moment(at: Instant(seconds: seconds), in: frame.zone) }
    }

    func without(_ place: Int) -> Example {
        var document = document
        document.activities.remove(at: place)
        return with(document)
    }

    func adding(_ line: ActivityLine, at seconds: Int64) -> Example {
        var document = document
        var line = line
        line.id = nil
        line.at = Moment(at: Instant(seconds: seconds), in: frame.zone)
        document.activities.append(line)
        return with(document)
    }
}
