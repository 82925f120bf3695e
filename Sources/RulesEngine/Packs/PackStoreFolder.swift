#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension PackStoreParcel {
    /// The pack in a folder. Links are refused, not followed; hidden files are left out.
    public init(folder: String, limits: PackStoreLimits = .standard) throws(PackStoreError) {
        var walk = PackStoreWalk(folder: folder, limits: limits)
        try walk.visit("", depth: 0)
        try self.init(walk.entries, limits: limits)
    }
}

/// A walk through a folder that reads the files a pack keeps and counts the others.
private struct PackStoreWalk {
    let folder: String
    let limits: PackStoreLimits
    var entries: [PackStoreEntry] = []
    private var read = 0

    init(folder: String, limits: PackStoreLimits) {
        self.folder = folder
        self.limits = limits
    }

    /// Visits what is below a path that is empty or ends in a slash.
    mutating func visit(_ below: String, depth: Int) throws(PackStoreError) {
        guard depth <= limits.depth else { throw .badPath(below, "it lies in too many folders") }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + below) else {
            throw .cannotRead(folder + "/" + below)
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = below + name
            guard entries.count < limits.entries else { throw .tooMany(limits.entries) }
            try visit(path, name, depth)
        }
    }

    private mutating func visit(_ path: String, _ name: String, _ depth: Int) throws(PackStoreError) {
        let full = folder + "/" + path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: full) else { throw .cannotRead(full) }
        switch attributes[.type] as? FileAttributeType {
        case .typeDirectory?: try visit(path + "/", depth: depth + 1)
        case .typeRegular?:
            let isKept = PackStorePath.isKept([name])
            entries.append(PackStoreEntry(path: path, bytes: isKept ? try contents(path, attributes[.size]) : []))
        case .typeSymbolicLink?: throw .notPlain(path, "a link")
        default: throw .notPlain(path, "no plain file")
        }
    }

    private mutating func contents(_ path: String, _ size: Any?) throws(PackStoreError) -> [UInt8] {
        guard let size = (size as? UInt64).map(Int.init(clamping:)) ?? size as? Int, size <= limits.fileBytes else {
            throw .tooLarge(quoted(path), limits.fileBytes)
        }
        read += size
        guard read <= limits.packBytes else { throw .tooLarge("the pack", limits.packBytes) }
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + path) else {
            throw .cannotRead(folder + "/" + path)
        }
        return [UInt8](bytes)
    }
}
