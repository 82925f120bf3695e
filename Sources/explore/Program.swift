import ActivityLog
import ArgumentParser
import RulesEngine

/// One command of the program: it gets a console and returns how it ended, so that tests run it in process.
protocol ExploreCommand: ParsableCommand {
    /// Does the command's work.
    func run(_ console: Console) throws -> ExitStatus
}

/// The program: arguments in, exit status out.
enum Program {
    /// Runs one command line, without the program's own name.
    static func run(_ arguments: [String], _ console: Console) -> ExitStatus {
        do {
            var command = try Explore.parseAsRoot(arguments)
            if let command = command as? any ExploreCommand { return try command.run(console) }
            // A group of commands and the request for help throw what they have to say.
            try command.run()
            return .inOrder
        } catch let failure as CommandFailure {
            return report(failure, console)
        } catch let error as ActivityLogError {
            return report(CommandFailure(error.message, help: error.help), console)
        } catch let error as PackStoreError {
            return report(CommandFailure(error.message, help: error.help), console)
        } catch {
            return report(error, arguments, console)
        }
    }

    private static func report(_ failure: CommandFailure, _ console: Console) -> ExitStatus {
        if !failure.message.isEmpty { console.errorLine("explore: " + failure.message) }
        if !failure.help.isEmpty { console.errorLine(" help: " + failure.help.replacing("\n", with: "\n       ")) }
        return failure.status
    }

    /// ArgumentParser reports requests for help as errors too.
    private static func report(_ error: any Error, _ arguments: [String], _ console: Console) -> ExitStatus {
        let text = Explore.fullMessage(for: error)
        guard Explore.exitCode(for: error) != .success else {
            console.line(text)
            return .inOrder
        }
        console.errorLine(text)
        if let meant = meant(by: arguments) { console.errorLine(" help: did you mean 'explore \(meant)'?") }
        return .wrongUsage
    }

    /// The command whose name was misspelt, with those before it; nil when every name is right or far from any.
    private static func meant(by arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = Explore.self
        var right: [String] = []
        for argument in arguments {
            let names = command.configuration.subcommands.map(name)
            guard let place = names.firstIndex(of: argument) else {
                return nearestWord(to: argument, among: names).map { (right + [$0]).joined(separator: " ") }
            }
            command = command.configuration.subcommands[place]
            right.append(argument)
        }
        return nil
    }

    private static func name(_ command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? String(describing: command).lowercased()
    }
}
