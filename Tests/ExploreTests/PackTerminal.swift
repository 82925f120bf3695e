import Foundation
import RulesEngine
import Synchronization
import TestSupport

@testable import explore

/// A folder that is there for one test, and a terminal that runs commands in process.
///
/// `@` in an argument stands for the folder. The moment is Friday 20 November 2026, 18:00 in New York.
final class PackTerminal {
    /// What a command printed and how it ended.
    struct Screen {
        let output: String
        let errors: String
        let status: ExitStatus

        /// Both streams.
        var text: String { output + errors }
    }

    /// The folder's path.
    let folder = NSTemporaryDirectory() + "explore-packs-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs one command without the program's name.
    func run(_ arguments: String..., now: Int64 = 1_795_215_600) -> Screen { run(arguments, now: now) }

    /// Runs one command without the program's name.
    func run(_ arguments: [String], now: Int64 = 1_795_215_600) -> Screen {
        let output = Recorder()
        let errors = Recorder()
        let console = Console(
            write: { output.add($0) }, writeError: { errors.add($0) },
            environment: ["HOME": folder + "/home", "XDG_CONFIG_HOME": folder + "/config", "NO_COLOR": "1"],
            clock: { Instant(seconds: now) }, systemZone: "America/New_York", isTerminal: false, readLine: { nil })
        let status = Program.run(arguments.map { $0.replacing("@", with: folder) }, console)
        let text = { (recorder: Recorder) in recorder.text.replacing(self.folder, with: "@") }
        return Screen(output: text(output), errors: text(errors), status: status)
    }

    /// Writes a file below the folder, with the folders on the way to it.
    func write(_ path: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// The text of a file below the folder.
    func read(_ path: String) throws -> String {
        try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }

    /// The files below the folder, in order.
    func files(_ path: String = "") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder + "/" + path).sorted()
    }
}

/// Collects what is written to a stream.
private final class Recorder: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }
    func add(_ text: String) { lines.withLock { $0 += text } }
}
