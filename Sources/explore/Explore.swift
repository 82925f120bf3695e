import ArgumentParser

/// The root of the command line.
struct Explore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore",
        abstract: "Explore a career with advice that works for you.",
        discussion: """
            Log what happened, be told what to do next and why, and have a meeting's plan checked before you go.
            Everything stays on this computer.
            """,
        version: "0.1.0",
        subcommands: [
            Init.self, Log.self, Words.self, Today.self, Plan.self, Lint.self, Draft.self, ChecklistCommand.self,
            Questions.self,
            CoverageCommand.self, AdviceCommand.self, Why.self, Snooze.self, Dismiss.self, Pause.self, Resume.self,
            PeopleCommand.self,
            PathCommand.self,
            History.self,
            Undo.self, Export.self, Import.self, Forget.self, Inspect.self, Evaluate.self, PackCommand.self,
        ])
}
