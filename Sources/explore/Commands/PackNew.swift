import ArgumentParser
import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `explore pack new FOLDER`.
struct PackNew: ExploreCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a pack: a folder with two rules that explain themselves.",
        discussion: """
            The folder must not exist yet, or be empty. Nothing is ever overwritten.

            Examples:
              explore pack new north-campus --print
              explore pack new advice/engineers --title 'Advice for engineers' --print
            """)

    @Argument(help: "The folder to make.")
    var folder: String
    @Option(help: "The pack's name for people. Default: made from the id.")
    var title: String?
    @Option(help: "The pack's id: small letters, digits and hyphens. Default: made from the folder's name.")
    var id: String?
    @Flag(help: "Show what would be written, and write nothing.")
    var print = false

    func run(_ console: Console) throws -> ExitStatus {
        let starter = try starter(console)
        if print {
            for file in starter.files { console.write("# --- \(folder)/\(file.path)\n\(file.text)") }
            return .inOrder
        }
        try makeRoom()
        for file in starter.files {
            try write(file.text, to: folder + "/" + file.path)
            console.line(folder + "/" + file.path)
        }
        console.line()
        for verb in ["check", "explain", "test"] { console.line("Next: explore pack \(verb) \(shellWord(folder))") }
        return .inOrder
    }

    private func starter(_ console: Console) throws -> PackStarter {
        let id = try readID()
        if Workspace.everyShipped().contains(where: { $0.name == id }) {
            throw CommandFailure("a pack called '\(id)' comes with the program", help: "choose another: --id my-\(id)")
        }
        let title = title ?? PackStarter.title(fromID: id)
        guard !title.isEmpty, !title.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw CommandFailure(
                "the title must be one line of text", help: "for example: --title 'Advice of my campus'")
        }
        let zone = try Workspace.zone(console.systemZone)
        return PackStarter(id: id, title: title, today: zone.wallTime(at: console.clock()).day)
    }

    private func readID() throws -> String {
        if let id, PackStarter.id(fromFolder: id) == id { return id }
        if let id {
            let near = PackStarter.id(fromFolder: id)
            throw CommandFailure(
                "'\(id)' cannot be the id of a pack: it has small letters, digits and hyphens",
                help: "write for example: --id \(near ?? "north-campus")")
        }
        guard let made = PackStarter.id(fromFolder: folder) else {
            throw CommandFailure(
                "no id can be made from '\(folder)'", help: "write one, for example: --id north-campus")
        }
        return made
    }

    // MARK: Writing

    private func makeRoom() throws {
        let manager = FileManager.default
        if let type = try? manager.attributesOfItem(atPath: folder)[.type] as? FileAttributeType {
            guard type == .typeDirectory else {
                throw CommandFailure("'\(folder)' is a file", help: "name another folder")
            }
            guard let names = try? manager.contentsOfDirectory(atPath: folder), names.isEmpty else {
                throw CommandFailure("there are files in '\(folder)' already", help: "name a new folder")
            }
        }
        do {
            try manager.createDirectory(atPath: folder + "/rules", withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                "the folder '\(folder)' cannot be made", help: "check the name, and who may write there")
        }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw CommandFailure(
                "the file '\(path)' cannot be written", help: "check who may write there, and the disk")
        }
    }

    /// The folder as a shell takes it for one word.
    private func shellWord(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
