/// A change of a zone's offset from UTC.
struct OffsetChange: Hashable, Sendable {
    /// The first instant of the new offset, in seconds since 1970.
    let instant: Int64

    /// The new offset, in seconds east of UTC.
    let offset: Int32
}
