/// How much a pack may hold that somebody else made, so that none can exhaust memory, disk or time.
public struct PackStoreLimits: Sendable, Hashable {
    /// The most files a pack keeps.
    public var files = PackFiles.mostFiles
    /// The most bytes of one of them.
    public var fileBytes = 1 << 20
    /// The most bytes of all of them.
    public var packBytes = 8 << 20
    /// The most bytes of an archive as it is downloaded.
    public var archiveBytes = 16 << 20
    /// The most bytes of an archive unpacked.
    public var unpackedBytes = 32 << 20
    /// The most entries of an archive or folder, those that are not kept included.
    public var entries = 5000
    /// The most folders inside one another.
    public var depth = 8

    /// The limits that hold for everything.
    public static let standard = PackStoreLimits()
}
