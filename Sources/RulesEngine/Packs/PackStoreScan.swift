/// Looks through the texts of a pack that somebody else made for characters that could play tricks on a terminal.
///
/// Written plainly they are found when a file is read; written as an escape, as in `"\e[31m"`, they come into being only
/// then.
public enum PackStoreScan {
    /// Reports every text of the files that holds such a character, with its place.
    public static func check(_ files: PackFiles, _ diagnostics: inout Diagnostics) {
        for (_, file) in files.files.sorted(by: { $0.key < $1.key }) {
            // What is wrong with the way it is written is reported when the pack is loaded.
            var ignored = Diagnostics()
            guard let root = YAMLLoader.load(file, &ignored)?.root else { continue }
            check(root, &diagnostics)
        }
    }

    private static func check(_ node: Node, _ diagnostics: inout Diagnostics) {
        switch node.kind {
        case .scalar:
            guard node.style == .doubleQuoted, let scalar = node.text.unicodeScalars.first(where: isTrick) else {
                return
            }
            diagnostics.report(.hiddenCharacter(scalar, at: node.range))
        case .sequence: for item in node.items { check(item, &diagnostics) }
        case .mapping:
            for entry in node.entries {
                check(entry.key, &diagnostics)
                check(entry.value, &diagnostics)
            }
        case .alias: break
        }
    }

    private static func isTrick(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}

extension Diagnostic {
    static func hiddenCharacter(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .controlCharacter,
            "an invisible control character is hidden in this text: \(InvisibleCharacter.code(scalar.value))",
            at: range, help: "ask whoever made the pack to take it out")
    }
}
