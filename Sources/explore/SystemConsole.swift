import RulesEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Console {
    /// The real terminal, clock and environment.
    static func system() -> Console {
        Console(
            write: { FileDescriptor.write($0, to: STDOUT_FILENO) },
            writeError: { FileDescriptor.write($0, to: STDERR_FILENO) },
            environment: systemEnvironment(),
            clock: { Instant(seconds: Int64(time(nil))) },
            systemZone: SystemTimeZones.current(systemEnvironment()),
            isTerminal: isatty(STDOUT_FILENO) == 1,
            readLine: { isatty(STDIN_FILENO) == 1 ? Swift.readLine() : nil },
            isErrorTerminal: isatty(STDERR_FILENO) == 1)
    }

    private static func systemEnvironment() -> [String: String] {
        let names = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "EXPLORE_LOG", "NO_COLOR", "TZ", "TZDIR", "COLUMNS"]
        let pairs = (names + GitRepository.passedOn).compactMap { name in
            getenv(name).map { (name, String(cString: $0)) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

/// Writing whole texts to an open file.
private enum FileDescriptor {
    /// Writes all bytes; a closed pipe ends quietly, as it should for `explore … | head`.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, bytes, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, bytes, count)
        #else
            Darwin.write(descriptor, bytes, count)
        #endif
    }
}
