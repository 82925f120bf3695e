#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where the program starts.
@main
struct ExploreMain {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        exit(Program.run(Array(CommandLine.arguments.dropFirst()), .system()).rawValue)
    }
}
