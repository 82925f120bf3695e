import Checklists
import RulesEngine
import Testing

/// Questions go into a plan file where they belong, and nothing else in it changes.
struct AgendaInsertionTests {
    private let insertion: AgendaInsertion
    private let kit: AdviceKit

    init() throws {
        kit = try KitFixture().kit
        insertion = AgendaInsertion(kit: kit, zone: .utc)
    }

    private static let head = "plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00\n"

    /// A plan file before and after two questions were written into it.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let before: String
        let after: String
        var testDescription: String { name }
    }

    private static let day = "ask: What is your typical day like?"
    private static let who = "Who else would be good for me to talk to next?"

    static let cases = [
        Case(
            name: "a plan without an agenda", before: head,
            after: head + "agenda:\n  - \(day)\n  - \(who)\n"),
        Case(
            name: "no line break at the end", before: "plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00",
            after: "plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00\nagenda:\n  - \(day)\n  - \(who)"),
        Case(
            name: "an empty agenda", before: head + "agenda:\nlength: 20 minutes\n",
            after: head + "agenda:\n  - \(day)\n  - \(who)\nlength: 20 minutes\n"),
        Case(
            name: "brackets with nothing in them", before: head + "agenda: []\nlength: 20 minutes\n",
            after: head + "agenda:\n  - \(day)\n  - \(who)\nlength: 20 minutes\n"),
        Case(
            name: "brackets with a remark", before: head + "agenda: []   # none yet\n",
            after: head + "agenda: # none yet\n  - \(day)\n  - \(who)\n"),
        Case(
            name: "after the last question and before the end",
            before: head
                + "agenda:\n  - ask: How did you get here?\n  - Check the time\n  - Thank him for his time\nlength: 20 minutes\n",
            after: head + "agenda:\n  - ask: How did you get here?\n  - \(day)\n  - \(who)\n  - Check the time\n"
                + "  - Thank him for his time\nlength: 20 minutes\n"),
        Case(
            name: "before what ends it, though nothing was asked",
            before: head + "agenda:\n- Thank him for his time\n",
            after: head + "agenda:\n- \(day)\n- \(who)\n- Thank him for his time\n"),
        Case(
            name: "deeply indented, with remarks and blank lines",
            before: head
                + "agenda:   # the talk\n\n      # first\n      - pledge: no job   # said twice\n\n      # then\n      - ask: 'Why: this?'\n\n# the end\n",
            after: head
                + "agenda:   # the talk\n\n      # first\n      - pledge: no job   # said twice\n\n      # then\n"
                + "      - ask: 'Why: this?'\n      - \(day)\n      - \(who)\n\n# the end\n"),
        Case(
            name: "line breaks of Windows", before: (head + "agenda:\n  - ask: How?\n").replacing("\n", with: "\r\n"),
            after: (head + "agenda:\n  - ask: How?\n  - \(day)\n  - \(who)\n").replacing("\n", with: "\r\n")),
        Case(
            name: "a question that is there already, in other words",
            before: head + "agenda:\n  - ask: how do you spend your workday\n",
            after: head + "agenda:\n  - ask: how do you spend your workday\n  - \(who)\n"),
        Case(
            name: "both there already", before: head + "agenda:\n  - \(day)\n  - \(who)\n",
            after: head + "agenda:\n  - \(day)\n  - \(who)\n"),
        Case(
            name: "an item of several lines",
            before: head
                + "agenda:\n  - ask: >\n      How did you\n      get here?\n    topic: career path\nready: yes\n",
            after: head
                + "agenda:\n  - ask: >\n      How did you\n      get here?\n    topic: career path\n  - \(day)\n  - \(who)\nready: yes\n"
        ),
    ]

    @Test(arguments: cases)
    func questionsGoWhereTheyBelong(_ row: Case) throws {
        let outcome = try insertion.inserting(try questions(), into: SourceFile(name: "plan.yaml", text: row.before))
        #expect(String(decoding: outcome.file.bytes, as: UTF8.self) == row.after)
    }

    @Test(arguments: cases)
    func writingThemTwiceAddsNothing(_ row: Case) throws {
        let once = try insertion.inserting(try questions(), into: SourceFile(name: "plan.yaml", text: row.before))
        let twice = try insertion.inserting(try questions(), into: once.file)
        #expect(twice.file == once.file && twice.added.isEmpty)
    }

    @Test(arguments: cases)
    func everyOtherByteStays(_ row: Case) throws {
        let before = Array(row.before.replacing(" []", with: "").utf8).filter { $0 != 0x20 }
        let outcome = try insertion.inserting(try questions(), into: SourceFile(name: "plan.yaml", text: row.before))
        var rest = outcome.file.bytes[...].filter { $0 != 0x20 }[...]
        for byte in before {
            let place = try #require(rest.firstIndex(of: byte))
            rest = rest[(place + 1)...]
        }
    }

    @Test func aFileWithAByteOrderMarkKeepsIt() throws {
        let text = "\u{FEFF}" + Self.head
        let outcome = try insertion.inserting(try questions(), into: SourceFile(name: "plan.yaml", text: text))
        #expect(outcome.file.bytes.starts(with: Array(text.utf8)))
    }

    @Test func everyQuestionOfTheBankCanBeWritten() throws {
        let outcome = try insertion.inserting(kit.questions, into: SourceFile(name: "plan.yaml", text: Self.head))
        #expect(outcome.added.count == kit.questions.count)
        let plan = try KitFixture().plan(String(decoding: outcome.file.bytes, as: UTF8.self))
        let lines = plan.parts.flatMap(\.lines)
        #expect(lines.count == kit.questions.count)
        for (line, question) in zip(lines, kit.questions) {
            #expect(line.kind.text == question.kind ?? "question.asked", "\(question.id)")
            #expect(line.fields.first?.values.first?.text == question.wording)
        }
    }

    // MARK: What is left alone

    @Test(arguments: [
        "plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00\nagenda: [How?, Why?]\n",
        "{plan: meeting, with: Tom Baker, starts: 2026-11-24 10:00}\n",
    ])
    func bracketsAreLeftAlone(_ text: String) throws {
        #expect(throws: AgendaInsertion.Failure.self) {
            try insertion.inserting(try questions(), into: SourceFile(name: "plan.yaml", text: text))
        }
    }

    @Test(arguments: [
        "", "plan: meting\n", "plan: meeting\n\twith: Tom\n", "agenda: [", "\u{0}", "- a\n- b\n",
        "plan: meeting\nagenda: yes\n",
    ])
    func whatIsNoPlanIsLeftAlone(_ text: String) throws {
        #expect(throws: AgendaInsertion.Failure.self) {
            try insertion.inserting(try questions(), into: SourceFile(name: "plan.yaml", text: text))
        }
    }

    /// Whatever happens to a plan file, it is never mangled: either it is refused, or the old lines stand in it as before.
    @Test func aTruncatedFileIsRefusedOrKept() throws {
        for row in Self.cases {
            let bytes = Array(row.before.utf8)
            for length in stride(from: 0, to: bytes.count, by: 3) {
                let file = SourceFile(name: "plan.yaml", bytes: Array(bytes[..<length]))
                guard let outcome = try? insertion.inserting(try questions(), into: file) else { continue }
                let old = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
                let new = String(decoding: outcome.file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
                let missing = old.filter { line in !new.contains(line) && !line.hasPrefix("agenda:") }
                #expect(missing.isEmpty, "\(row.name) at \(length): \(missing)")
            }
        }
    }

    private func questions() throws -> [BankQuestion] {
        try ["typical-day", "who-else"].map { id in try #require(kit.questions.first { $0.id == id }) }
    }
}
