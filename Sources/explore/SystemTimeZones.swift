import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The time zones of this computer, read from its zone files. A statically linked Foundation on Linux knows none.
enum SystemTimeZones {
    /// The rules of a zone by its IANA name; nil when the computer does not know it.
    static func zone(_ name: String) -> Zone? {
        if name == "UTC" { return .utc }
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("..") else { return nil }
        for folder in folders {
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            if let zone = try? Zone(name: name, tzif: [UInt8](bytes)) { return zone }
        }
        return nil
    }

    /// Where zone files are kept on Linux and macOS.
    private static let folders = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/usr/lib/zoneinfo"]

    /// The zone the computer is set to: TZ, else what /etc/localtime points to, else UTC.
    static func current(_ environment: [String: String]) -> String {
        if let name = environment["TZ"], zone(name) != nil { return name }
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime"),
            let cut = target.range(of: "zoneinfo/"), zone(String(target[cut.upperBound...])) != nil
        {
            return String(target[cut.upperBound...])
        }
        if let bytes = FileManager.default.contents(atPath: "/etc/timezone") {
            let name = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
            if zone(name) != nil { return name }
        }
        return "UTC"
    }
}
