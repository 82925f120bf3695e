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

    /// Waits for the lock of a folder, which is there; an error says that another program would not let go of it.
    init(_ folder: String, for use: Use, patience: Duration = .seconds(10)) throws(PackStoreError) {
        let path = folder + "/.lock"
        let flags = use == .changing ? O_RDWR | O_CREAT : O_RDONLY
        let opened = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else { throw use == .changing ? .cannotWrite(path) : .cannotRead(path) }
        let deadline = ContinuousClock.now + patience
        while flock(opened, (use == .changing ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
            let isHeld = errno == EWOULDBLOCK || errno == EINTR
            guard isHeld, ContinuousClock.now < deadline else {
                close(opened)
                throw isHeld ? .busy : .cannotWrite(path)
            }
            usleep(10_000)
        }
        file = opened
    }

    deinit { close(file) }
}
