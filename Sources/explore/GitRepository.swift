import Foundation
import RulesEngine

/// A git repository somebody else made, fetched without trusting it.
///
/// Git fetches one commit into a bare folder of its own, writes it as a tar archive, and that is read like any archive:
/// no file of the repository ever lies on the disk, and no hook, filter, submodule or setting of anybody is used.
struct GitRepository {
    private let address: String
    private let console: Console
    private let folder: String
    private let limits = PackStoreLimits.standard
    /// The longest time a step may take.
    private let patience: Duration

    init(_ address: String, _ console: Console, patience: Duration = .seconds(120)) {
        self.address = address
        self.console = console
        self.patience = patience
        folder = NSTemporaryDirectory() + "explore-pack-" + UUID().uuidString
    }

    /// The pack in the latest commit of the repository's main branch.
    func fetch() throws -> PackSource.Delivery {
        guard let git = Self.git(console.environment) else {
            throw CommandFailure(
                "git was not found", help: "install git, or fetch the pack yourself and name its folder")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(
                "the folder for temporary files cannot be written to", help: "check TMPDIR and the disk")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try run(git, ["clone", "--quiet", "--bare", "--depth", "1", "--no-tags", "--template=", "--", address, "repo"])
        try run(git, ["--git-dir=repo", "archive", "--format=tar", "--output=pack.tar", "HEAD"])
        let revision = try run(git, ["--git-dir=repo", "rev-parse", "HEAD"])
        let bytes = try TextFile.read(folder + "/pack.tar").bytes
        return PackSource.Delivery(parcel: try PackArchive.parcel(tar: bytes), revision: revision)
    }

    // MARK: Running git

    /// Settings that keep everything but the two ways of fetching switched off.
    private static let settings = [
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.allow=never", "protocol.https.allow=always",
        "protocol.file.allow=always", "credential.helper=", "http.lowSpeedLimit=1000", "http.lowSpeedTime=30",
        "submodule.recurse=false",
    ]

    /// Runs git in the temporary folder and gives its first line of output.
    @discardableResult
    private func run(_ git: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: git)
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.arguments = Self.settings.flatMap { ["-c", $0] } + arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let output = try file("output")
        let errors = try file("errors")
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.run()
        } catch {
            throw CommandFailure("git could not be started", help: "fetch the pack yourself and name its folder")
        }
        try wait(for: process)
        guard process.terminationStatus == 0 else { throw failure() }
        return firstLine("output")
    }

    /// Waits until git is done, has taken too long, or has written too much.
    private func wait(for process: Process) throws {
        let deadline = ContinuousClock.now + patience
        while process.isRunning {
            let isTooLarge = size() > limits.unpackedBytes + limits.archiveBytes
            if isTooLarge || ContinuousClock.now > deadline {
                end(process)
                throw CommandFailure(
                    isTooLarge ? "the repository is larger than a pack may be" : "fetching '\(address)' took too long",
                    help: "fetch the pack yourself and name its folder")
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    /// Asks a process to end, and makes it when it does not within two seconds.
    private func end(_ process: Process) {
        process.terminate()
        let deadline = ContinuousClock.now + .seconds(2)
        while process.isRunning, ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.02) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    private var environment: [String: String] {
        var environment = console.environment.filter { Self.passedOn.contains($0.key) }
        environment["HOME"] = folder
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_ATTR_NOSYSTEM"] = "1"
        environment["GIT_TERMINAL_PROMPT"] = "0"
        environment["GIT_ASKPASS"] = "/bin/false"
        environment["LC_ALL"] = "C"
        return environment
    }

    /// What finding git, and reaching the network through somebody's proxy, takes.
    static let passedOn = [
        "PATH", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy", "SSL_CERT_FILE",
        "SSL_CERT_DIR", "GIT_SSL_CAINFO",
    ]

    // MARK: Files

    private func file(_ name: String) throws -> FileHandle {
        let path = folder + "/" + name
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw CommandFailure(
                "the folder for temporary files cannot be written to", help: "check TMPDIR and the disk")
        }
        return handle
    }

    private func firstLine(_ name: String) -> String { lines(name).first ?? "" }

    private func lines(_ name: String) -> [String] {
        let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
        return String(decoding: bytes.prefix(10_000), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    private func size() -> Int {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.reduce(0) { sum, path in
            let size = try? FileManager.default.attributesOfItem(atPath: folder + "/" + path)[.size]
            return sum + ((size as? UInt64).map(Int.init(clamping:)) ?? (size as? Int) ?? 0)
        }
    }

    /// What git said last, in words of our own where the cause is plain.
    private func failure() -> CommandFailure {
        let said = lines("errors").joined(separator: "\n")
        if said.contains("certificate") {
            return CommandFailure(
                "it cannot be verified that '\(address)' is who it says it is: its certificate is not trusted",
                help: "fetch the pack yourself and name its folder")
        }
        if said.contains("Could not resolve host") || said.contains("unable to access")
            || said.contains("Failed to connect")
        {
            return CommandFailure(
                "'\(address)' cannot be reached", help: "check the address and the network, or fetch the pack yourself")
        }
        if said.contains("could not read Username") || said.contains("Authentication failed") {
            return CommandFailure(
                "'\(address)' is not there, or not for everybody", help: "fetch the pack yourself and name its folder")
        }
        if said.contains("does not exist") || said.contains("not appear to be a git repository")
            || said.contains("not found")
        {
            return CommandFailure("there is no git repository at '\(address)'", help: "check the address")
        }
        let last = lines("errors").last { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? "it did not say why"
        return CommandFailure(
            "git could not fetch '\(address)': \(last.filter { !$0.isASCIIControl })",
            help: "fetch the pack yourself and name its folder")
    }

    private static func git(_ environment: [String: String]) -> String? {
        let folders = (environment["PATH"] ?? "/usr/bin:/bin:/usr/local/bin").split(separator: ":").map(String.init)
        return folders.filter { $0.hasPrefix("/") }.map { $0 + "/git" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

extension Character {
    fileprivate var isASCIIControl: Bool { unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
}
