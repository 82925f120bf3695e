import RulesEngine

/// Prints diagnostics for people.
struct Report {
    let console: Console

    init(_ console: Console) { self.console = console }

    /// Prints all of them to standard error; nothing when there are none.
    func show(_ diagnostics: Diagnostics) {
        guard !diagnostics.all.isEmpty else { return }
        let renderer = DiagnosticRenderer(colour: console.usesColour)
        console.errorLine(renderer.render(all: diagnostics.sorted()))
    }

    /// Prints them, and ends the command when one is an error.
    func stopOnErrors(_ diagnostics: Diagnostics) throws {
        show(diagnostics)
        if diagnostics.hasErrors { throw CommandFailure("", status: .notDone) }
    }
}
