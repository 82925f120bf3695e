import RulesEngine
import TestSupport
import Testing

@testable import explore

/// Messages as people write them, held against all shipped advice: what is good passes, and what is found is true.
struct RealMessagesTests {
    /// One message and the rules that speak about it, without their pack.
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let kind: String
        let text: String
        let found: [String]
        var testDescription: String { name }

        init(_ name: String, _ kind: String, _ text: String, _ found: String...) {
            self.name = name
            self.kind = kind
            self.text = text
            self.found = found
        }
    }

    private static let rules: RuleSet = {
        var diagnostics = Diagnostics()
        return PackLoader.load(Workspace.shipped(), &diagnostics)
    }()

    private static let document: LogDocument = {
        var diagnostics = Diagnostics()
        let file = SourceFile(
            name: "log.yaml",
            text: """
                log: 1
                people:
                  - name: Maya Lindt
                    relation: colleague
                  - name: Priya Nair
                    introduced_by: Maya Lindt
                    organization: Kaiser
                  - name: Tom Baker
                    relation: alum
                  - name: Elena García
                  - name: Dr. Will Chen
                activities:
                  - 2026-11-18 10:00: meeting.held with Tom Baker
                    learned: [typical day]
                """)
        let tree = YAMLLoader.load(file, &diagnostics)
        let reader = LogReader(vocabulary: rules.vocabulary, zones: { _ in .utc })
        return tree.map { reader.read($0, zone: .utc, &diagnostics) } ?? LogDocument()
    }()

    private static func findings(_ kind: String, _ text: String) throws -> [Diagnostic] {
        var diagnostics = Diagnostics()
        let message = try #require(
            MessageReader(vocabulary: rules.vocabulary)
                .read(SourceFile(name: "message.md", text: text), as: kind, &diagnostics)?
                .withKnownNames(from: document, &diagnostics))
        let engine = Engine(rules: rules, frame: TimeFrame(zone: .utc))
        let outcome = MessageCheck(engine: engine)
            .check(message, against: document, at: Instant(seconds: 1_795_197_600), &diagnostics)
        #expect(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        return outcome.findings
    }

    @Test(arguments: good + flawed)
    func whatIsFoundIsTrue(_ row: Row) throws {
        let found = try Self.findings(row.kind, row.text)
        #expect(found.map { String($0.name.split(separator: "/").last ?? "") } == row.found, "\(found.map(\.message))")
    }

    // MARK: Good ones

    private static let good = [
        Row(
            "a referral, short", "request",
            """
            To: Priya Nair

            Hi Priya,

            Maya Lindt mentioned you when I told her I've been thinking about leaving retail for people operations. She said you made the \
            same jump at Kaiser a few years ago.

            I'm not job hunting right now. I'm trying to figure out if this is actually for me. Would you be up for a 20-minute \
            call in the next couple of weeks? I'd love to hear how you got started and what your days look like.

            Totally understand if you're swamped. Thanks either way!

            Sam
            """),
        Row(
            "a fellow alum", "request",
            """
            To: Tom Baker

            Hi Tom,

            Fellow Buckeye alum here (class of 2009). I'm considering a move from store management into HR and found your profile while \
            looking for people who've done it.

            Could I ask you a few questions over the phone? 15-20 minutes is plenty, and I promise I'm not asking for a job – \
            just some honest perspective. I'd really appreciate it.

            Best,
            Sam Okafor
            """),
        Row(
            "a stranger whose article was read", "request",
            """
            To: Elena García

            Dear Ms. Garcia,

            Your article on scheduling nurses in “Health Affairs” made me rethink what I want to do next. I have run shop floors for \
            fifteen years and I’m exploring whether workforce planning in hospitals could be the right fit for me.

            Would you have half an hour for coffee near your office, or a video call if that’s easier? I’d like to learn which skills \
            carry over and which I would have to build. To be clear, I don’t want a job from you; it’s far too early for that.

            I would be grateful for any time you can spare.

            Sincerely,
            Sam Okafor
            """, "ask-for-15-to-20-minutes"),
        Row(
            "an old colleague, informal", "request",
            """
            To: Maya Lindt

            Hey Maya!

            Long time! I'm wondering about switching to people ops and you know so many folks there. Do you have 20 min for a coffee \
            this week so I can pick your brain about how you made the move? Not looking for a job, promise :) Would appreciate it a lot.

            Sam
            """),
        Row(
            "a title in front of the name", "request",
            """
            To: Dr. Will Chen

            Dear Dr. Chen,

            I heard your talk at the open day and have been thinking about your path from nursing into data ever since. I am still \
            exploring, and not looking for a position. May I call you for 20 minutes to ask you three questions about your work? I \
            know you are hiring interns this month, so I will not take the time of your team.

            Thank you,
            Sam
            """),
        Row(
            "thanks on the evening", "thank-you",
            """
            To: Tom Baker

            Hi Tom,

            Thank you so much for your time this morning. What you said about the first ninety days stuck with me – I had no idea how \
            much of the job is listening. I've already ordered the Bock book.

            I'll let you know how it goes.

            Sam
            """),
        Row(
            "thanks that speak of the resume they talked about", "thank-you",
            """
            To: Tom Baker

            Dear Tom,

            thank you for the talk today. Your advice to rewrite my resume around schedules and budgets instead of sales helped me most; \
            I will start tonight. I am available from 2pm on Thursday, if you still want to show me the office.

            Best wishes, Sam
            """),
        Row(
            "thanks for a no", "reply-to-no",
            """
            To: Priya Nair

            Dear Priya,

            Thanks for letting me know, and no worries at all. Is there anyone else on your team, or in the field, who might be open \
            to a short chat? If not, that's fine too.

            All the best, Sam
            """),
        Row(
            "a report on a tip", "follow-up",
            """
            To: Tom Baker

            Hi Tom,

            Quick update: I took the SHRM practice test you suggested and passed, which surprised nobody more than me. I've signed up \
            for the real one in March. Thank you for the push!

            Sam
            """),
        Row(
            "a word to the introducer", "update",
            """
            To: Maya Lindt

            Hi Maya, just wanted you to know that I talked with Priya on Tuesday. She was generous with her time and I learned a ton. Thank \
            you for connecting us, I owe you a coffee. Sam
            """),
        Row(
            "good news", "news",
            """
            To: Tom Baker

            Dear Tom,

            I start as an HR coordinator at Corner Health on 1 May! Your advice in November is a big part of why, so thank you. My new \
            address is sam@cornerhealth.example – I'd love to return the favour one day.

            Sam
            """),
        Row(
            "the field was dropped", "follow-up",
            """
            To: Tom Baker

            Dear Tom,

            after our talk and four others I decided not to go into HR. You told me to watch for how I feel on Sunday evenings, and \
            that settled it. Thank you for your honesty; it saved me a year.

            Sam
            """),
        Row(
            "a reminder with something new", "reminder",
            """
            To: Elena García

            Dear Elena,

            Since I wrote to you I have read the staffing report you quoted, and I have one question less. Would 15 minutes on the phone \
            next week work for you? If this is a bad time, I understand.

            Kind regards, Sam
            """),
    ]

    // MARK: Sentences that only look like hints

    /// Half sentences of good messages, each with words that a careless list would catch.
    @Test(arguments: [
        "I am not looking for a job.", "I'm NOT job-hunting, and not asking whether you are hiring.",
        "Are there any openings in your calendar next week?",
        "If something opens up in your schedule, I would be glad.",
        "What is it like to work at your company?", "Does Thursday work for you?",
        "I am available from 2pm on Thursday.",
        "I will keep an eye out for your next article.", "My team is hiring, so my days are full.",
        "This isn't a request for a job or an interview.", "Without looking for a job, I want to understand yours.",
        "How did you get your first job in the field?", "I revised my resume after your advice.",
        "Please find attached the article I mentioned.", "I was born in the U.S. and grew up in Lyon.",
    ])
    func noHint(_ sentence: String) throws {
        for kind in ["request", "thank-you", "follow-up"] {
            let found = try Self.findings(kind, "Hello,\n\n\(sentence)\n\nSam").map(\.name)
            let hints = ["no-hint-at-employment", "no-resume-with-a-request", "no-resume-with-the-thanks"]
            #expect(found.allSatisfy { name in !hints.contains { name.hasSuffix($0) } }, "\(sentence): \(found)")
        }
    }

    @Test(arguments: [
        "Are you hiring?", "Please keep me in mind.", "I am looking for a job.", "Do you have any job openings?",
        "Could you put in a good word for me?", "I would love to join your team.", "Please keep an eye out for me.",
    ])
    func aHint(_ sentence: String) throws {
        #expect(
            try Self.findings("thank-you", "Hello,\n\n\(sentence)").contains {
                $0.name.hasSuffix("no-hint-at-employment")
            })
    }

    // MARK: Flawed ones

    private static let flawed = [
        Row(
            "a letter to anybody", "request",
            """
            To: Elena García

            To whom it may concern,

            I am a hard-working professional with 15 years of experience and I am very interested in opportunities at your \
            company. Please find attached my resume. I am available immediately. Please let me know if you are hiring.

            Best regards
            """, "greet-them-by-name", "no-resume-with-a-request", "no-hint-at-employment", "no-hint-at-employment",
            "say-that-you-want-no-job", "ask-for-minutes", "say-what-you-would-like-to-learn", "say-where-you-stand",
            "say-you-would-appreciate-it", "offer-a-place-to-talk")
    ]
}
