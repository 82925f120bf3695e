import Checklists
import RulesEngine

/// Writes questions into a plan file.
struct PlanFileEditor {
    let workspace: Workspace
    let kit: AdviceKit

    /// Puts questions into the agenda of a plan file and gives those that were not there already. The file is replaced at
    /// once or left as it was.
    func add(_ questions: [BankQuestion], to path: String) throws -> [BankQuestion] {
        let file = try TextFile.read(path)
        let outcome: AgendaInsertion.Outcome
        do {
            outcome = try AgendaInsertion(kit: kit, zone: workspace.zone).inserting(questions, into: file)
        } catch {
            throw failure(error, path)
        }
        guard !outcome.added.isEmpty else { return [] }
        switch FileReplacement.replace(path, readAs: file.bytes, with: outcome.file.bytes) {
        case .replaced: return outcome.added
        case .changedMeanwhile:
            throw CommandFailure("'\(path)' was changed meanwhile and was left alone", help: "try it once more")
        case .notWritten:
            throw CommandFailure("'\(path)' cannot be written", help: "check who may write to it and its folder")
        }
    }

    private func failure(_ failure: AgendaInsertion.Failure, _ path: String) -> CommandFailure {
        switch failure {
        case .unreadable(let diagnostics):
            let screen = DiagnosticRenderer().render(all: diagnostics.sorted())
            return CommandFailure("'\(path)' could not be read as a plan and was left alone\n\(screen)")
        case .inBrackets(let range):
            let line = range.map { " (line \($0.start.line))" } ?? ""
            return CommandFailure(
                "the agenda in '\(path)' is written between brackets\(line) and was left alone",
                help: "write each of its lines on a line of its own, after '- '")
        case .noAgenda:
            return CommandFailure("what '\(path)' plans has no agenda", help: "name the plan of a talk")
        case .notSafe:
            return CommandFailure(
                "'\(path)' was left alone: with these lines it would not read as the same plan",
                help: "copy them by hand from: explore questions")
        }
    }
}
