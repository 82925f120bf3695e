import RulesEngine

/// Reads a time that somebody typed as words of a command line.
struct TypedTime {
    private let workspace: Workspace

    init(_ workspace: Workspace) { self.workspace = workspace }

    /// A time that lies ahead, with or without `until` before it.
    func future(_ typed: [String]) throws -> Moment {
        let words = typed.first?.lowercased() == "until" ? Array(typed.dropFirst()) : typed
        let moment = try ahead(words)
        guard moment.start > workspace.now else {
            throw CommandFailure(
                "'\(words.joined(separator: " "))' has passed", help: "write a time ahead, such as: tomorrow 9:00")
        }
        return moment
    }

    /// The time as typed; the day of the week that it is today is the one in a week.
    private func ahead(_ words: [String]) throws -> Moment {
        let moment = try read(words, .future)
        let isOneWord = words.joined(separator: " ").split(separator: " ").count == 1
        guard moment.precision == .day, moment.start <= workspace.now, isOneWord, let word = words.first,
            Weekday(written: word) != nil
        else { return moment }
        return Moment(day: workspace.zone.wallTime(at: moment.start).day.adding(days: 7), in: workspace.zone)
    }

    /// A time that lies in the past, or any date.
    func past(_ words: [String]) throws -> Moment { try read(words, .past) }

    private func read(_ words: [String], _ direction: TimePhrase.Direction) throws -> Moment {
        let pieces = words.flatMap { $0.split(separator: " ").map(String.init) }
        guard !pieces.isEmpty else {
            throw CommandFailure("it does not say when", help: "write a time, such as: tomorrow 9:00")
        }
        let written = pieces.joined(separator: " ")
        switch TimePhrase.read(pieces, now: workspace.now, direction: direction, in: workspace.zone) {
        case .success(let phrase?) where phrase.wordsUsed == pieces.count: return phrase.moment
        case .success:
            throw CommandFailure(
                "'\(written)' is not a time", help: "write a time such as: tomorrow 9:00, friday, in 2 days")
        case .failure(let problem): throw CommandFailure(problem.message, help: problem.help ?? "")
        }
    }
}
