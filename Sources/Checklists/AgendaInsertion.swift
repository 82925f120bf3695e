import RulesEngine

/// Writes questions into the agenda of a plan file and leaves every other byte of it as it was.
///
/// The lines come after the last question that is there, and before whatever ends the talk. What would not read back as
/// the same plan with these questions in it is not written.
public struct AgendaInsertion: Sendable {
    let kit: AdviceKit
    let zone: Zone

    /// An insertion for plans in the words of a kit's rules.
    public init(kit: AdviceKit, zone: Zone) {
        self.kit = kit
        self.zone = zone
    }

    /// Why a plan file was left alone.
    public enum Failure: Error, Sendable {
        /// It cannot be read as a plan; what is wrong with it.
        case unreadable(Diagnostics)
        /// The agenda is written between brackets, where lines of their own have no place.
        case inBrackets(SourceRange?)
        /// The plan has no agenda by its nature.
        case noAgenda
        /// The plan would not have read back as it should.
        case notSafe
    }

    /// A plan file with questions in it.
    public struct Outcome: Sendable {
        /// The new contents.
        public let file: SourceFile
        /// The questions that were put in; those that stood there already are not among them.
        public let added: [BankQuestion]
    }

    /// The file with these questions in its agenda; the same bytes when all of them stand there already.
    public func inserting(_ questions: [BankQuestion], into file: SourceFile) throws(Failure) -> Outcome {
        let plan = try PlanText(file, kit.rules.vocabulary, zone)
        let added = questions.filter { question in !plan.lines.contains(where: question.isAsked) }
        guard !added.isEmpty else { return Outcome(file: file, added: []) }
        let form = QuestionForm(vocabulary: kit.rules.vocabulary, zone: zone)
        let edit = try plan.insertion(of: added.map(form.line), before: isEnding)
        let new = edit.applied(to: file)
        guard isSame(new, plan, with: added.count, at: edit.place) else { throw .notSafe }
        return Outcome(file: new, added: added)
    }

    /// Whether a line of an agenda belongs to the end of a talk.
    private func isEnding(_ line: ActivityLine, _ text: String) -> Bool {
        if kit.questions.contains(where: { $0.isClosing && $0.isAsked(by: text) }) { return true }
        let last = kit.items.filter { $0.phase == .closing }.compactMap(\.proof).flatMap(\.activity.kinds)
        let kinds = last.map { kit.rules.vocabulary[$0].name } + kit.questions.filter(\.isClosing).compactMap(\.kind)
        return kinds.contains(line.kind.text)
    }

    /// Whether the new file holds the old plan, with as many lines more at that place, and nothing else.
    private func isSame(_ new: SourceFile, _ old: PlanText, with count: Int, at place: Int) -> Bool {
        guard let plan = try? PlanText(new, kit.rules.vocabulary, zone), plan.problems <= old.problems else {
            return false
        }
        var lines = plan.agenda
        guard lines.count == old.agenda.count + count else { return false }
        lines.removeSubrange(place..<place + count)
        return lines.map(\.bare) == old.agenda.map(\.bare) && plan.rest.bare == old.rest.bare
    }
}

extension ActivityLine {
    /// The line without the places it was written at.
    fileprivate var bare: ActivityLine {
        var line = self
        line.range = nil
        line.kind.range = nil
        line.with = with.map { WrittenText($0.text) }
        line.fields = fields.map {
            FieldLine(WrittenText($0.name.text), $0.values.map { WrittenText($0.text) }, isList: $0.isList)
        }
        line.parts = parts.map { PartsLine(field: WrittenText($0.field.text), lines: $0.lines.map(\.bare)) }
        return line
    }
}

/// How a question is written as a line of an agenda.
struct QuestionForm {
    let vocabulary: Vocabulary
    let zone: Zone

    /// The line without its dash: `ask: What is your typical day like?`, or the words alone where they say by themselves
    /// what sort of question it is.
    func line(_ question: BankQuestion) -> String {
        guard let name = question.kind ?? question.usualKind else { return scalar(question.wording) }
        if question.kind != nil, kind(of: question.wording) == name { return scalar(question.wording) }
        let word = vocabulary.kind(named: name).flatMap { vocabulary[$0].words.first } ?? name
        return "\(word): \(scalar(question.wording))"
    }

    /// What an agenda takes a line for.
    private func kind(of wording: String) -> String? {
        guard let episode = vocabulary.episodes.first(where: { $0.agenda != nil }), let agenda = episode.agenda else {
            return nil
        }
        let text = "plan: \(episode.name)\n\(vocabulary[agenda].name):\n  - \(scalar(wording))\n"
        var ignored = Diagnostics()
        guard let root = YAMLLoader.load(SourceFile(name: "", text: text), &ignored)?.root else { return nil }
        let plan = PlanReader(vocabulary: vocabulary, zone: zone).read(
            root, at: Moment(at: Instant(seconds: 0), in: zone), &ignored)
        return plan?.parts.first?.lines.first?.kind.text
    }

    /// A text as it may stand after a dash or a colon: in single quotes where the notation would cut it.
    private func scalar(_ text: String) -> String {
        let signs: Set<Character> = [
            ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "-", "?", ":",
        ]
        let isPlain = text.first.map { !signs.contains($0) && !$0.isWhitespace } ?? false
        if isPlain, !text.contains(": "), !text.contains(" #"), !text.hasSuffix(":"), !text.contains(where: \.isNewline)
        {
            return text
        }
        return "'" + text.replacing("\n", with: " ").replacing("'", with: "''") + "'"
    }
}
