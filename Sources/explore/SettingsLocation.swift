import RulesEngine

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a person's own settings are kept: a pure function of the environment.
enum SettingsLocation {
    /// `explore/settings.yaml` in the person's configuration folder; nil when nothing says where that is.
    ///
    /// The folder is `XDG_CONFIG_HOME` when that is an absolute path, as its specification demands, else `~/.config`.
    /// Empty values count as missing.
    static func path(_ environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return settings(in: folder) }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return settings(in: withoutSlash(home) + "/.config")
    }

    /// The file as it stands; nil when there is none.
    static func file(_ environment: [String: String]) throws -> SourceFile? {
        guard let path = path(environment), FileManager.default.fileExists(atPath: path) else { return nil }
        return try TextFile.read(path)
    }

    private static func settings(in folder: String) -> String { withoutSlash(folder) + "/explore/settings.yaml" }

    private static func withoutSlash(_ folder: String) -> String {
        folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }
}
