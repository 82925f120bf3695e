import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import explore

/// README, the manual and help tell the truth: what they show is run, and the screens are compared.
///
/// A block that begins with ```` ```console ```` holds lines `$ explore …`, each followed by what the terminal shows. The
/// commands of one document share one home and one log, which start empty; a block that begins with
/// ```` ```yaml ~/FILE ```` is that file from there on, and ```` ```diff ~/FILE ```` changes lines in it. RECORD=1 rewrites
/// the screens, and fails.
@Suite(.serialized)
struct DocumentTests {
    /// README and every page of the manual that shows a screen.
    private static let documents =
        ["README.md"]
        + ProjectFiles.names(in: "Documentation").filter { path in
            path.hasSuffix(".md") && (try? ProjectFiles.text(path))?.contains("```console") == true
        }

    @Test(arguments: documents)
    func theScreensOfADocumentAreTrue(_ path: String) throws {
        let url = ProjectFiles.root.appendingPathComponent(path)
        let document = try ProjectFiles.text(path)
        let folder = NSTemporaryDirectory() + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let replayed = try replay(document, home: folder)
        #expect(replayed.commands > 0)
        if ProcessInfo.processInfo.environment["RECORD"] != nil, replayed.text != document {
            try replayed.text.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("\(path) was recorded anew; read the change and run again")
        }
        for (shown, came) in replayed.differences { #expect(shown == came) }
    }

    @Test func everyCommandShowsTwoExamplesThatRun() {
        for command in commands(below: Explore.self) {
            let lines = command.configuration.discussion.split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let examples = lines.filter { $0.hasPrefix("explore ") }
            let isLeaf = command.configuration.subcommands.isEmpty
            #expect(!isLeaf || examples.count >= 2, "\(command) shows \(examples.count) examples")
            let log = NSTemporaryDirectory() + UUID().uuidString + ".sqlite"
            defer { for more in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: log + more) } }
            for example in examples {
                let screen = Terminal.run(example, log: log)
                #expect(screen.status != .wrongUsage && screen.status != .notDone, "\(example): \(screen.text)")
            }
        }
    }

    @Test func everyAbstractBeginsWithACapitalAndEndsWithAFullStop() {
        for command in commands(below: Explore.self) {
            let abstract = command.configuration.abstract
            #expect(abstract.first?.isUppercase == true && abstract.hasSuffix("."), "\(command): \(abstract)")
        }
    }

    private func commands(below root: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [root] + root.configuration.subcommands.flatMap { commands(below: $0) }
    }

    /// A document with its screens made anew.
    private struct Replay {
        var text = ""
        var commands = 0
        var differences: [(shown: String, came: String)] = []
    }

    private func replay(_ document: String, home: String) throws -> Replay {
        var replay = Replay()
        var lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while let line = lines.popFirst() {
            replay.text += line + "\n"
            let block = lines.prefix { $0 != "```" }
            if line.hasPrefix("```yaml ~/") { try write(block, to: home + line.dropFirst("```yaml ~".count)) }
            if line.hasPrefix("```diff ~/") { try change(block, in: home + line.dropFirst("```diff ~".count)) }
            guard line == "```console" else { continue }
            lines = lines.dropFirst(block.count)
            replay.text += run(Array(block), home, &replay)
        }
        replay.text = String(replay.text.dropLast())
        return replay
    }

    /// Replaces lines that begin with `-` by those that begin with `+`; others stand around them. They must be there
    /// exactly once.
    private func change(_ lines: ArraySlice<String>, in path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let old = lines.filter { !$0.hasPrefix("+") }.map { $0.dropFirst() + "\n" }.joined()
        let new = lines.filter { !$0.hasPrefix("-") }.map { $0.dropFirst() + "\n" }.joined()
        let parts = text.components(separatedBy: old)
        #expect(parts.count == 2, "\(path) has these lines \(parts.count - 1) times:\n\(old)")
        try Data(parts.joined(separator: new).utf8).write(to: URL(fileURLWithPath: path))
    }

    private func write(_ lines: ArraySlice<String>, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    }

    private func run(_ block: [String], _ home: String, _ replay: inout Replay) -> String {
        let log = home + "/log.sqlite"
        var text = ""
        var rest = block[...]
        while let command = rest.popFirst() {
            let shown = rest.prefix { !$0.hasPrefix("$ ") }
            rest = rest.dropFirst(shown.count)
            text += command + "\n"
            guard command.hasPrefix("$ explore") else {
                text += shown.map { $0 + "\n" }.joined()
                continue
            }
            let screen = Terminal.run(String(command.dropFirst(2)), log: log, home: home)
            let came = screen.text.replacing(log, with: "~/.local/share/explore/log.sqlite").replacing(home, with: "~")
            replay.commands += 1
            let before = shown.map { $0 + "\n" }.joined()
            if before.trimmed != came.trimmed {
                replay.differences.append((command + "\n" + before, command + "\n" + came))
            }
            text += came.trimmed.isEmpty ? "" : came.trimmed + "\n"
            if !rest.isEmpty, !came.trimmed.isEmpty { text += "\n" }
        }
        return text
    }
}

extension String {
    /// The text without blank lines at its ends.
    fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}
