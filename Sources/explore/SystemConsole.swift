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
            write: { text in
                guard let problem = FileDescriptor.write(text, to: STDOUT_FILENO) else { return }
                let message = "explore: the output could not be written to its end: \(problem)\n"
                _ = FileDescriptor.write(message, to: STDERR_FILENO)
                exit(ExitStatus.notDone.rawValue)
            },
            writeError: { _ = FileDescriptor.write($0, to: STDERR_FILENO) },
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
    /// Writes all bytes, and says what kept it from that, such as a full disk; a closed pipe ends quietly, as it should
    /// for `explore … | head`.
    static func write(_ text: String, to descriptor: Int32) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if written == 0 || errno != EINTR {
                    return errno == EPIPE ? nil : String(cString: strerror(errno)).lowercased()
                }
            }
            return nil
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
