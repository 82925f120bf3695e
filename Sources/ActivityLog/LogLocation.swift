/// Where the log is kept: a pure function of what was asked for and the environment.
public enum LogLocation {
    /// The variable that names the log's file.
    public static let variable = "EXPLORE_LOG"

    /// The log's path: the one asked for, else `EXPLORE_LOG`, else `explore/log.sqlite` in the person's data folder.
    ///
    /// The data folder is `XDG_DATA_HOME` when that is an absolute path, as its specification demands, else
    /// `~/.local/share`. Empty values count as missing. Nil when nothing says where the home folder is.
    public static func path(askedFor: String? = nil, environment: [String: String]) -> String? {
        if let given = filled(askedFor) ?? filled(environment[variable]) { return given }
        return dataFolder(environment).map { folder in folder + "/explore/log.sqlite" }
    }

    /// The person's data folder, in which `explore` has a folder of its own; nil when nothing says where it is.
    public static func dataFolder(_ environment: [String: String]) -> String? {
        if let data = filled(environment["XDG_DATA_HOME"]), data.hasPrefix("/") { return withoutSlash(data) }
        return filled(environment["HOME"]).map { home in withoutSlash(home) + "/.local/share" }
    }

    private static func filled(_ text: String?) -> String? {
        text.flatMap { text in text.isEmpty ? nil : text }
    }

    private static func withoutSlash(_ folder: String) -> String {
        folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }
}
