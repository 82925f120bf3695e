import ArgumentParser
import RulesEngine

/// `explore pause [WHEN]`.
struct Pause: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a break: nothing is asked for until you are back.",
        discussion: """
            Examples:
              explore pause until 2026-12-07 --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
              explore pause --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
            """)

    @Argument(help: "Until when; without it, until explore resume.")
    var words: [String] = []
    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let span = try book.pause()
        let until = words.isEmpty ? nil : try TypedTime(book.workspace).future(words)
        let field = span.until.flatMap { id in
            until.map { "\(book.workspace.rules.vocabulary[id].name)=\($0.written(in: book.workspace.zone))" }
        }
        let recording = try book.record(span.openedBy, [field].compactMap(\.self))
        if format.format == .json {
            console.line(recording.json)
        } else {
            console.line(said(until, book))
        }
        return .inOrder
    }

    private func said(_ until: Moment?, _ book: Logbook) -> String {
        let end = until.map { "until " + book.workspace.spoken($0.start) } ?? "until you are back"
        if book.isTrial { return "Would be recorded: a pause \(end).\nNothing was recorded." }
        return """
            Paused \(end): nothing is asked for, and no week counts as missed.
            Back earlier? Write: explore resume
            """
    }
}

/// `explore resume`.
struct Resume: ExploreCommand {
    static let configuration = CommandConfiguration(
        abstract: "End a break.",
        discussion: """
            Examples:
              explore resume --log Examples/sam.yaml --now '2026-11-20 18:00' --dry-run
              explore resume --log Examples/sam.yaml --dry-run --format json
            """)

    @OptionGroup var change: ChangeOptions
    @OptionGroup var format: FormatOptions

    func run(_ console: Console) throws -> ExitStatus {
        let book = try Logbook(change, console)
        let recording = try book.record(try book.pause().closedBy, [])
        if format.format == .json {
            console.line(recording.json)
        } else {
            console.line(
                book.isTrial
                    ? "Would be recorded: the end of a pause. Nothing was recorded."
                    : "Welcome back. See what waits with: explore today")
        }
        return .inOrder
    }
}

extension Logbook {
    /// The break a person may take.
    fileprivate func pause() throws -> OpenSpan {
        guard let span = workspace.rules.vocabulary.spans.first(where: \.isPause) else {
            throw CommandFailure("no pack says what a pause is", help: "name a pack that does with --pack")
        }
        return span
    }

    /// Records the first of some kinds as happening now.
    fileprivate func record(_ kinds: [KindID], _ words: [String]) throws -> Recording {
        let vocabulary = workspace.rules.vocabulary
        let kind = kinds.first.map(vocabulary.loggingWord) ?? ""
        return try record(try sentence(isAgain: true).read([kind] + words).orFailure(of: "log"))
    }
}

extension Workspace {
    /// A moment of a day as it is said: without the time when the day begins with it.
    func spoken(_ moment: Instant) -> String {
        let wall = zone.wallTime(at: moment)
        return zone.startOfDay(wall.day) == moment ? wall.spokenDay : wall.spoken
    }

    /// That the person takes a break, and until when if they said.
    func spokenBreak(until end: Instant) -> String {
        "You are taking a break" + (end == .distantFuture ? "" : " until \(spoken(end))")
    }
}
