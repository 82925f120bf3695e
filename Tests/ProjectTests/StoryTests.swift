import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// Thirteen weeks of one career changer, lived through day by day: what `today` says every evening at seven, knowing no
/// more than was logged by then. Somebody read every one of these evenings; RECORD=1 writes them anew, and fails.
struct StoryTests {
    private static let evenings = Result { try Evening.all() }

    @Test func everyEveningSaysWhatWasReadAndFoundRight() throws {
        let url = ProjectFiles.root.appendingPathComponent("Tests/Goldens/career-change-evenings.txt")
        let lived = try Self.evenings.get().map(\.text).joined(separator: "\n")
        let read = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        if ProcessInfo.processInfo.environment["RECORD"] != nil, lived != read {
            try lived.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("the evenings were recorded anew; read the change and run again")
        }
        #expect(lived == read)
    }

    /// What a card says to log can be typed as it stands, but for the words in capitals.
    @Test func everyLineACardSaysCanBeLogged() throws {
        let story = try Evening.story()
        let writer = CardWriter(zone: story.zone, now: story.now, showsPoints: false)
        let entries = try Self.evenings.get().flatMap { $0.agenda.cards + $0.agenda.heldBack + $0.agenda.later }
            .compactMap(\.entry)
        let lines = Set(entries.flatMap(writer.commands)).sorted()
        #expect(lines.count > 20)
        let sentence = LogSentence(
            vocabulary: story.rules.vocabulary, document: story.document, now: story.now, zone: story.zone,
            addsNew: true, isAgain: true)
        let meeting = try #require(story.rules.vocabulary.episodes.first)
        for line in lines {
            let typed = line.replacing("NAME", with: "\"Jo Lark\"").replacing("WHEN", with: "tomorrow 10:00")
            let words = Array(Terminal.words(typed).dropFirst())
            let reading = line.hasPrefix("plan") ? sentence.readPlan(words, of: meeting) : sentence.read(words)
            if case .failure(let problem) = reading { Issue.record("\(line): \(problem.message)") }
        }
    }

    @Test func theStoryLastsThirteenWeeks() throws {
        let evenings = try Self.evenings.get()
        #expect(evenings.count == 91)
        #expect((60...120).contains(evenings.map(\.logged.count).reduce(0, +)))
    }

    /// What must hold on any evening, whatever the rules say.
    @Test func noEveningAsksForTooMuch() throws {
        for evening in try Self.evenings.get() {
            let (cards, day) = (evening.agenda.cards, evening.day)
            let people = cards.compactMap(\.person)
            #expect(cards.count <= 3 && Set(people).count == people.count, "\(day)")
            for card in cards {
                #expect(!(card.headline + card.detail + card.because).contains("<"), "\(day): \(card.headline)")
                #expect(card.headline.count < 120 && !card.headline.hasSuffix("…"), "\(day): \(card.headline)")
                #expect(card.status != .due || card.deadline.map { $0 >= evening.now } ?? true, "\(day): \(card.rules)")
                #expect(card.notBefore == nil, "\(day): \(card.headline)")
            }
        }
    }
}

/// One evening of the story.
struct Evening {
    /// The day, as people say it.
    let day: String
    /// When `today` is looked at.
    let now: Instant
    /// What was logged since the evening before.
    let logged: [String]
    /// What `today` has to say.
    let agenda: Agenda

    /// All evenings, in order.
    static func all() throws -> [Evening] {
        let story = try story()
        let first = try #require(story.document.started.map { story.zone.wallTime(at: $0.start).day })
        return (0..<91).map { Evening(story, on: first.adding(days: $0)) }
    }

    /// The log of the story, with the rules in force.
    static func story() throws -> Workspace {
        let options = try LogOptions.parse(["--log", "Examples/career-change/log.yaml"])
        _ = FileManager.default.changeCurrentDirectoryPath(ProjectFiles.root.path)
        return try Workspace(options, Terminal.console())
    }

    private init(_ story: Workspace, on day: CalendarDay) {
        let moment = { (day: CalendarDay) in Instant(seconds: story.zone.endOfDay(day).seconds - 5 * 3600 + 1) }
        let (now, before) = (moment(day), moment(day.adding(days: -1)))
        var mistakes = Diagnostics()
        let document = story.document.known(at: now)
        let evaluated = story.engine.evaluate(story.engine.facts(of: document, &mistakes), at: now)
        let text = ActivityText(vocabulary: story.rules.vocabulary, zone: story.zone)
        self.day = story.zone.wallTime(at: now).spoken
        self.now = now
        logged = document.activities.filter { $0.at.map { $0.start > before } ?? false }.map(text.text)
        agenda = AgendaMaker().agenda(of: evaluated, decisions: document.decisions)
    }

    /// The evening in a few lines.
    var text: String {
        let lines = logged.map { "  logged: \($0)" } + agenda.cards.enumerated().flatMap(lines)
        let rest = [
            ("held back", agenda.heldBack.count), ("not yet", agenda.notYet), ("snoozed", agenda.snoozed),
            ("put away", agenda.dismissed),
        ].filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        return ([day] + lines + (rest.isEmpty ? [] : ["  (\(rest.joined(separator: ", ")))"])).map { $0 + "\n" }
            .joined()
    }

    private func lines(_ place: Int, _ card: Card) -> [String] {
        [
            "  \(place + 1) \(card.headline)",
            "    \(card.status.word): \(card.detail) [\(card.rules.joined(separator: ", "))]",
        ]
    }
}
