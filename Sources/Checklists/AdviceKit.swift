import RulesEngine

/// What packs bring beside rules: checklists, questions, topics, message patterns, and the advice they are made from.
public struct AdviceKit: Sendable {
    /// The checklists of all packs.
    public let checklists: [WrittenChecklist]
    /// The questions of all packs, in the order in which a talk would take them.
    public let questions: [BankQuestion]
    /// The topics of all packs.
    public let topics: TopicList
    /// The message patterns of all packs, in the order in which they are tried.
    public let patterns: [MessagePattern]
    /// What documents advise, piece by piece.
    public let advice: AdviceList
    /// The rules with the texts that the items speak of: facts for a checklist are made for these.
    public let rules: RuleSet

    /// The items of all checklists.
    public var items: [ChecklistItem] { checklists.flatMap(\.items) }

    /// Reads what the packs of these rules bring. Every mistake is reported with its place; what could be read is given.
    public static func load(_ rules: RuleSet, _ diagnostics: inout Diagnostics) -> AdviceKit {
        var reader = KitReader(rules, diagnostics)
        let topics = reader.readTopics()
        let advice = reader.readAdvice()
        let checklists = reader.readChecklists()
        let questions = reader.readQuestions(about: topics)
        let patterns = reader.readPatterns()
        reader.checkIDs(checklists.flatMap(\.items).map { ($0.id, $0.range) }, "an item")
        reader.checkIDs(questions.compactMap { question in question.range.map { (question.id, $0) } }, "a question")
        reader.checkIDs(patterns.map { ($0.id, $0.range) }, "a message pattern")
        diagnostics = reader.diagnostics
        return AdviceKit(
            checklists: checklists, questions: questions, topics: topics, patterns: patterns, advice: advice,
            rules: reader.rules)
    }
}
