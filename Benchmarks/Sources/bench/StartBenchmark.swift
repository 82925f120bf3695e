import Foundation

#if canImport(Glibc)
    @preconcurrency import Glibc
#else
    import Darwin
#endif

/// Start to exit of whole commands against `true` and `sqlite3`.
enum StartBenchmark {
    static func run(root: String) {
        let explore = root + "/.build/release/explore"
        let options = ["--log", root + "/Examples/sam.yaml", "--now", "2026-11-20 18:00", "--time-zone", "America/New_York"]
        row("Start to exit, median of 21", "ms", "times true")
        let base = time("/usr/bin/true", []) ?? 1
        row("true", two(base * 1000), "1.00")
        let peers: [(String, String, [String])] = [
            ("sqlite3 :memory: 'select 1'", "/usr/bin/sqlite3", [":memory:", "select 1"]),
            ("explore --version", explore, ["--version"]),
            ("explore today", explore, ["today"] + options),
            ("explore lint", explore, ["lint", root + "/Examples/plan-mended.yaml"] + options),
        ]
        for (name, path, arguments) in peers {
            guard let seconds = time(path, arguments) else {
                row(name, "not installed")
                continue
            }
            row(name, two(seconds * 1000), two(seconds / base))
        }
    }

    private static func time(_ path: String, _ arguments: [String]) -> Double? {
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let words = [path] + arguments
        return Stopwatch.median(of: 21) { spawn(words) }
    }

    /// Runs a program to its end without looking at what it prints; Foundation's Process waits in steps of 50 ms.
    private static func spawn(_ words: [String]) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = words.map { strdup($0) } + [nil]
        var process = pid_t()
        precondition(posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0, "the program starts")
        var status: Int32 = 0
        waitpid(process, &status, 0)
        for argument in arguments { free(argument) }
        posix_spawn_file_actions_destroy(&actions)
    }
}
