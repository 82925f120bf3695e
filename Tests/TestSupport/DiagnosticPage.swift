import Foundation
import RulesEngine

/// A page of `Documentation/Diagnostics`: words for people, an example with one mistake, its screen, and the repair.
package struct DiagnosticPage {
    /// A fenced block of the page.
    private struct Block {
        let info: String
        let text: String
        /// The lines between the fences.
        let lines: Range<Int>
    }

    /// The name of the file in the screen of a page about the way a file is written.
    package static let exampleName = "example.yaml"

    /// The page's path from the root of the repository.
    package let path: String
    private let lines: [String]
    private let blocks: [Block]

    /// Reads the page of a code; an error when there is none.
    package init(of code: DiagnosticCode) throws {
        let path = "Documentation/Diagnostics/\(code.rawValue).md"
        try self.init(path: path, text: String(decoding: ProjectFiles.bytes(path), as: UTF8.self))
    }

    /// Takes the text of a page.
    package init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        blocks = Self.blocks(of: lines)
    }

    /// The code in the page's first line; nil when that is no code.
    package var code: DiagnosticCode? {
        lines.first.flatMap { DiagnosticCode(rawValue: String($0.dropFirst(2))) }
    }

    /// What the page says before its example.
    package var words: String {
        lines.dropFirst().prefix { $0 != "## Example" }.joined(separator: "\n")
    }

    /// The smallest input with exactly this mistake, named as its block is: `example.yaml`, `rules.yaml`, `plan.yaml`.
    package var example: SourceFile? {
        if let block = blocks.first(where: { $0.info.hasPrefix("yaml ") || $0.info.hasPrefix("message ") }) {
            return file(of: block)
        }
        let word = block("generated \(Self.exampleName)")?.text.trimmingCharacters(in: .whitespacesAndNewlines)
        return word.flatMap(Self.generated).map { SourceFile(name: Self.exampleName, bytes: $0) }
    }

    /// What the terminal shows for the example.
    package var screen: String? {
        block("text screen").map { String($0.text.dropLast()) }
    }

    /// The example without the mistake, named as its block or else as the example is; nil where the page shows none.
    package var mended: SourceFile? {
        guard let heading = lines.firstIndex(of: "## Mended") else { return nil }
        return blocks.first { $0.lines.lowerBound > heading && !$0.info.hasPrefix("text") }.map(file)
    }

    /// Writes another screen into the page's file.
    package func record(screen: String) throws {
        guard let block = block("text screen") else { return }
        var lines = lines
        lines.replaceSubrange(
            block.lines, with: screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        try lines.joined(separator: "\n").write(
            to: ProjectFiles.root.appendingPathComponent(path), atomically: true, encoding: .utf8)
    }

    /// The text of a block under the name its info string gives it.
    private func file(of block: Block) -> SourceFile {
        let name = block.info.split(separator: " ").dropFirst().first.map(String.init)
        return SourceFile(name: name ?? example?.name ?? Self.exampleName, text: block.text)
    }

    private func block(_ info: String) -> Block? {
        blocks.first { $0.info == info }
    }

    private static func blocks(of lines: [String]) -> [Block] {
        var blocks: [Block] = []
        var start: Int?
        for (index, line) in lines.enumerated() where line.hasPrefix("```") {
            guard let first = start else {
                start = index
                continue
            }
            let text = lines[first + 1..<index].map { $0 + "\n" }.joined()
            blocks.append(Block(info: String(lines[first].dropFirst(3)), text: text, lines: first + 1..<index))
            start = nil
        }
        return blocks
    }

    /// Input that cannot stand in a page, by its word.
    private static func generated(_ word: String) -> [UInt8]? {
        switch word {
        case "utf16": [0xFF, 0xFE] + Array("title: x\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "nul-byte": Array("title: x\u{0}\n".utf8)
        case "latin1": Array("title: Gr".utf8) + [0xFC] + Array("n\n".utf8)
        case "too-deep": Array((String(repeating: "[", count: 65) + "\n").utf8)
        case "too-large": Array(repeating: UInt8(ascii: "#"), count: 16 * 1024 * 1024 + 1)
        case "too-many": Array((0..<1_000_000).map { _ in "-\n" }.joined().utf8)
        default: nil
        }
    }
}
