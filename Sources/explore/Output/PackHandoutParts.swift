import Checklists
import RulesEngine

/// What a pack brings beside rules and message patterns, as parts of its handout.
struct PackHandoutParts {
    let pack: RuleSet.Pack
    let rules: RuleSet
    let kit: AdviceKit

    private typealias Part = PackHandout.Part
    private typealias Entry = PackHandout.PartEntry

    /// The parts that have something in them, in the order they are read.
    var all: [PackHandout.Part] {
        ([changes, positions, topics, questions] + checklists + [advice]).filter { !$0.entries.isEmpty }
    }

    /// The words it declares.
    var words: WordList {
        let own = rules.vocabulary.kinds.filter { $0.declared.file.name.contains(pack.name + "/") }
        return WordList(vocabulary: rules.vocabulary, only: Set(own.map(\.name)))
    }

    private func isOwn(_ range: SourceRange?) -> Bool { range.map { files.contains($0.file.name) } ?? false }
    private var files: Set<String> { pack.fileNames }

    // MARK: What it changes in others

    private var changes: Part {
        let entries = pack.manifest.overrides.map { override in
            let text = OverrideText(override, in: rules)
            return Entry(title: text.deed.prefix(1).uppercased() + text.deed.dropFirst(), remarks: text.remarks)
        }
        return Part(id: "changes", title: "Changes in other packs", thing: "change", entries: entries)
    }

    private var positions: Part {
        let entries = pack.manifest.positions.map { choice in
            let question = rules.dispute(choice.dispute.text)?.question ?? ""
            return Entry(
                id: choice.dispute.text, title: question.isEmpty ? choice.dispute.text : question,
                texts: ["This pack says: \(choice.position.text)."])
        }
        return Part(id: "positions", title: "Sides it takes", thing: "side taken", entries: entries)
    }

    // MARK: What helps at a meeting

    private var topics: Part {
        let entries = kit.topics.topics.filter { isOwn($0.range) }.map { topic in
            Entry(
                title: topic.name, texts: [topic.goal],
                remarks: remark("Also said", topic.words.joined(separator: ", ")) + remark("Because", topic.because)
                    + remark("Source", topic.source))
        }
        return Part(id: "topics", title: "Topics", thing: "topic", entries: entries)
    }

    private var questions: Part {
        let entries = kit.questions.filter { isOwn($0.range) }.map { question in
            Entry(
                id: question.id, title: question.wording,
                remarks: question.variants.map { ("Or", $0) } + remark("Topic", question.topic)
                    + remark("Source", question.source))
        }
        return Part(id: "questions", title: "Questions", thing: "question", entries: entries)
    }

    private var checklists: [Part] {
        kit.checklists.map { list in
            let entries = list.items.filter { isOwn($0.range) }.map { item in
                Entry(
                    id: item.id, title: rules.rules(named: item.title).first?.title ?? item.title,
                    remarks: remark("When", item.phase.rawValue) + remark("Source", item.source))
            }
            return Part(
                id: "checklist-\(list.name)", title: "Checklist: \(list.title)",
                thing: "item of the checklist '\(list.title)'", entries: entries)
        }
    }

    private var advice: Part {
        let titles = Dictionary(kit.advice.documents.map { ($0.id, $0.title) }) { first, _ in first }
        let entries = kit.advice.pieces.filter { isOwn($0.range) }.map { piece in
            let source = [titles[piece.document] ?? piece.document, piece.place].filter { !$0.isEmpty }
            return Entry(id: piece.id, title: piece.says, remarks: remark("Source", source.joined(separator: ", ")))
        }
        return Part(id: "advice", title: "What documents advise", thing: "piece of advice", entries: entries)
    }

    private func remark(_ heading: String, _ text: String?) -> [(heading: String, text: String)] {
        text.map { $0.isEmpty ? [] : [(heading, $0)] } ?? []
    }
}
