import RulesEngine

/// Reads what is to be planned from a typed line or a file, and finds the plan it takes the place of.
struct Planner {
    let book: Logbook
    let console: Console

    private var workspace: Workspace { book.workspace }
    private var vocabulary: Vocabulary { workspace.rules.vocabulary }

    /// The plan that the words say; a file's name stands for its contents.
    func reading(
        of words: [String], kind: String?, addsNew: Bool, another: Bool
    ) throws -> LogSentence.Reading {
        if words.count == 1, [".yaml", ".yml", ".json"].contains(where: words[0].lowercased().hasSuffix) {
            return LogSentence.Reading(line: try planned(in: words[0]))
        }
        let sentence = book.sentence(addsNew: addsNew)
        let reading = try sentence.readPlan(words, of: try episode(kind)).orFailure(of: "plan")
        if !another { try refuseSecond(of: reading.line) }
        return reading
    }

    /// Writes a plan file for a plan, with comments on what else it may say.
    func write(_ line: ActivityLine, to path: String) throws {
        let writer = LogWriter(vocabulary: vocabulary, zone: workspace.zone)
        try NewFile.write(writer.planFile(line, path: path), to: path)
        console.line("The plan file is \(path). Fill it in, then check it with: explore lint \(path)")
    }

    private func episode(_ kind: String?) throws -> Episode {
        let episodes = vocabulary.episodes
        guard let kind else {
            guard let first = episodes.first else { throw CommandFailure("no pack says what can be planned") }
            return first
        }
        if let episode = episodes.first(where: { $0.name == kind || vocabulary[$0.planned].name == kind }) {
            return episode
        }
        throw CommandFailure(
            "'\(kind)' is not something that can be planned",
            help: "use one of: " + episodes.map(\.name).joined(separator: ", "))
    }

    /// The plan of a file, with the id and the date of the earlier plan that it takes the place of.
    private func planned(in path: String) throws -> ActivityLine {
        var diagnostics = Diagnostics()
        let plan = try PlanFile.read(path, workspace, &diagnostics)
        try Report(console).stopOnErrors(diagnostics)
        guard var line = plan else { throw CommandFailure("'\(path)' could not be read as a plan") }
        guard let earlier = earlier(than: line) else {
            try refusePassed(line, path)
            return line
        }
        (line.id, line.at) = (earlier.id, earlier.at)
        return line
    }

    /// The plan in the log that has the same id, else the one with the same people on the same day.
    private func earlier(than plan: ActivityLine) -> ActivityLine? {
        let plans = workspace.document.activities.filter { $0.kind.text == plan.kind.text }
        return plans.first { $0.id != nil && $0.id == plan.id } ?? plans.last { isSameDay($0, plan) }
    }

    private func isSameDay(_ left: ActivityLine, _ right: ActivityLine) -> Bool {
        let people = { (line: ActivityLine) in Set(line.with.map { $0.text.lowercased() }) }
        guard people(left) == people(right), let first = start(of: left), let second = start(of: right) else {
            return false
        }
        return workspace.zone.wallTime(at: first).day == workspace.zone.wallTime(at: second).day
    }

    private func start(of line: ActivityLine) -> Instant? {
        guard let id = vocabulary.kind(named: line.kind.text), let episode = vocabulary.episode(of: id),
            let text = line.fields.first(where: { $0.name.text == vocabulary[episode.starts].name })?.values.first?.text
        else { return nil }
        return try? Moment.read(text, in: workspace.zone).get().start
    }

    private func refusePassed(_ line: ActivityLine, _ path: String) throws {
        guard let start = start(of: line), start < workspace.now else { return }
        let time = workspace.zone.wallTime(at: start).spoken
        throw CommandFailure(
            "the plan in '\(path)' was for \(time), which has passed",
            help: "if it took place, log it; else give it a new time")
    }

    private func refuseSecond(of plan: ActivityLine) throws {
        guard
            let other = workspace.document.activities.last(where: {
                $0.kind.text == plan.kind.text && isSameDay($0, plan)
            }),
            !isEnded(other)
        else { return }
        let text = ActivityText(vocabulary: vocabulary, zone: workspace.zone).text(other)
        throw CommandFailure(
            "there is a plan for that day already: \(text)",
            help: "to move it, write: explore log moved NAME to WHEN\nto plan another one, say the same with --another")
    }

    /// Whether a later line that names the plan's people says that it was called off, held or missed.
    private func isEnded(_ plan: ActivityLine) -> Bool {
        guard let id = vocabulary.kind(named: plan.kind.text), let episode = vocabulary.episode(of: id) else {
            return false
        }
        let ends = [Kind.Step.held, .cancelled, .missed].compactMap { episode.kinds[$0] }.map { vocabulary[$0].name }
        let names = Set(plan.with.map { $0.text.lowercased() })
        return workspace.document.activities.contains { line in
            guard ends.contains(line.kind.text), let at = line.at, let arranged = plan.at else { return false }
            return at.end >= arranged.start && !names.isDisjoint(with: line.with.map { $0.text.lowercased() })
        }
    }
}
