/// How big a file may be, so that no file can keep the program busy.
enum YAMLLimits {
    /// The most bytes: 16 MiB.
    static let bytes = 16 * 1024 * 1024
    /// The most values, keys included.
    static let nodes = 1_000_000
    /// The most lists and settings inside one another; packs stay under 12.
    static let depth = 64
    /// The most mistakes reported about one file.
    static let diagnostics = 1000
}
