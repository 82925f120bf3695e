import RulesEngine

/// What a command knows of the world: streams, environment, clock, colour. Tests hand in their own.
struct Console: Sendable {
    /// Writes to standard output, as given.
    let write: @Sendable (String) -> Void
    /// Writes to standard error, as given.
    let writeError: @Sendable (String) -> Void
    /// The environment's variables.
    let environment: [String: String]
    /// The moment the clock shows.
    let clock: @Sendable () -> Instant
    /// The zone the computer is set to, by IANA name.
    let systemZone: String
    /// Whether a person reads standard output.
    let isTerminal: Bool
    /// One line a person types after a question; nil when nobody answers.
    let readLine: @Sendable () -> String?
    /// Whether a person reads standard error.
    var isErrorTerminal = false

    /// Writes one line to standard output.
    func line(_ text: String = "") { write(text + "\n") }
    /// Writes one line to standard error.
    func errorLine(_ text: String) { writeError(text + "\n") }

    /// Whether colours may be used: on a terminal, and never with NO_COLOR (no-color.org).
    var usesColour: Bool { isTerminal && environment["NO_COLOR", default: ""].isEmpty }
}
