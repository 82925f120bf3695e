/// One plain file that a folder or an archive holds, before anybody has looked at its name.
struct PackStoreEntry: Sendable, Hashable {
    /// Its path as written.
    let path: String
    /// What is in it.
    let bytes: [UInt8]
}
