import Foundation
import RulesEngine

/// The directory in which tests find the bytes of zones.
package let zoneDirectory = "/usr/share/zoneinfo"

/// The zone of that name, read from the system's zone files.
package func zone(_ name: String) throws -> Zone {
    try Zone(name: name, tzif: zoneBytes(name))
}

/// The bytes of a zone's TZif file.
package func zoneBytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(zoneDirectory)/\(name)")))
}

/// The names of all zones of the system, in alphabetical order, without the variants that count leap seconds.
package func zoneNames() -> [String] {
    let paths = FileManager.default.enumerator(atPath: zoneDirectory)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
        guard !path.hasPrefix("right/"), !path.hasPrefix("posix"), let bytes = try? zoneBytes(path) else {
            return false
        }
        return bytes.starts(with: "TZif".utf8)
    }.sorted()
}
