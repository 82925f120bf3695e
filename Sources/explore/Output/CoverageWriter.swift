import Checklists
import RulesEngine

/// Writes the map of what was learned.
struct CoverageWriter {
    let coverage: Coverage
    let zone: Zone
    /// Whether it says who spoke of what.
    let showsVoices: Bool

    // MARK: Text

    /// The map as a table, what to ask whom next, and notes that speak of no topic; it ends with a line break.
    var text: String {
        guard !coverage.topics.isEmpty else { return "No pack brings topics to learn about.\n" }
        var lines = table
        if showsVoices { lines += voices }
        lines += contradictions + ties + ownQuestions + asks + strays
        return lines.joined(separator: "\n") + "\n"
    }

    private var table: [String] {
        let names = coverage.topics.map(\.name)
        let columns = coverage.subjects.map { subject in
            [Self.head(of: subject, coverage)]
                + coverage.topics.map { Self.word(coverage.learning.cell($0, of: subject)) }
                + ["\(coverage.heard(of: subject)) of \(coverage.topics.count)"]
        }
        let first = pad(["Topic"] + names + ["heard"])
        let padded = columns.map(pad)
        return first.indices.map { row in
            ([first[row]] + padded.map { $0[row] }).joined(separator: "   ").trimmingEnd
        }.separatingEnds
    }

    private func pad(_ cells: [String]) -> [String] {
        let width = cells.map(\.count).max() ?? 0
        return cells.map { $0 + String(repeating: " ", count: width - $0.count) }
    }

    /// What is known, in a word or two.
    static func word(_ cell: Learning.Cell) -> String {
        let doubt = (cell.contradictions.isEmpty ? "" : " ≠") + (cell.ties.isEmpty ? "" : " ↔")
        switch cell.voices.count {
        case 0 where !cell.signs.isEmpty: return "\(cell.signs.count) by deed" + doubt
        case 0: return (cell.readings.isEmpty ? "–" : "only read") + doubt
        case 1: return "1 voice" + doubt
        default: return "\(cell.voices.count) voices" + doubt
        }
    }

    /// A path's name; what belongs to none has a name of its own.
    static func title(of subject: String) -> String { subject.isEmpty ? "No path" : subject }

    /// The name of a path above its column; one that is explored no more says so.
    static func head(of subject: String, _ coverage: Coverage) -> String {
        switch coverage.learning.ending(of: subject) {
        case .dropped: title(of: subject) + " (dropped)"
        case .decided: title(of: subject) + " (decided)"
        case nil: title(of: subject)
        }
    }

    private var voices: [String] {
        let heard = cells { topic, cell in
            guard !cell.voices.isEmpty else { return [] }
            let names = cell.voices.map { "\($0.person), \(day($0.at))" }.joined(separator: "; ")
            let one = cell.voices.count == 1 ? "one voice" : "one source"
            return [" \(topic.name): \(names)" + (cell.isAnecdote ? " (\(one): an anecdote)" : "")]
        }
        let shown = cells { topic, cell in
            guard !cell.signs.isEmpty else { return [] }
            let signs = cell.signs.map { "\($0.text), \(day($0.at))" }.joined(separator: "; ")
            return [" \(topic.name): \(signs)"]
        }
        return (heard.isEmpty ? [] : ["", "Who said something"] + heard)
            + (shown.isEmpty ? [] : ["", "Shown by what was done; nobody said anything by that"] + shown)
    }

    /// Lines about every topic of every path shown.
    private func cells(_ lines: (Topic, Learning.Cell) -> [String]) -> [String] {
        coverage.topics.flatMap { topic in
            coverage.subjects.flatMap { lines(topic, coverage.learning.cell(topic, of: $0)) }
        }
    }

    private var ties: [String] {
        let found = cells { topic, cell in
            cell.ties.map { " \(topic.name): \($0.text)" }
        }
        return found.isEmpty ? [] : ["", "Not independent of each other (↔), so still one source"] + found
    }

    private var ownQuestions: [String] {
        guard !coverage.ownQuestions.isEmpty else { return [] }
        return ["", "Your own questions"]
            + coverage.ownQuestions.map { " \(Self.title(of: $0.subject)): \($0.wording)" }
    }

    private var contradictions: [String] {
        let found = cells { topic, cell in
            cell.contradictions.map { found in
                let since = cell.voices.filter { $0.at.start > found.at.start && $0.person != found.person }
                let later = since.isEmpty ? "" : "; heard on it since: " + since.map(\.person).joined(separator: ", ")
                return
                    " \(topic.name): \(found.person) contradicts \(found.against ?? "others") (\(day(found.at))\(later))"
            }
        }
        return found.isEmpty ? [] : ["", "Contradictions (≠)"] + found
    }

    private var asks: [String] {
        guard !coverage.asks.isEmpty else {
            if coverage.isOver { return ["", "Nothing is left to explore: each path is decided or dropped."] }
            let only = coverage.subjects.count == 1 ? coverage.subjects.first ?? "" : ""
            let about = only.isEmpty ? "" : " about \(only)"
            if coverage.isAnybodyThere {
                return ["", "Nothing to ask\(about) just now of those you are about to meet or know well."]
            }
            let nobody = "Nobody to ask\(about) just now: no talk is planned, and nobody you know well does this work."
            return ["", nobody]
                + (coverage.subjects == [""] ? ["Say first what you explore: explore log exploring path=… --new"] : [])
        }
        return ["", "Ask next"] + coverage.asks.flatMap(lines)
    }

    private func lines(_ ask: Coverage.Ask) -> [String] {
        let about = coverage.subjects.count > 1 && !ask.subject.isEmpty ? " about \(ask.subject)" : ""
        return [" \(ask.person)\(about) (\(ask.occasion ?? "you know each other well"))"]
            + ask.topics.map { "   \($0.topic): \($0.because)" }
    }

    private var strays: [String] {
        guard !coverage.strays.isEmpty else { return [] }
        return ["", "Not counted, since no topic has these words"]
            + coverage.strays.map { stray in
                let near = coverage.topics.meant(by: stray.note).map { "; did you mean '\($0)'?" } ?? ""
                return " '\(stray.note)' (\(stray.person.map { $0 + ", " } ?? "read, ")\(day(stray.at)))\(near)"
            }
    }

    private func day(_ moment: Moment) -> String { zone.wallTime(at: moment.start).spokenDay }

    // MARK: JSON

    /// The map as one JSON object.
    var json: String {
        JSONLine([
            ("paths", .list(coverage.subjects.map(json))),
            ("ask_next", .list(coverage.asks.map(json))),
            (
                "not_counted",
                .list(
                    coverage.strays.map { stray in
                        .object([
                            ("note", .text(stray.note)), ("person", stray.person.map { .text($0) } ?? .none),
                            ("at", .text(stray.at.written(in: zone))),
                        ])
                    })
            ),
        ]).text
    }

    private func json(_ subject: String) -> JSONLine.Value {
        .object([
            ("path", subject.isEmpty ? .none : .text(subject)),
            ("dropped", .flag(coverage.learning.ending(of: subject) == .dropped)),
            ("decided", .flag(coverage.learning.ending(of: subject) == .decided)),
            ("heard", .number(Int64(coverage.heard(of: subject)))),
            (
                "own_question",
                coverage.ownQuestions.first { $0.subject == subject }.map { .text($0.wording) } ?? .none
            ),
            ("topics", .list(coverage.topics.map { json($0, coverage.learning.cell($0, of: subject)) })),
        ])
    }

    private func json(_ topic: Topic, _ cell: Learning.Cell) -> JSONLine.Value {
        .object([
            ("topic", .text(topic.name)), ("goal", .text(topic.goal)),
            ("people", .list(cell.voices.map { .text($0.person) })), ("voices", .number(Int64(cell.voices.count))),
            ("one_source", .flag(cell.isAnecdote)), ("ties", .list(cell.ties.map { .text($0.text) })),
            ("by_deed", .list(cell.signs.map { .text($0.person) })), ("only_read", .flag(cell.isOnlyRead)),
            ("read", .list(cell.readings.map { .text($0.written(in: zone)) })),
            (
                "contradictions",
                .list(
                    cell.contradictions.map { found in
                        .object([
                            ("person", .text(found.person)), ("against", found.against.map { .text($0) } ?? .none),
                        ])
                    })
            ),
        ])
    }

    private func json(_ ask: Coverage.Ask) -> JSONLine.Value {
        .object([
            ("person", .text(ask.person)), ("path", ask.subject.isEmpty ? .none : .text(ask.subject)),
            ("occasion", ask.occasion.map { .text($0) } ?? .none),
            (
                "topics",
                .list(ask.topics.map { .object([("topic", .text($0.topic)), ("because", .text($0.because))]) })
            ),
        ])
    }
}

extension String {
    fileprivate var trimmingEnd: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}

extension [String] {
    /// The lines with a rule below the first and above the last.
    fileprivate var separatingEnds: [String] {
        guard count > 2 else { return self }
        let rule = String(repeating: "─", count: map(\.count).max() ?? 0)
        return [self[0], rule] + self[1..<count - 1] + [rule, self[count - 1]]
    }
}

extension [Topic] {
    /// The word of a topic that a note is nearest to; nil when none is near.
    func meant(by note: String) -> String? { nearestWord(to: note, among: flatMap { [$0.name] + $0.words }) }
}
