import Foundation
import RulesEngine
import Testing

@testable import explore

/// `explore pack add ADDRESS`: what a repository may hold and an address may say without anything being run or followed.
struct PackRepositoryTests {
    private func terminal() throws -> PackTerminal {
        let terminal = try PackTerminal()
        try terminal.write("pack/pack.yaml", PackTryTests.page)
        try terminal.write("pack/rules/a.yaml", PackTryTests.rules)
        return terminal
    }

    private func git(_ terminal: PackTerminal, _ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["git", "-C", terminal.folder + "/pack", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "git \(arguments)")
    }

    private func commit(_ terminal: PackTerminal) throws {
        try git(terminal, "init", "--quiet", "--initial-branch=main")
        try git(terminal, "add", "--all")
        try git(terminal, "commit", "--quiet", "--message=x")
    }

    private func add(_ terminal: PackTerminal) -> PackTerminal.Screen {
        terminal.run("pack", "add", "file://" + terminal.folder + "/pack")
    }

    @Test func aLinkInARepositoryIsRefused() throws {
        let terminal = try terminal()
        try FileManager.default.createSymbolicLink(
            atPath: terminal.folder + "/pack/rules/b.yaml", withDestinationPath: "/etc/hostname")
        try commit(terminal)
        let screen = add(terminal)
        #expect(screen.errors.hasPrefix("explore: 'rules/b.yaml' is a link, which a pack cannot have"))
        #expect(screen.status == .notDone)
    }

    @Test func aSubmoduleIsNotFetched() throws {
        let terminal = try terminal()
        let elsewhere = "file://" + terminal.folder + "/elsewhere"
        try terminal.write("pack/.gitmodules", "[submodule \"sub\"]\n\tpath = sub\n\turl = \(elsewhere)\n")
        try git(terminal, "init", "--quiet", "--initial-branch=main")
        let commit = String(repeating: "1", count: 40)
        try git(terminal, "update-index", "--add", "--cacheinfo", "160000,\(commit),sub")
        try git(terminal, "add", ".gitmodules", "pack.yaml", "rules")
        try git(terminal, "commit", "--quiet", "--message=x")
        let screen = add(terminal)
        #expect(screen.status == .inOrder, "\(screen.text)")
        #expect(try terminal.files("home/.local/share/explore/packs/small") == ["pack.yaml", "rules", "rules/a.yaml"])
    }

    /// Hooks and settings of the repository that is fetched from, and filters its attributes ask for.
    @Test func nothingOfTheRepositoryRuns() throws {
        let terminal = try terminal()
        let trap = terminal.folder + "/ran"
        try terminal.write("trap.sh", "#!/bin/sh\ntouch '\(trap)'\nexec \"$@\"\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: terminal.folder + "/trap.sh")
        try terminal.write("pack/.gitattributes", "* filter=trap diff=trap\n*.yaml export-subst\n")
        try commit(terminal)
        for hook in ["post-checkout", "pre-receive", "reference-transaction", "post-index-change"] {
            try FileManager.default.copyItem(
                atPath: terminal.folder + "/trap.sh", toPath: terminal.folder + "/pack/.git/hooks/" + hook)
        }
        for key in ["uploadpack.packObjectsHook", "filter.trap.smudge", "core.fsmonitor", "tar.tar.command"] {
            try git(terminal, "config", key, terminal.folder + "/trap.sh")
        }
        // Setting them up may have run some of them.
        try? FileManager.default.removeItem(atPath: trap)
        let screen = add(terminal)
        #expect(screen.status == .inOrder, "\(screen.text)")
        #expect(!FileManager.default.fileExists(atPath: trap))
    }

    /// What large files leave behind in a repository that keeps them elsewhere is no pack.
    @Test func aStandInForALargeFileIsReadAsItIs() throws {
        let terminal = try terminal()
        let standIn =
            "version https://git-lfs.github.com/spec/v1\noid sha256:\(String(repeating: "a", count: 64))\nsize 9\n"
        try terminal.write("pack/rules/a.yaml", standIn)
        try terminal.write("pack/.gitattributes", "*.yaml filter=lfs diff=lfs merge=lfs -text\n")
        try commit(terminal)
        let screen = add(terminal)
        #expect(screen.status == .notDone && screen.errors.contains("/rules/a.yaml:1:"), "\(screen.text)")
    }

    @Test func aLargeRepositoryIsRefused() throws {
        let terminal = try terminal()
        let source = try #require(FileHandle(forReadingAtPath: "/dev/urandom"))
        let noise = try #require(try source.read(upToCount: 42 << 20))
        try noise.write(to: URL(fileURLWithPath: terminal.folder + "/pack/large.bin"))
        try commit(terminal)
        let screen = add(terminal)
        #expect(screen.status == .notDone && screen.errors.contains("is larger than a pack may be"), "\(screen.text)")
    }

    @Test(arguments: [
        "file://--upload-pack=touch @/ran", "file:///nowhere;touch @/ran", "file:///$(touch @/ran)",
        "file:///`touch @/ran`", "file:///nowhere\n--upload-pack=touch @/ran", "https://-oProxyCommand=touch%20@/ran/x",
        "https://127.0.0.1:1/x --upload-pack=touch @/ran", "ext::sh -c 'touch @/ran'", "ext::x://sh -c 'touch @/ran'",
        "fd::17", "--upload-pack=touch @/ran", "-u", "transport::file:///x", "file::ext::sh -c 'touch @/ran'",
    ])
    func anAddressIsNeverACommand(_ address: String) throws {
        let terminal = try terminal()
        let screen = terminal.run("pack", "add", address)
        #expect(screen.status != .inOrder && !screen.errors.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: terminal.folder + "/ran"), "\(address) ran")
        #expect(try terminal.files("").allSatisfy { !$0.contains("explore.lock") })
    }

    @Test func fetchingEndsWhenItTakesTooLong() throws {
        let terminal = try PackTerminal()
        try terminal.write("bin/git", "#!/bin/sh\nexec /bin/sleep 60\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: terminal.folder + "/bin/git")
        let console = Console(
            write: { _ in }, writeError: { _ in }, environment: ["PATH": terminal.folder + "/bin"],
            clock: { Instant(seconds: 0) }, systemZone: "UTC", isTerminal: false, readLine: { nil })
        let failure = #expect(throws: CommandFailure.self) {
            try GitRepository("https://example.org/x", console, patience: .milliseconds(200)).fetch()
        }
        #expect(failure?.message == "fetching 'https://example.org/x' took too long")
    }

    /// Git is found, and proxies and certificates are used, as the person's own environment says.
    @Test func whatGitNeedsOfTheEnvironmentReachesIt() {
        setenv("GIT_SSL_CAINFO", "/somewhere/ca.pem", 1)
        defer { unsetenv("GIT_SSL_CAINFO") }
        let environment = Console.system().environment
        #expect(environment["GIT_SSL_CAINFO"] == "/somewhere/ca.pem")
        #expect(environment["PATH"] == ProcessInfo.processInfo.environment["PATH"])
    }
}
