import Checklists
import RulesEngine

/// Finds the talk that questions are wanted for.
struct TalkSource {
    let workspace: Workspace
    let kit: AdviceKit
    let console: Console

    /// How long a talk is taken to be when nobody says.
    private static let usualMinutes = 20

    /// The talk with somebody, of a plan file, or the next one in the log.
    func talk(with name: String?, minutes: Int?, path: String?, plan file: String?) throws -> QuestionPicker.Talk {
        let subject = try path.map(subject)
        if let file {
            let plan = try planned(in: file)
            let person = try person(name, of: plan, file)
            return talk(person, minutes ?? length(of: plan), subject, plan)
        }
        let finder = OccasionFinder(try workspace.evaluated(kit, console), named: kit.talks)
        let wanted = try name.map { try People(workspace.document).find($0) }
        let next = finder.next(with: wanted)
        guard let person = wanted ?? next?.person else {
            throw CommandFailure("nothing is planned", help: "say with whom, such as: explore questions for NAME")
        }
        let earlier = next == nil ? finder.latest(with: person) : nil
        let length = (next ?? earlier).flatMap { self.length(of: $0.line) }
        return talk(
            person, minutes ?? length, subject, next?.line, before: earlier.flatMap { $0.isHeld ? $0.text : nil })
    }

    private func talk(
        _ person: String, _ minutes: Int?, _ subject: String?, _ plan: ActivityLine?, before: String? = nil
    ) -> QuestionPicker.Talk {
        QuestionPicker.Talk(
            person: person, minutes: minutes ?? Self.usualMinutes, subject: subject, plan: plan, before: before)
    }

    private func planned(in path: String) throws -> ActivityLine {
        var diagnostics = Diagnostics()
        let plan = try PlanFile.read(path, workspace, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        guard let plan else { throw CommandFailure("'\(path)' could not be read as a plan") }
        return plan
    }

    /// The person of a plan; a name that was typed must be among them.
    private func person(_ name: String?, of plan: ActivityLine, _ path: String) throws -> String {
        let people = plan.with.map(\.text)
        guard let name else {
            guard let first = people.first else { throw CommandFailure("the plan in '\(path)' is with nobody") }
            return first
        }
        if case .one(let person) = NameFinder(people).find(name) { return person }
        throw CommandFailure(
            "the plan in '\(path)' is with \(people.joined(separator: ", ")), not with '\(name)'",
            help: "name the plan of that talk with --into, or leave the name out")
    }

    /// The length a plan gives, in minutes; nil when it gives none.
    private func length(of plan: ActivityLine) -> Int? {
        let vocabulary = workspace.rules.vocabulary
        guard let kind = vocabulary.kind(named: plan.kind.text), let episode = vocabulary.episode(of: kind),
            let text = plan.fields.first(where: { $0.name.text == vocabulary[episode.length].name })?.values.first?
                .text,
            let length = try? Length.read(text).get()
        else { return nil }
        return max(1, Int(length.seconds / 60))
    }

    private func subject(_ written: String) throws -> String {
        try PathName.find(written, workspace, kit)
    }
}

/// Finds a path by part of its name.
enum PathName {
    /// The full name of the one meant.
    static func find(_ written: String, _ workspace: Workspace, _ kit: AdviceKit) throws -> String {
        let names = kit.subjects(of: workspace.document)
        switch NameFinder(names).find(written) {
        case .one(let name): return name
        case .several(let several):
            throw CommandFailure(
                "'\(written)' could be several paths", help: "write one of: " + several.joined(separator: ", "))
        case .none(let nearest):
            throw CommandFailure(
                "no path called '\(written)' is in the log",
                help: nearest.map { "did you mean '\($0)'?" } ?? "add it with: explore path add '\(written)'")
        }
    }
}
