import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Puts a new text in the place of a file that a person may be editing at the same moment.
enum FileReplacement {
    /// How it went.
    enum Outcome: Sendable, Hashable {
        /// The file holds the new text, all of it.
        case replaced
        /// Somebody changed the file since it was read; it was left.
        case changedMeanwhile
        /// It could not be written; nothing changed.
        case notWritten
    }

    /// Replaces a file by a temporary one beside it, so that it is never half written; who may read it stays as it was.
    static func replace(_ path: String, readAs old: [UInt8], with new: [UInt8]) -> Outcome {
        let manager = FileManager.default
        let temporary = folder(of: path) + ".explore-\(UUID().uuidString).tmp"
        defer { try? manager.removeItem(atPath: temporary) }
        let permissions = (try? manager.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
        guard manager.isWritableFile(atPath: path), write(new, to: temporary, permissions: permissions ?? 0o644) else {
            return .notWritten
        }
        guard let bytes = manager.contents(atPath: path), [UInt8](bytes) == old else { return .changedMeanwhile }
        return rename(temporary, path) == 0 ? .replaced : .notWritten
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// A new file whose bytes have reached the disk before anything is renamed.
    private static func write(_ bytes: [UInt8], to path: String, permissions: Int) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, mode_t(permissions))
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard fchmod(descriptor, mode_t(permissions)) == 0 else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return fsync(descriptor) == 0
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes, count)
        #else
            Darwin.write(descriptor, bytes, count)
        #endif
    }
}
