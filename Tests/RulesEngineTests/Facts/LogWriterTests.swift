import TestSupport
import Testing

@testable import RulesEngine

/// What is written is read back to the same by the strict loader, and quoted only where it has to be.
struct LogWriterTests {
    // MARK: One text

    @Test func everyTextIsReadBackAsItWas() throws {
        for text in try texts(count: 4000) {
            for written in [LogWriterScalar.word(text), LogWriterScalar.text(text), LogWriterScalar.quoted(text)] {
                #expect(Self.read(written) == .some(text), "\(written)")
            }
        }
    }

    /// Quotes are there for a reason: without them the text is misread, or a reader that guesses types guesses one.
    @Test func quotesStandOnlyWhereTheyAreNeeded() throws {
        for text in try texts(count: 4000) where LogWriterScalar.word(text).first == "\"" {
            let isUnseen = text.unicodeScalars.contains {
                InvisibleCharacter($0.value) != nil || $0.value < 0x20 || $0.value == 0xFEFF
            }
            #expect(isUnseen || Self.read(text) != .some(text), "\(text.debugDescription) needs no quotes")
        }
    }

    @Test(arguments: [
        ("yes", "\"yes\""), ("010", "\"010\""), ("1:30", "\"1:30\""), ("2026-11-20", "\"2026-11-20\""), ("~", "\"~\""),
        ("a: b", "\"a: b\""), ("a:b", "a:b"), ("a #b", "\"a #b\""), ("a#b", "a#b"), ("-a", "-a"), ("- a", "\"- a\""),
        ("it's", "it's"), ("say \"no\"", "say \"no\""), ("", "\"\""), ("a\nb", "\"a\\nb\""), ("C:\\x", "C:\\x"),
        ("Delta Logistics", "Delta Logistics"), ("3 people", "3 people"), ("😀", "😀"), ("a ", "\"a \""),
    ])
    func aTextIsWritten(_ text: String, _ written: String) {
        #expect(LogWriterScalar.text(text) == written)
    }

    @Test(arguments: ["yes", "20 minutes", "2026-11-24 10:00", "3", "in person"])
    func aValueWithATypeNeedsNoQuotes(_ text: String) {
        #expect(LogWriterScalar.word(text) == text)
    }

    // MARK: Whole logs

    @Test(arguments: ["America/New_York", "Europe/Berlin", "UTC", "Australia/Lord_Howe"])
    func everyLogIsReadBackAsItWas(_ name: String) throws {
        let vocabulary = try Self.vocabulary()
        let zone = try name == "UTC" ? .utc : zone(name)
        var random = RandomLogDocument(vocabulary: vocabulary, zone: zone, seed: 11)
        let writer = LogWriter(vocabulary: vocabulary, zone: zone)
        for turn in 0..<150 {
            let document = random.next(hasIDs: turn % 2 == 0)
            for text in [writer.yaml(document), writer.json(document)] {
                let back = try Self.read(text, vocabulary, zone)
                #expect(back.plain == document.plain, "\(text)")
                #expect([writer.yaml(back), writer.json(back)].contains(text))
                if back.plain != document.plain { return }
            }
        }
    }

    @Test func theOrderOfFieldsIsTheVocabularys() throws {
        let vocabulary = try Self.vocabulary()
        var document = LogDocument()
        let later = try Moment.read("2026-11-02", in: .utc).get()
        document.records = [
            RecordLine(
                kind: "person", name: WrittenText("Ana"),
                fields: [
                    FieldLine(WrittenText("organization"), [WrittenText("Delta")]),
                    FieldLine(WrittenText("level"), [WrittenText("senior")], since: later),
                    FieldLine(WrittenText("level"), [WrittenText("mid")]),
                ])
        ]
        #expect(
            LogWriter(vocabulary: vocabulary, zone: .utc).yaml(document) == """
                log: 1
                time_zone: UTC
                people:
                  - name: Ana
                    level: mid
                    organization: Delta
                    changes:
                      - since: 2026-11-02
                        level: senior

                """)
    }

    @Test func whoHasNoRecordIsListedWhenOthersAre() throws {
        let vocabulary = try Self.vocabulary()
        var document = LogDocument()
        let at = try Moment.read("2026-11-02", in: .utc).get()
        let people = ["Ana", "ben"].map { WrittenText($0) }
        document.activities = [ActivityLine(id: "a1", at: at, kind: WrittenText("talk.held"), with: people)]
        let writer = LogWriter(vocabulary: vocabulary, zone: .utc)
        #expect(!writer.yaml(document).contains("people:"))
        document.records = [RecordLine(kind: "person", name: WrittenText("ANA"))]
        #expect(writer.yaml(document).contains("people:\n  - name: ANA\n  - name: ben\n"))
        _ = try Self.read(writer.yaml(document), vocabulary, .utc)
    }

    @Test func aPlanFileIsReadAsItStands() throws {
        let vocabulary = try Self.vocabulary()
        let at = try Moment.read("2026-11-02", in: .utc).get()
        let line = ActivityLine(
            id: "yes", at: at, kind: WrittenText("talk.planned"), with: [WrittenText("O'Neil, Pat")],
            fields: [FieldLine(WrittenText("starts"), [WrittenText("2026-11-24 10:00")])])
        let text = LogWriter(vocabulary: vocabulary, zone: .utc).planFile(line, path: "plan.yaml")
        var diagnostics = Diagnostics()
        let root = try #require(YAMLLoader.load(SourceFile(name: "plan.yaml", text: text), &diagnostics)?.root)
        let plan = try #require(PlanReader(vocabulary: vocabulary, zone: .utc).read(root, at: at, &diagnostics))
        #expect(diagnostics.all.isEmpty && plan.plain == line.plain)
        #expect(text.contains("# Check it with: explore lint plan.yaml\n") && text.contains("# items:\n#   - say: …"))
    }

    // MARK: Reading back

    private func texts(count: Int) throws -> [String] {
        var random = RandomLogDocument(vocabulary: try Self.vocabulary(), zone: .utc, seed: 3)
        return (0..<count).map { _ in random.text() }
    }

    /// The text that a value, an item and a name of a setting are read as; nil when any of them is read otherwise.
    private static func read(_ written: String) -> String? {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "x", text: "a: \(written)\nb:\n  - c\n  - \(written)\nd: e\n")
        guard let root = YAMLLoader.load(file, &diagnostics)?.root, diagnostics.all.isEmpty, root.entries.count == 3,
            let item = root.entries[1].value.items.last, root.entries[1].value.items.count == 2,
            let value = root.entries[0].value.readText("a", &diagnostics), item.readText("b", &diagnostics) == value
        else { return nil }
        return value
    }

    private static func read(_ text: String, _ vocabulary: Vocabulary, _ zone: Zone) throws -> LogDocument {
        var diagnostics = Diagnostics()
        let tree = try #require(YAMLLoader.load(SourceFile(name: "log", text: text), &diagnostics))
        let document = LogReader(vocabulary: vocabulary, zones: { $0 == zone.name ? zone : nil }).read(
            tree, zone: .utc, &diagnostics)
        try #require(diagnostics.all.isEmpty, "\(DiagnosticRenderer().render(all: diagnostics.all))")
        return document
    }

    /// A vocabulary with every type of field.
    private static func vocabulary() throws -> Vocabulary {
        var diagnostics = Diagnostics()
        let file = SourceFile(name: "vocabulary.yaml", text: Self.words)
        let tree = try #require(YAMLLoader.load(file, &diagnostics))
        var builder = VocabularyBuilder()
        builder.add(tree, &diagnostics)
        let vocabulary = builder.build(&diagnostics)
        try #require(diagnostics.all.isEmpty, "\(diagnostics.all.map(\.message))")
        return vocabulary
    }

    private static let words = """
        vocabulary: test
        records:
          - record: me
            fields: [mood, born]
          - record: person
            plural: people
            fields: [level, organization, friends, age]
          - record: road
            fields: [mood, open]
        fields:
          - {field: mood, type: text}
          - {field: born, type: date}
          - {field: level, type: choice, choices: [mid, senior, "yes"]}
          - {field: organization, type: text}
          - {field: friends, type: list of person}
          - {field: age, type: number}
          - {field: open, type: yes/no}
          - {field: starts, type: instant}
          - {field: length, type: duration}
          - {field: items, type: activities}
          - {field: words, type: text}
          - {field: tags, type: list of text}
          - {field: days, type: list of date}
        kinds:
          - {kind: talk.held, noun: talk, happens: you talk, do: talk, person: needed, fields: [length, tags, words]}
          - {kind: word.said, noun: word, happens: you say, do: say, words: [say], person: possible, main: words, fields: [words, tags, days]}
          - {kind: note.made, noun: note, happens: you note, do: note, person: possible, fields: []}
          - {kind: talk.planned, noun: planned talk, happens: you plan, do: plan, person: needed, fields: [starts, length, items]}
        episodes:
          - episode: talk
            starts: starts
            length: length
            agenda: items
            steps: {planned: talk.planned, held: talk.held}

        """
}

extension LogDocument {
    /// The same without the places it was written at.
    fileprivate var plain: LogDocument {
        var plain = self
        plain.timeZone = timeZone.map { WrittenText($0.text) }
        plain.me = me.map(\.plain)
        plain.records = records.map { record in
            RecordLine(
                kind: record.kind, name: WrittenText(record.name.text), fields: record.fields.map(\.plain),
                archived: record.archived)
        }
        plain.activities = activities.map(\.plain)
        return plain
    }
}

extension FieldLine {
    fileprivate var plain: FieldLine {
        FieldLine(WrittenText(name.text), values.map { WrittenText($0.text) }, isList: isList, since: since)
    }
}

extension ActivityLine {
    fileprivate var plain: ActivityLine {
        ActivityLine(
            id: id, at: at, kind: WrittenText(kind.text), with: with.map { WrittenText($0.text) },
            fields: fields.map(\.plain),
            parts: parts.map { PartsLine(field: WrittenText($0.field.text), lines: $0.lines.map(\.plain)) })
    }
}
