/// How a command ended (architecture.md §7).
enum ExitStatus: Int32, Sendable {
    /// Everything is in order.
    case inOrder = 0
    /// There are findings, or examples that fail.
    case findings = 1
    /// It could not be done.
    case notDone = 2
    /// The command was not written as it is meant to be.
    case wrongUsage = 64
}

/// Why a command could not do its work: what to tell the person, and what they can do.
struct CommandFailure: Error, Sendable {
    /// What is wrong.
    let message: String
    /// What to do about it; empty when nothing can be said.
    let help: String
    /// The status the program ends with.
    let status: ExitStatus

    init(_ message: String, help: String = "", status: ExitStatus = .notDone) {
        self.message = message
        self.help = help
        self.status = status
    }
}
