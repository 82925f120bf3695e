import Foundation
import RulesEngine
import TestSupport
import Testing

@testable import explore

/// What people type after `explore log`, and what it is read as.
struct LogSentenceTests {
    /// A line as typed, and the activity it is read as: time | kind | names | fields.
    struct Row: CustomTestStringConvertible, Sendable {
        let line: String
        let expected: String

        init(_ line: String, _ expected: String) { (self.line, self.expected) = (line, expected) }
        var testDescription: String { line }
    }

    static let now = "2026-11-20 18:00"

    static let rows: [Row] = [
        // The kind, by its words or its name.
        Row("met ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("Met Ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("meeting.held ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("talked to ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("spoke with Ana Ruiz", "\(now) | meeting.held | Ana Ruiz |"),
        Row("I met Ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("we just met ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("asked maya", "\(now) | request.sent | Maya Lindt |"),
        Row("asked for my resume ana", "\(now) | resume.requested | Ana Ruiz |"),
        Row("asked for a job ana", "\(now) | job.asked | Ana Ruiz |"),
        Row("wrote to maya", "\(now) | request.sent | Maya Lindt |"),
        Row("no-show maya", "\(now) | meeting.missed | Maya Lindt |"),
        Row("ana replied", "\(now) | reply.received | Ana Ruiz |"),
        Row("ana asked for my resume", "\(now) | resume.requested | Ana Ruiz |"),
        Row("yesterday met ana", "2026-11-19 | meeting.held | Ana Ruiz |"),
        Row("yesterday 15:00 met ana", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("yesterday ana accepted", "2026-11-19 | request.accepted | Ana Ruiz |"),
        Row("\"met ana yesterday 15:00 26m\"", "2026-11-19 15:00 | meeting.held | Ana Ruiz | length=26 minutes"),
        // Names.
        Row("met 'Ana Ruiz'", "\(now) | meeting.held | Ana Ruiz |"),
        Row("met ana ruiz", "\(now) | meeting.held | Ana Ruiz |"),
        Row("met ana r", "\(now) | meeting.held | Ana Ruiz |"),
        Row("met ruiz", "\(now) | meeting.held | Ana Ruiz |"),
        Row("met tom bak", "\(now) | meeting.held | Tom Baker |"),
        Row("met ana and maya", "\(now) | meeting.held | Ana Ruiz, Maya Lindt |"),
        Row("met ana, maya and tom baker", "\(now) | meeting.held | Ana Ruiz, Maya Lindt, Tom Baker |"),
        Row("met ana,maya", "\(now) | meeting.held | Ana Ruiz, Maya Lindt |"),
        Row("met with ana & maya", "\(now) | meeting.held | Ana Ruiz, Maya Lindt |"),
        Row("met ana and ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("met with=ana,maya", "\(now) | meeting.held | Ana Ruiz, Maya Lindt |"),
        Row("offered my resume to ana", "\(now) | resume.offered | Ana Ruiz |"),
        Row("got tip from ana 'read the HR handbook'", "\(now) | tip.received | Ana Ruiz | tip=read the HR handbook"),
        Row("met maría", "\(now) | meeting.held | María de la Cruz |"),
        Row("met sun yesterday", "2026-11-19 | meeting.held | Sun Li |"),
        Row("met zoe --new", "\(now) | meeting.held | zoe |"),
        Row("met Zoe Park yesterday --new", "2026-11-19 | meeting.held | Zoe Park |"),
        Row("asked 'Zoe Park' by email --new", "\(now) | request.sent | Zoe Park | channel=email"),
        Row(
            "met ana and Zoe van der Berg about work --new",
            "\(now) | meeting.held | Ana Ruiz, Zoe van der Berg | note=about work"),
        // Times, anywhere.
        Row("met ana yesterday", "2026-11-19 | meeting.held | Ana Ruiz |"),
        Row("met ana yesterday 15:00", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana yesterday at 3pm", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met yesterday 15:00 ana", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana 15:00 yesterday", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana at 3 pm on thursday", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana today at 10:00", "2026-11-20 10:00 | meeting.held | Ana Ruiz |"),
        Row("met ana 10:00", "2026-11-20 10:00 | meeting.held | Ana Ruiz |"),
        Row("met ana last friday 10:00", "2026-11-13 10:00 | meeting.held | Ana Ruiz |"),
        Row("met ana on tuesday", "2026-11-17 | meeting.held | Ana Ruiz |"),
        Row("met ana 2 hours ago", "2026-11-20 16:00 | meeting.held | Ana Ruiz |"),
        Row("met ana 2h ago", "2026-11-20 16:00 | meeting.held | Ana Ruiz |"),
        Row("met ana 3 days ago 26m", "2026-11-17 | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("met ana 2026-11-02 09:30", "2026-11-02 09:30 | meeting.held | Ana Ruiz |"),
        Row("thanked ana now", "\(now) | thank_you.sent | Ana Ruiz |"),
        Row("met ana yesterday.", "2026-11-19 | meeting.held | Ana Ruiz |"),
        Row("met ana, yesterday 15:00, 26m", "2026-11-19 15:00 | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("met ana yesterday 15:00-15:26", "2026-11-19 15:00 | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("met ana yesterday 3:30pm to 4pm", "2026-11-19 15:30 | meeting.held | Ana Ruiz | length=30 minutes"),
        Row("met ana 3-4pm", "2026-11-20 15:00 | meeting.held | Ana Ruiz | length=1 hour"),
        Row("met ana 10-10:30", "2026-11-20 10:00 | meeting.held | Ana Ruiz | length=30 minutes"),
        // Lengths.
        Row("met ana yesterday 15:00 26m", "2026-11-19 15:00 | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("met ana for 26m", "\(now) | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("met ana 1 hour 30 minutes yesterday", "2026-11-19 | meeting.held | Ana Ruiz | length=1 hour 30 minutes"),
        Row("met ana (26 min)", "\(now) | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("asked ana for 20 minutes", "\(now) | request.sent | Ana Ruiz | minutes_asked=20 minutes"),
        // Fields and ways.
        Row("asked 'Tom Baker' by email", "\(now) | request.sent | Tom Baker | channel=email"),
        Row(
            "asked maya on linkedin for 20 minutes",
            "\(now) | request.sent | Maya Lindt | channel=linkedin; minutes_asked=20 minutes"),
        Row("thanked ana by e-mail yesterday", "2026-11-19 | thank_you.sent | Ana Ruiz | channel=email"),
        Row("met ana in person", "\(now) | meeting.held | Ana Ruiz | format=in person"),
        Row("met ana by phone 26m", "\(now) | meeting.held | Ana Ruiz | length=26 minutes; format=phone"),
        Row("thanked ana channel=post", "\(now) | thank_you.sent | Ana Ruiz | channel=post"),
        Row("thanked ana --channel Post", "\(now) | thank_you.sent | Ana Ruiz | channel=post"),
        Row(
            "met ana --minutes-asked 20m --length=26m",
            "\(now) | meeting.held | Ana Ruiz | length=26 minutes; minutes_asked=20 minutes"),
        Row(
            "met ana learned='career path, entry requirements'",
            "\(now) | meeting.held | Ana Ruiz | learned=[career path, entry requirements]"),
        Row("introduced ana helper=maya", "\(now) | introduction.made | Ana Ruiz | helper=Maya Lindt"),
        Row("referred ana referred='Lee Wong' --new", "\(now) | referral.received | Ana Ruiz | referred=Lee Wong"),
        Row("maya introduced me to ana", "\(now) | introduction.made | Ana Ruiz | helper=Maya Lindt"),
        Row("maya introduced ana yesterday", "2026-11-19 | introduction.made | Ana Ruiz | helper=Maya Lindt"),
        Row("introduced to ana", "\(now) | introduction.made | Ana Ruiz |"),
        Row("maya referred me to ana", "\(now) | referral.received | Maya Lindt | referred=Ana Ruiz"),
        Row("maya named ana yesterday", "2026-11-19 | referral.received | Maya Lindt | referred=Ana Ruiz"),
        Row("maya named Lee Wong --new", "\(now) | referral.received | Maya Lindt | referred=Lee Wong"),
        Row("referral from maya to ana", "\(now) | referral.received | Maya Lindt | referred=Ana Ruiz"),
        Row("got a referral to ana from maya", "\(now) | referral.received | Maya Lindt | referred=Ana Ruiz"),
        Row(
            "maya referred me yesterday referred=\"don't know\"",
            "2026-11-19 | referral.received | Maya Lindt | referred=don't know"),
        Row("met ana path=people", "\(now) | meeting.held | Ana Ruiz | path=People operations"),
        Row("met ana length=\"don't know\"", "\(now) | meeting.held | Ana Ruiz | length=don't know"),
        Row("met tom baker 2026-11-18 meeting=tom-2", "2026-11-18 | meeting.held | Tom Baker | meeting=tom-2"),
        // Text.
        Row("met ana 'She was kind: yes'", "\(now) | meeting.held | Ana Ruiz | note=She was kind: yes"),
        Row("met ana about the move to HR", "\(now) | meeting.held | Ana Ruiz | note=about the move to HR"),
        Row("thanked ana for the tip", "\(now) | thank_you.sent | Ana Ruiz | note=for the tip"),
        Row("told maya how it went with ana", "\(now) | connector.told | Maya Lindt | note=how it went with ana"),
        Row("researched people operations", "\(now) | research.done |  | about=people operations"),
        Row("decided 'to go on'", "\(now) | decision.made |  | about=to go on"),
        Row("attended the job fair yesterday", "2026-11-19 | workshop.attended |  | note=the job fair"),
        Row("attended the job fair with maya", "\(now) | workshop.attended | Maya Lindt | note=the job fair"),
        Row("revised resume", "\(now) | resume.revised |  |"),
        Row(
            "thanked ana 'was 2 hours late on friday'",
            "\(now) | thank_you.sent | Ana Ruiz | note=was 2 hours late on friday"),
        Row("met ana note=010", "\(now) | meeting.held | Ana Ruiz | note=010"),
        Row("met ana; she was kind!", "\(now) | meeting.held | Ana Ruiz | note=she was kind!"),
        Row("met ana - good talk", "\(now) | meeting.held | Ana Ruiz | note=good talk"),
        Row("met ana, she was kind", "\(now) | meeting.held | Ana Ruiz | note=she was kind"),
        Row("got a tip from ana: 'read the handbook'", "\(now) | tip.received | Ana Ruiz | tip=read the handbook"),
        Row(
            "asked maya 'whether Ana has time on friday'",
            "\(now) | request.sent | Maya Lindt | note=whether Ana has time on friday"),
        // Steps of an episode.
        Row("confirmed ana", "\(now) | meeting.confirmed | Ana Ruiz |"),
        Row("moved ana to mon 14:00", "\(now) | meeting.moved | Ana Ruiz | starts=2026-11-23 14:00"),
        Row(
            "moved ana next tuesday 9:30 45m",
            "\(now) | meeting.moved | Ana Ruiz | starts=2026-11-24 09:30; length=45 minutes"),
        Row(
            "yesterday ana moved to 2026-12-01 10:00", "2026-11-19 | meeting.moved | Ana Ruiz | starts=2026-12-01 10:00"
        ),
        Row("cancelled ana", "\(now) | meeting.cancelled | Ana Ruiz |"),
    ]

    @Test(arguments: rows)
    func aLineIsRead(_ row: Row) throws {
        let reading = try sentence(addsNew: row.line.contains("--new")).read(Self.words(row.line)).get()
        #expect(Self.text(reading.line) == row.expected.trimmingCharacters(in: .whitespaces))
    }

    /// A line that must not be guessed at, and what is said about it.
    static let questions: [Row] = [
        Row("", "there is nothing to log"),
        Row("mett ana", "'mett' is not something that can be logged"),
        Row("frobnicated ana", "'frobnicated' is not something that can be logged"),
        Row("met", "it does not say with whom"),
        Row("met yesterday", "it does not say with whom"),
        Row("met a friend", "it does not say with whom"),
        Row("met tom", "'tom' could be several people"),
        Row("met zoe", "nobody called 'zoe' is in the log"),
        Row("met annna yesterday", "nobody called 'annna' is in the log"),
        Row("met ana and zoe", "nobody called 'zoe' is in the log"),
        Row("met ana tomorrow", "Sat 21 Nov 2026 is still to come, and a meeting is for what has happened"),
        Row("met ana in 2 days", "Sun 22 Nov 2026 is still to come, and a meeting is for what has happened"),
        Row("met ana 19:00", "19:00 is still to come today"),
        Row("met ana 25:00", "A day has no 25:00"),
        Row("met ana yesterday 10:00 last friday", "it says two times"),
        Row("met ana 20m 26 minutes", "it says two lengths"),
        Row("met ana 26", "'26' does not say of what"),
        Row("thanked ana 26m", "'26 minutes' is a length, and thank-you note has none"),
        Row("met ana this morning", "'this morning' does not say when exactly"),
        Row("met ana yesteday", "'yesteday' looks like a day"),
        Row("thanked ana chanel=post", "'chanel' is not something thank_you.sent can say"),
        Row("thanked ana channel=fax", "channel: 'fax' is not one of the words it may be"),
        Row("thanked ana --channel", "'--channel' has no value"),
        Row("met ana length=soon", "length: 'soon' is not a length"),
        Row("met ana length=20m 26m", "'length' is said twice"),
        Row("met ana agenda=tea", "'agenda' is a list of activities, which do not fit on this line"),
        Row("met ana path=nursing", "no path called 'nursing' is in the log"),
        Row("met ana meeting=tom-9", "no meeting in the log has the id 'tom-9'"),
        Row("introduced ana helper=tom", "'tom' could be several people"),
        Row("planned ana tue 10:00", "planned meeting lies ahead, so it needs the time at which it starts"),
        Row("met tom baker 2026-11-18", "Tom Baker has 2 open plans that this could be"),
        Row("moved maya to tue 14:00", "no meeting with Maya Lindt is planned"),
        Row("moved ana", "it does not say to when"),
        Row("moved ana to tuesday", "it does not say at what time of day"),
        Row("maya thanked ana", "there is a name before 'thanked' and one after it"),
        Row("maya named ana and tom baker", "it names more than one referred person: Ana Ruiz, Tom Baker"),
        Row("maya referred me yesterday", "Whom did they name?"),
        Row("maya named zoe", "nobody called 'zoe' is in the log"),
        Row("plan ana tue 10:00", "'plan' is not something that can be logged"),
        Row("decided to follow ana", "'ana' is somebody in your log"),
        Row("asked maya whether Ana has time on friday", "it is not clear whether this is when it happened"),
        Row("ana agreed to meet tue 10:00", "it is not clear whether this is when it happened"),
        Row("met ana 16:00-15:00", "it ends before it begins"),
        Row("met ana 15:00-15:26 yesterday", "it says two times"),
        Row("met ana next week", "'next week' does not say when exactly"),
    ]

    @Test(arguments: questions)
    func aDoubtIsAsked(_ row: Row) throws {
        let result = try sentence(addsNew: false).read(Self.words(row.line))
        #expect(throws: LogSentenceProblem.self) { try result.get() }
        if case .failure(let problem) = result { #expect(problem.message == row.expected) }
    }

    @Test(arguments: [
        ("met zoe yesterday", 1..<2), ("met ana and zoe", 3..<4), ("thanked ana --channel fax", 2..<4),
        ("met ana 19:00", 2..<3), ("thanked ana by post 26m", 4..<5), ("met ana at 25:00 about it", 3..<4),
    ])
    func aQuestionPointsAtItsWords(_ line: String, _ words: Range<Int>) throws {
        guard case .failure(let problem) = try sentence(addsNew: false).read(Self.words(line)) else {
            Issue.record("'\(line)' was read")
            return
        }
        #expect(problem.words == words)
    }

    @Test func seededWordsNeverTrap() throws {
        let pieces = [
            "met", "ana", "tom", "and", ",", "with", "to", "for", "yesterday", "at", "15:00", "3", "pm", "26m", "hours",
            "ago",
            "in", "person", "by", "phone", "moved", "x=", "=", "--", "--a", "length=1h", "é", "'", "a b c", "\u{0}",
            "next",
            "friday", "99:99", "with=", "helper=ana,tom", "learned=,,", "…", "I", "🙂", "note=", "starts=tomorrow 10:00",
        ]
        let (plain, new) = (try sentence(addsNew: false), try sentence(addsNew: true))
        let episode = try #require(try Self.rules().vocabulary.episodes.first)
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<3000 {
            let words = (0..<Int.random(in: 0...7, using: &numbers)).map { _ in
                pieces.randomElement(using: &numbers) ?? ""
            }
            _ = plain.read(words)
            if case .success(let reading) = new.read(words) { #expect(reading.line.at != nil) }
            _ = plain.readPlan(words, of: episode)
        }
    }

    // MARK: Reading

    func sentence(addsNew: Bool) throws -> LogSentence {
        let rules = try Self.rules()
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "log.yaml", text: Self.log)
        let tree = try #require(YAMLLoader.load(file, &diagnostics))
        let zone = try zone("America/New_York")
        let reader = LogReader(vocabulary: rules.vocabulary) { SystemTimeZones.zone($0) }
        let document = reader.read(tree, zone: zone, &diagnostics)
        try #require(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        return LogSentence(
            vocabulary: rules.vocabulary, document: document, now: Instant(seconds: LogTerminal.friday + 37),
            zone: zone,
            addsNew: addsNew)
    }

    private static let loaded = Result {
        var diagnostics = Diagnostics()
        return PackLoader.load(try Workspace.packs([]), &diagnostics)
    }

    private static func rules() throws -> RuleSet { try loaded.get() }

    static func words(_ line: String) -> [String] { LogTerminal.words(line).filter { $0 != "--new" } }

    /// time | kind | names | fields.
    static func text(_ line: ActivityLine) -> String {
        let at = line.at.map { $0.written(in: SystemTimeZones.zone("America/New_York") ?? .utc) } ?? "-"
        let fields = line.fields.map { field in
            let values = field.values.map(\.text).joined(separator: ", ")
            return field.name.text + "=" + (field.isList ? "[\(values)]" : values)
        }
        let names = line.with.map(\.text).joined(separator: ", ")
        return "\(at) | \(line.kind.text) | \(names) | \(fields.joined(separator: "; "))".trimmingCharacters(
            in: .whitespaces)
    }

    private static let log = """
        log: 1
        time_zone: America/New_York
        people:
          - name: Maya Lindt
          - name: Ana Ruiz
          - name: Tom Baker
          - name: Tom Okafor
          - name: Sun Li
          - name: María de la Cruz
        paths:
          - name: People operations
        activities:
          - 2026-11-09 09:00: meeting.planned with Tom Baker
            id: tom-1
            starts: 2026-11-18 10:00
          - 2026-11-09 09:00: meeting.planned with Tom Baker
            id: tom-2
            starts: 2026-11-18 15:00
          - 2026-11-10 09:00: meeting.planned with Ana Ruiz
            id: ana-1
            starts: 2026-11-27 10:00

        """
}
