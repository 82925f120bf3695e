#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of one pack, read into memory: all the engine ever sees of a folder.
public struct PackFiles: Sendable {
    /// The folder's name as shown to people.
    public let name: String
    /// The files by their path inside the pack.
    public let files: [String: SourceFile]

    /// Files to whose names an editor added an ending, such as `first.yaml.txt`: they are no part of the pack.
    public private(set) var misnamed: [String] = []

    /// Links, which are no part of the pack either.
    public private(set) var links: Set<String> = []

    /// A pack from files in memory, such as those built into the program.
    public init(name: String, files: [String: SourceFile]) {
        self.name = name
        self.files = files
    }

    /// The limits on what a pack may hold, so that a hostile one cannot exhaust memory.
    public static let mostFiles = 500

    /// Reads the YAML files of a folder.
    ///
    /// Links are not followed and hidden files are left out; files over the size limit of a text are refused later, by
    /// the YAML layer. Throws when the folder cannot be read.
    public init(folder: String) throws(PackFilesError) {
        let manager = FileManager.default
        guard let paths = manager.enumerator(atFolder: folder) else { throw .cannotRead(folder) }
        var files: [String: SourceFile] = [:]
        for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
            guard files.count < Self.mostFiles else { throw .tooManyFiles(folder) }
            guard let bytes = manager.contents(atPath: folder + "/" + path) else {
                throw .cannotRead(folder + "/" + path)
            }
            files[path] = SourceFile(name: folder + "/" + path, bytes: [UInt8](bytes))
        }
        self.init(name: folder, files: files)
        links = Set(manager.enumerator(atFolder: folder, of: .typeSymbolicLink) ?? [])
        misnamed = paths.filter { path in
            [".txt", ".yaml", ".yml"].contains { path.lowercased().hasSuffix(".yaml" + $0) }
        }
    }

    /// The file that was most probably meant by a path that is not there; nil when there is none.
    func misnamed(for path: String) -> String? {
        misnamed.first { $0.lowercased().hasPrefix(path.lowercased() + ".") }
    }
}

/// Why a pack's folder could not be read.
public enum PackFilesError: Error, Sendable, Hashable {
    /// It is not there, is no folder, or may not be read.
    case cannotRead(String)
    /// It holds more files than any pack needs.
    case tooManyFiles(String)

    /// What to tell a person.
    public var message: String {
        switch self {
        case .cannotRead(let path): "cannot read '\(path)': it is not there, or may not be read"
        case .tooManyFiles(let folder): "'\(folder)' holds more than \(PackFiles.mostFiles) files; is it a pack?"
        }
    }
}

extension FileManager {
    /// The paths of one type below a folder, in order, without hidden files; links are not followed. Nil when it cannot be
    /// read.
    fileprivate func enumerator(
        atFolder folder: String, of wanted: FileAttributeType = .typeRegular
    ) -> [String]? {
        guard let names = try? contentsOfDirectory(atPath: folder) else { return nil }
        var paths: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            guard let type = try? attributesOfItem(atPath: path)[.type] as? FileAttributeType else { continue }
            if type == wanted { paths.append(name) }
            if type == .typeDirectory {
                paths += (enumerator(atFolder: path, of: wanted) ?? []).map { name + "/" + $0 }
            }
        }
        return paths
    }
}
