import RulesEngine

/// The packs that ship with the program and rest until a person switches them on with `explore pack add`.
enum OfferedPacks {
    /// All of them, in the order of their ids.
    static var all: [PackFiles] { Workspace.everyShipped().filter(\.isOffByDefault) }

    /// The pack of an id; nil when none of that id is offered.
    static func pack(_ id: String) -> PackFiles? { all.first { $0.name == id } }
}

extension PackFiles {
    /// Whether a shipped pack rests by default, read loosely from its page.
    var isOffByDefault: Bool {
        guard let page = files["pack.yaml"] else { return false }
        let lines = String(decoding: page.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.contains("off_by_default: yes")
    }
}

extension LockFile.Pack {
    /// How the record says that a pack comes with the program.
    static let offeredSource = "ships with the program"

    /// Whether it is a pack of the program's own that was switched on: always as new as the program.
    var isOffered: Bool { source == Self.offeredSource }
}
