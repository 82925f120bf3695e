#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps two programs from changing the installed packs at once: a lock on a file beside the record, which the system
/// lets go of when the program ends, however it ends.
struct PackStoreLock: ~Copyable {
    private let file: Int32

    /// Who may hold it at the same time.
    enum Use: Sendable {
        /// Nobody else.
        case changing
        /// Others who read.
        case reading
    }

    /// Waits for the lock of a folder, which is there: it tries every hundredth of a second, and an error says that another
    /// program would not let go of it.
    init(_ folder: String, for use: Use, tries: Int = 1000) throws(PackStoreError) {
        let path = folder + "/.lock"
        let flags = use == .changing ? O_RDWR | O_CREAT : O_RDONLY
        let opened = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else { throw use == .changing ? .cannotWrite(path) : .cannotRead(path) }
        var left = tries
        while flock(opened, (use == .changing ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
            let isHeld = errno == EWOULDBLOCK || errno == EINTR
            left -= 1
            guard isHeld, left > 0 else {
                close(opened)
                throw isHeld ? .busy : .cannotWrite(path)
            }
            usleep(10_000)
        }
        file = opened
    }

    deinit { close(file) }
}
