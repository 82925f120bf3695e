import Foundation

/// Files of this repository, found from where this source file stands.
package enum ProjectFiles {
    /// The folder `Package.swift` is in.
    package static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of a file, by its path from the root.
    package static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// The text of a file, by its path from the root.
    package static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The paths from the root of what stands in a folder, in the order of their names; none where there is no such folder.
    package static func names(in folder: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return (found ?? []).sorted().map { folder + "/" + $0 }
    }

    /// The lines of a file of JSON objects, one a line, by its path from the root.
    package static func jsonLines(_ path: String) throws -> [[String: Any]] {
        try bytes(path).split(separator: 0x0A).compactMap {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
        }
    }
}
