import Foundation
import RulesEngine
import Synchronization
import TestSupport

@testable import explore

/// A home folder that is there for one test, and a terminal in it that runs commands in process.
///
/// `@` in a command line stands for the folder, `Examples/` for that of the repository. The moment is Friday 20 November
/// 2026, 18:00 in New York, unless a test says otherwise.
final class LogTerminal {
    /// What a command printed and how it ended.
    struct Screen {
        let output: String
        let errors: String
        let status: ExitStatus

        /// Both streams.
        var text: String { output + errors }
    }

    /// The folder's path.
    let folder = NSTemporaryDirectory() + "explore-log-" + UUID().uuidString
    /// What the person types when asked; nobody sits at the keyboard when nil.
    var answers: [String]?
    /// The environment beside HOME; an empty HOME counts as missing.
    var environment: [String: String] = [:]
    /// What the clock shows.
    var now: Int64 = LogTerminal.friday

    static let friday: Int64 = 1_795_215_600

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs a command line without the program's name, cut into words as a shell cuts it.
    @discardableResult
    func run(_ line: String) -> Screen {
        let (output, errors, typed) = (Recorder(), Recorder(), Answers(answers ?? []))
        let console = Console(
            write: { output.add($0) }, writeError: { errors.add($0) },
            environment: ["HOME": folder, "NO_COLOR": "1"].merging(environment) { $1 },
            clock: { [now] in Instant(seconds: now) }, systemZone: "America/New_York", isTerminal: answers != nil,
            readLine: { typed.next() })
        let status = Program.run(Self.words(line).map(path), console)
        let text = { (recorder: Recorder) in recorder.text.replacing(self.folder, with: "@") }
        return Screen(output: text(output), errors: text(errors), status: status)
    }

    /// The log of this terminal, as the database holds it.
    var log: String { folder + "/.local/share/explore/log.sqlite" }

    /// Writes a file in the folder.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    /// The text of a file in the folder.
    func read(_ name: String) throws -> String { try String(contentsOfFile: folder + "/" + name, encoding: .utf8) }

    private func path(_ word: String) -> String {
        let word = word.hasPrefix("@") ? folder + word.dropFirst() : word
        return word.hasPrefix("Examples/") ? ProjectFiles.root.appendingPathComponent(word).path : word
    }

    /// The words of a line as a shell splits them, with single and double quotes.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                (quote, word) = (character, word ?? "")
            } else if character == " " {
                words += word.map { [$0] } ?? []
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}

/// Collects what is written to a stream.
private final class Recorder: Sendable {
    private let collected = Mutex("")

    var text: String { collected.withLock { $0 } }
    func add(_ text: String) { collected.withLock { $0 += text } }
}

/// Gives what a person types, line by line.
private final class Answers: Sendable {
    private let lines: Mutex<[String]>

    init(_ answers: [String]) { lines = Mutex(answers) }
    func next() -> String? { lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
