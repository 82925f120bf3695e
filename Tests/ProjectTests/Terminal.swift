import Foundation
import RulesEngine
import TestSupport

@testable import explore

/// A terminal for documents: it runs a command line as a reader would type it, in a folder that holds the examples.
struct Terminal {
    /// What a command printed and how it ended.
    struct Screen {
        let output: String
        let errors: String
        let status: ExitStatus

        /// Both streams, as a terminal shows them.
        var text: String { output + errors }
    }

    /// The moment all documents live at: Friday 20 November 2026, 18:00 in New York.
    static let now = Instant(seconds: 1_795_215_600)

    /// Runs one command line that begins with `explore`; paths are taken from the root of the repository.
    ///
    /// With a `home`, words that begin with `~/` lead there.
    static func run(_ line: String, log: String? = nil, home: String? = nil) -> Screen {
        let output = Capture()
        let errors = Capture()
        let console = console(log: log, home: home, output: output, errors: errors)
        _ = FileManager.default.changeCurrentDirectoryPath(ProjectFiles.root.path)
        let words = Self.words(line).dropFirst().map { word in
            home.map { word.hasPrefix("~/") ? $0 + word.dropFirst() : word } ?? word
        }
        let status = Program.run(words, console)
        return Screen(output: output.text, errors: errors.text, status: status)
    }

    /// What a command meets here: the clock of the documents, no settings of anybody, and nobody at the keyboard.
    static func console(
        log: String? = nil, home: String? = nil, output: Capture = Capture(), errors: Capture = Capture()
    ) -> Console {
        var environment = ["HOME": home ?? NSTemporaryDirectory() + "explore-nobody", "NO_COLOR": "1"]
        environment["EXPLORE_LOG"] = log
        return Console(
            write: { output.add($0) }, writeError: { errors.add($0) }, environment: environment,
            clock: { now }, systemZone: "America/New_York", isTerminal: false, readLine: { nil })
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
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}

/// Collects what is written to a stream.
final class Capture: Sendable {
    private let storage = Storage()

    /// The text so far.
    var text: String { storage.text }
    /// Adds what was written.
    func add(_ text: String) { storage.add(text) }

    private final class Storage: @unchecked Sendable {
        private let lock = NSLock()
        private var collected = ""

        var text: String { lock.withLock { collected } }
        func add(_ text: String) { lock.withLock { collected += text } }
    }
}
