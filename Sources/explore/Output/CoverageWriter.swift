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
        lines += contradictions + asks + strays
        return lines.joined(separator: "\n") + "\n"
    }

    private var table: [String] {
        let names = coverage.topics.map(\.name)
        let columns = coverage.subjects.map { subject in
            [Self.title(of: subject)] + coverage.topics.map { Self.word(coverage.learning.cell($0, of: subject)) }
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
        let doubt = cell.contradictions.isEmpty ? "" : " ≠"
        switch cell.voices.count {
        case 0: return (cell.readings.isEmpty ? "–" : "only read") + doubt
        case 1: return "1 voice" + doubt
        default: return "\(cell.voices.count) voices" + doubt
        }
    }

    /// A path's name; what belongs to none has a name of its own.
    static func title(of subject: String) -> String { subject.isEmpty ? "No path" : subject }

    private var voices: [String] {
        let heard = coverage.topics.flatMap { topic in
            coverage.subjects.compactMap { subject -> String? in
                let voices = coverage.learning.cell(topic, of: subject).voices
                guard !voices.isEmpty else { return nil }
                let names = voices.map { "\($0.person), \(day($0.at))" }.joined(separator: "; ")
                return " \(topic.name): \(names)" + (voices.count == 1 ? " (one voice: an anecdote)" : "")
            }
        }
        return heard.isEmpty ? [] : ["", "Who said something"] + heard
    }

    private var contradictions: [String] {
        let found = coverage.topics.flatMap { topic in
            coverage.subjects.flatMap { subject in
                coverage.learning.cell(topic, of: subject).contradictions.map { contradiction in
                    " \(topic.name): \(contradiction.person) contradicts \(contradiction.against ?? "others") (\(day(contradiction.at)))"
                }
            }
        }
        return found.isEmpty ? [] : ["", "Contradictions (≠)"] + found
    }

    private var asks: [String] {
        guard !coverage.asks.isEmpty else {
            return ["", "Nobody to ask: nothing is planned, and nobody is marked as warm."]
        }
        return ["", "Ask next"] + coverage.asks.flatMap(lines)
    }

    private func lines(_ ask: Coverage.Ask) -> [String] {
        let about = coverage.subjects.count > 1 && !ask.subject.isEmpty ? " about \(ask.subject)" : ""
        return [" \(ask.person)\(about) (\(ask.occasion ?? "you know each other"))"]
            + ask.topics.map { "   \($0.topic): \($0.because)" }
    }

    private var strays: [String] {
        guard !coverage.learning.strays.isEmpty else { return [] }
        let names = coverage.topics.flatMap { [$0.name] + $0.words }
        return ["", "Not counted, since no topic has these words"]
            + coverage.learning.strays.map { stray in
                let near = nearestWord(to: stray.note, among: names).map { "; did you mean '\($0)'?" } ?? ""
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
                    coverage.learning.strays.map { stray in
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
            ("path", subject.isEmpty ? .none : .text(subject)), ("heard", .number(Int64(coverage.heard(of: subject)))),
            ("topics", .list(coverage.topics.map { json($0, coverage.learning.cell($0, of: subject)) })),
        ])
    }

    private func json(_ topic: Topic, _ cell: Learning.Cell) -> JSONLine.Value {
        .object([
            ("topic", .text(topic.name)), ("goal", .text(topic.goal)),
            ("people", .list(cell.voices.map { .text($0.person) })), ("voices", .number(Int64(cell.voices.count))),
            ("only_read", .flag(cell.isOnlyRead)), ("read", .list(cell.readings.map { .text($0.written(in: zone)) })),
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
