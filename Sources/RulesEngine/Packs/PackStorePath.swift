/// Whether the name of a file is harmless on every computer.
enum PackStorePath {
    /// The parts of a path as an archive or a folder writes it; refused when it could lead out of its folder.
    static func parts(of path: String, depth: Int) throws(PackStoreError) -> [String] {
        guard !path.hasPrefix("/") else { throw .badPath(path, "it begins at the root of the disk") }
        guard path.utf8.count <= 1024 else { throw .badPath(path, "it is too long") }
        let plain = path.hasPrefix("./") ? path.dropFirst(2) : path[...]
        let parts = plain.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for part in parts {
            if part == ".." || part == "." || part.isEmpty {
                throw .badPath(path, "it leads out of its folder or nowhere")
            }
            if part.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }) {
                throw .badPath(path, "it contains characters that are no letters")
            }
        }
        guard parts.count <= depth else { throw .badPath(path, "it lies in too many folders") }
        return parts
    }

    /// Whether a text can be a pack's id and the name of its folder: small letters, digits, hyphens.
    static func isID(_ text: String) -> Bool {
        let letters = text.unicodeScalars
        let isPlain = letters.allSatisfy { "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" }
        return isPlain && !text.isEmpty && text.count <= 64 && !text.hasPrefix("-") && !devices.contains(text)
    }

    /// Whether a pack keeps such a file: YAML, and no part of its path hidden.
    static func isKept(_ parts: [String]) -> Bool {
        guard let name = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else { return false }
        let lowered = name.lowercased()
        return lowered.hasSuffix(".yaml") || lowered.hasSuffix(".yml")
    }

    /// The path of a file that is kept: letters without accents, digits, `-`, `_` and `.` in names of up to 100.
    static func checked(_ parts: [String], depth: Int) throws(PackStoreError) -> String {
        let path = parts.joined(separator: "/")
        guard parts.count <= depth else { throw .badPath(path, "it lies in too many folders") }
        for part in parts {
            guard part.count <= 100 else { throw .badPath(path, "it is too long") }
            guard part.unicodeScalars.allSatisfy(isPlain) else { throw .badPath(path, "it contains odd characters") }
            guard !part.hasPrefix("-"), !part.hasSuffix(".") else {
                throw .badPath(path, "it begins with '-' or ends with '.'")
            }
            let stem = part.prefix { $0 != "." }.lowercased()
            guard !devices.contains(stem) else { throw .badPath(path, "some computers keep that name for a device") }
        }
        return path
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
        default: false
        }
    }

    /// Names Windows keeps for itself, whatever follows the first dot.
    private static let devices = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
