import RulesEngine
import Testing

@testable import explore

/// Lines as people type them who have not read the manual; those that are not sure are asked.
struct EverydayLinesTests {
    typealias Row = LogSentenceTests.Row

    static let now = LogSentenceTests.now

    static let rows: [Row] = [
        // Dates.
        Row("asked maya Nov 18", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya nov 18th", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya on November 18", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 18 Nov by email", "2026-11-18 | request.sent | Maya Lindt | channel=email"),
        Row("asked maya on the 18th of November", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya Nov 18, 2026", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya on the 18th", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya the 18th", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya the 25th by email", "2026-10-25 | request.sent | Maya Lindt | channel=email"),
        Row("asked maya 11/18", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 18/11", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 11/18/2026", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 11/18/26", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 18.11.", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 18.11.2026", "2026-11-18 | request.sent | Maya Lindt |"),
        Row("asked maya 18.11. by email", "2026-11-18 | request.sent | Maya Lindt | channel=email"),
        Row("met ana 18.11. 15:00", "2026-11-18 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana 11/18 3pm", "2026-11-18 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana Nov 18 at 3pm for 26m", "2026-11-18 15:00 | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("on Nov 18 met ana", "2026-11-18 | meeting.held | Ana Ruiz |"),
        Row("asked maya by email '2026-11-18 9:00'", "2026-11-18 09:00 | request.sent | Maya Lindt | channel=email"),
        Row("met ana 'yesterday 15:00' '26 minutes'", "2026-11-19 15:00 | meeting.held | Ana Ruiz | length=26 minutes"),
        Row("moved ana to 'next tuesday at 3pm'", "\(now) | meeting.moved | Ana Ruiz | starts=2026-11-24 15:00"),
        Row("moved ana to dec 2 10:00", "\(now) | meeting.moved | Ana Ruiz | starts=2026-12-02 10:00"),
        // Times of day and lengths.
        Row("met ana yesterday at 12", "2026-11-19 12:00 | meeting.held | Ana Ruiz |"),
        Row("met ana yesterday at noon", "2026-11-19 12:00 | meeting.held | Ana Ruiz |"),
        Row("met ana at noon yesterday", "2026-11-19 12:00 | meeting.held | Ana Ruiz |"),
        Row("met ana yesterday at 15", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana at 15 yesterday", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("met ana noon", "2026-11-20 12:00 | meeting.held | Ana Ruiz |"),
        Row(
            "met ana for half an hour yesterday at 12", "2026-11-19 12:00 | meeting.held | Ana Ruiz | length=30 minutes"
        ),
        Row("met ana yesterday for an hour", "2026-11-19 | meeting.held | Ana Ruiz | length=1 hour"),
        Row("met ana an hour ago", "2026-11-20 17:00 | meeting.held | Ana Ruiz |"),
        Row("met ana an hour and a half", "\(now) | meeting.held | Ana Ruiz | length=1 hour 30 minutes"),
        Row("met ana 1h15", "\(now) | meeting.held | Ana Ruiz | length=1 hour 15 minutes"),
        Row("met ana 1.5 hours", "\(now) | meeting.held | Ana Ruiz | length=1 hour 30 minutes"),
        Row("met ana for twenty minutes", "\(now) | meeting.held | Ana Ruiz | length=20 minutes"),
        Row("asked ana for half an hour", "\(now) | request.sent | Ana Ruiz | minutes_asked=30 minutes"),
        Row("met ana she was 20 minutes late", "\(now) | meeting.held | Ana Ruiz | note=she was 20 minutes late"),
        // Ways.
        Row("asked maya by text", "\(now) | request.sent | Maya Lindt | channel=message"),
        Row("asked maya by sms yesterday", "2026-11-19 | request.sent | Maya Lindt | channel=message"),
        Row("asked maya by whatsapp", "\(now) | request.sent | Maya Lindt | channel=message"),
        Row("asked maya via LinkedIn", "\(now) | request.sent | Maya Lindt | channel=linkedin"),
        Row("asked maya on the phone", "\(now) | request.sent | Maya Lindt | channel=phone"),
        Row("asked maya over the phone", "\(now) | request.sent | Maya Lindt | channel=phone"),
        Row("asked maya in an email", "\(now) | request.sent | Maya Lindt | channel=email"),
        Row("thanked ana with a card", "\(now) | thank_you.sent | Ana Ruiz | channel=post"),
        Row("thanked ana by letter", "\(now) | thank_you.sent | Ana Ruiz | channel=post"),
        Row("thanked ana email", "\(now) | thank_you.sent | Ana Ruiz | channel=email"),
        Row("met ana on zoom yesterday", "2026-11-19 | meeting.held | Ana Ruiz | format=video"),
        Row("met ana video call 20m", "\(now) | meeting.held | Ana Ruiz | length=20 minutes; format=video"),
        Row("met ana video", "\(now) | meeting.held | Ana Ruiz | format=video"),
        Row("met ana face to face", "\(now) | meeting.held | Ana Ruiz | format=in person"),
        Row("met ana in a video call", "\(now) | meeting.held | Ana Ruiz | format=video"),
        Row("thanked ana channel=sms", "\(now) | thank_you.sent | Ana Ruiz | channel=message"),
        // Meetings in other words.
        Row("had coffee with ana yesterday", "2026-11-19 | meeting.held | Ana Ruiz | format=in person"),
        Row("coffee with ana yesterday 9am", "2026-11-19 09:00 | meeting.held | Ana Ruiz | format=in person"),
        Row("had coffee with ana on zoom", "\(now) | meeting.held | Ana Ruiz | format=video"),
        Row("lunch with ana and maya", "\(now) | meeting.held | Ana Ruiz, Maya Lindt | format=in person"),
        Row(
            "zoom with ana yesterday 15:00 30m",
            "2026-11-19 15:00 | meeting.held | Ana Ruiz | length=30 minutes; format=video"),
        Row("had a zoom with ana", "\(now) | meeting.held | Ana Ruiz | format=video"),
        Row("had a call with ana yesterday", "2026-11-19 | meeting.held | Ana Ruiz | format=phone"),
        Row("had a phone call with ana", "\(now) | meeting.held | Ana Ruiz | format=phone"),
        Row("chatted with ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("had a chat with ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("talked with ana yesterday", "2026-11-19 | meeting.held | Ana Ruiz |"),
        Row("met up with ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("saw ana yesterday", "2026-11-19 | meeting.held | Ana Ruiz |"),
        Row("interviewed ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("caught up with ana", "\(now) | meeting.held | Ana Ruiz |"),
        Row("informational interview with ana yesterday 15:00", "2026-11-19 15:00 | meeting.held | Ana Ruiz |"),
        Row("spoke on the phone with ana", "\(now) | meeting.held | Ana Ruiz | format=phone"),
        // Answers.
        Row("maya said yes", "\(now) | request.accepted | Maya Lindt |"),
        Row("maya said no", "\(now) | request.declined | Maya Lindt |"),
        Row("yesterday maya said yes", "2026-11-19 | request.accepted | Maya Lindt |"),
        Row("Maya agreed to meet", "\(now) | request.accepted | Maya Lindt | note=to meet"),
        Row("maya turned me down", "\(now) | request.declined | Maya Lindt |"),
        Row("maya has no time", "\(now) | request.declined | Maya Lindt |"),
        Row(
            "got a reply from maya: 'ask again in may'", "\(now) | reply.received | Maya Lindt | note=ask again in may"),
        Row("heard back from maya", "\(now) | reply.received | Maya Lindt |"),
        Row("maya answered by email", "\(now) | reply.received | Maya Lindt | channel=email"),
        Row("maya got back to me yesterday", "2026-11-19 | reply.received | Maya Lindt |"),
        Row("maya wrote back to me", "\(now) | reply.received | Maya Lindt |"),
        Row("got a yes from maya", "\(now) | request.accepted | Maya Lindt |"),
        Row("Zoe Park said yes --new", "\(now) | request.accepted | Zoe Park |"),
        // Asking.
        Row("reached out to maya on linkedin", "\(now) | request.sent | Maya Lindt | channel=linkedin"),
        Row("contacted maya by email", "\(now) | request.sent | Maya Lindt | channel=email"),
        Row("sent a request to maya", "\(now) | request.sent | Maya Lindt |"),
        Row("asked for a meeting with maya", "\(now) | request.sent | Maya Lindt |"),
        Row("sent a reminder to maya", "\(now) | chase.sent | Maya Lindt |"),
        Row("gave up on maya", "\(now) | request.closed | Maya Lindt |"),
        // Meetings that change.
        Row("ana didn't show up", "\(now) | meeting.missed | Ana Ruiz |"),
        Row("ana didnt show up yesterday", "2026-11-19 | meeting.missed | Ana Ruiz |"),
        Row("ana stood me up", "\(now) | meeting.missed | Ana Ruiz |"),
        Row("ana cancelled on me", "\(now) | meeting.cancelled | Ana Ruiz |"),
        Row("ana called it off", "\(now) | meeting.cancelled | Ana Ruiz |"),
        Row("rescheduled ana to tue 14:00", "\(now) | meeting.moved | Ana Ruiz | starts=2026-11-24 14:00"),
        Row("postponed ana to dec 1 10am", "\(now) | meeting.moved | Ana Ruiz | starts=2026-12-01 10:00"),
        Row("confirmed with ana by email", "\(now) | meeting.confirmed | Ana Ruiz | channel=email"),
        Row("was late for ana", "\(now) | arrival.delayed | Ana Ruiz |"),
        // Thanks and what follows.
        Row("wrote a thank-you note to ana", "\(now) | thank_you.sent | Ana Ruiz |"),
        Row("wrote thank you note to ana by post", "\(now) | thank_you.sent | Ana Ruiz | channel=post"),
        Row("sent thank you to ana", "\(now) | thank_you.sent | Ana Ruiz |"),
        Row("thanked ana in person", "\(now) | thank_you.sent | Ana Ruiz | channel=in person"),
        Row("thanked in person with ana", "\(now) | thanks.said | Ana Ruiz |"),
        Row("followed up with ana by email", "\(now) | follow_up.sent | Ana Ruiz | channel=email"),
        Row("wrote up my notes ana", "\(now) | notes.written | Ana Ruiz |"),
        Row("note ana: likes tea", "\(now) | remark.noted | Ana Ruiz | words=likes tea"),
        Row(
            "note Ana Ruiz: knows everybody at Delta",
            "\(now) | remark.noted | Ana Ruiz | words=knows everybody at Delta"),
        Row("noted ana hates mondays", "\(now) | remark.noted | Ana Ruiz | words=hates mondays"),
        Row("laid out clothes", "\(now) | dress.chosen |  |"),
        Row("got a reply from maya: she has time", "\(now) | reply.received | Maya Lindt | note=she has time"),
        Row("returned the favor ana", "\(now) | favour.returned | Ana Ruiz |"),
        // Names that are passed on.
        Row("tom baker told me to talk to maya", "\(now) | referral.received | Tom Baker | referred=Maya Lindt"),
        Row("ana put me in touch with maya", "\(now) | introduction.made | Maya Lindt | helper=Ana Ruiz"),
        Row("ana connected me with maya", "\(now) | introduction.made | Maya Lindt | helper=Ana Ruiz"),
        Row("ana suggested maya", "\(now) | referral.received | Ana Ruiz | referred=Maya Lindt"),
        // Without a person.
        Row("went to the career fair", "\(now) | workshop.attended |  | note=the career fair"),
        Row("went to the career fair yesterday", "2026-11-19 | workshop.attended |  | note=the career fair"),
        Row("updated my resume", "\(now) | resume.revised |  |"),
        Row("applied to Delta", "\(now) | application.sent |  | about=Delta"),
        Row("looked into nursing", "\(now) | research.done |  | about=nursing"),
        Row("signed up for a course", "\(now) | training.enrolled |  | about=a course"),
    ]

    @Test(arguments: rows)
    func aLineIsReadAsItIsMeant(_ row: Row) throws {
        let sentence = try LogSentenceTests().sentence(addsNew: row.line.contains("--new"))
        let reading = try sentence.read(LogSentenceTests.words(row.line)).get()
        #expect(LogSentenceTests.text(reading.line) == row.expected.trimmingCharacters(in: .whitespaces))
    }

    /// A line that is not sure, and the lines that are offered instead.
    static let questions: [Row] = [
        Row("met ana 12/1", "met ana 2025-12-01 | met ana 2026-01-12"),
        Row("met ana yesterdy 9am", "met ana yesterday 9am"),
        Row("met ana yesterday at 9", "met ana yesterday at 9:00 | met ana yesterday at 21:00"),
        Row("met ana dec 2", "met ana 2025-12-02 | met ana 2026-12-02"),
        Row("met ana 20.11", "met ana 20:11 | met ana 2026-11-20"),
        Row("asked maya on monday morning by text", "asked maya on monday by text | asked maya on monday 9:00 by text"),
        Row("asked maya this morning", "asked maya today | asked maya today 9:00"),
        Row("asked maya gestern", "asked maya yesterday"),
        Row("asked maya for coffee last week", "asked maya for coffee DAY | asked maya \"for coffee last week\""),
        Row("met Zoe Park 18.11. 14 Uhr --new", "met Zoe Park 18.11. 14:00 --new"),
        Row("got a reply from maya: tuesday works", "got a reply from maya: \"tuesday works\""),
        Row("tina told me to talk to maya", "tina told me to talk to maya --new"),
        Row("asked maya on linkdin", "asked maya on linkedin | asked maya \"on linkdin\""),
        Row("asked maya by fax", "asked maya \"by fax\""),
        Row("thanked ana by mail", "thanked ana channel=email | thanked ana channel=post"),
        Row(
            "emailed maya",
            "asked maya by email | chased maya by email | thanked maya by email | followed up maya by email"),
        Row(
            "called maya yesterday",
            "met maya yesterday by phone | asked maya yesterday by phone | chased maya yesterday by phone"),
        Row("maya didn't answer", "chased maya | gave up on maya"),
        Row("no answer from maya", "chased maya | gave up on maya"),
        Row("maya ghosted me", "chased maya | gave up on maya"),
        Row("thank ana", "thanked ana | thanked in person ana"),
        Row("connected with maya on linkedin", "asked maya on linkedin | note maya on linkedin"),
        Row("met zoe yesterday", "met zoe yesterday --new"),
        Row("met tom", "met \"Tom Baker\" | met \"Tom Okafor\""),
        Row("Zoe said yes", "Zoe said yes --new"),
        Row("referred ana", "referred ana to NAME --new | referred ana \"referred=don't know\""),
        Row("met ana tomorrow 10:00", "plan ana tomorrow 10:00"),
        Row("drafted ana tue 10:00", "plan ana tue 10:00 --kind request"),
        Row("mett ana", "met ana"),
        Row("met ana at the office with maya", "met ana at the office with=maya"),
    ]

    @Test(arguments: questions)
    func aQuestionShowsTheLinesToType(_ row: Row) throws {
        let result = try LogSentenceTests().sentence(addsNew: row.line.contains("--new")).read(
            LogSentenceTests.words(row.line))
        guard case .failure(let problem) = result else {
            Issue.record("'\(row.line)' was read as \(LogSentenceTests.text(try result.get().line))")
            return
        }
        let lines = problem.instead.map { ($0.command.map { $0 + " " } ?? "") + $0.text }
        #expect(lines.joined(separator: " | ").hasPrefix(row.expected), "\(problem.message)")
    }

    @Test func theLinesOfTheVocabularyAreReadThemselves() throws {
        let sentence = try LogSentenceTests().sentence(addsNew: false)
        for phrasing in sentence.vocabulary.phrasings {
            for line in [phrasing.means].compactMap({ $0 }) + phrasing.choices {
                let words = line.head + ["Ana", "Ruiz"] + line.tail.map { $0 == "WHEN" ? "tue" : $0 }
                if case .failure(let problem) = sentence.read(words), !line.tail.contains("WHEN") {
                    Issue.record("\(words.joined(separator: " ")): \(problem.message)")
                }
            }
        }
    }
}
