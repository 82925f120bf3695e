import Checklists
import RulesEngine

/// What a printed pack says, in the order it is read: the pack, its rules file by file, where guides differ, its sources.
struct PackHandout {
    let title: String
    /// Who publishes it, which version, and under which licence.
    let facts: [String]
    let chapters: [Chapter]
    /// What it brings beside rules and message patterns.
    let parts: [Part]
    /// The words it declares, for logging.
    let words: WordList
    /// Its message patterns.
    let patterns: [PatternEntry]
    let disputes: [DisputeEntry]
    let works: [Manifest.Work]

    /// The rules of one file.
    struct Chapter {
        let title: String
        let rules: [RuleEntry]
    }

    /// One rule.
    struct RuleEntry {
        let id: String
        let title: String
        let strength: Rule.Strength
        let sentence: String
        /// What is said beside it, each with its heading.
        let remarks: [(heading: String, text: String)]
    }

    /// Entries of one sort, such as topics.
    struct Part {
        /// Where a link leads to.
        let id: String
        let title: String
        /// What one entry is: `topic`.
        let thing: String
        let entries: [PartEntry]
    }

    /// One entry of a part.
    struct PartEntry {
        /// Its short name; nil when it has none.
        var id: String?
        let title: String
        var texts: [String] = []
        /// What is said beside it, each with its heading.
        var remarks: [(heading: String, text: String)] = []
    }

    /// One pattern for a message.
    struct PatternEntry {
        let title: String
        /// Its subject line and its paragraphs, slots included.
        let texts: [String]
        let source: String?
    }

    /// One question that guides answer differently.
    struct DisputeEntry {
        let question: String
        let answers: [String]
        let because: String
    }

    init(_ pack: RuleSet.Pack, in rules: RuleSet, kit: AdviceKit) {
        let manifest = pack.manifest
        title = manifest.title
        facts = [
            manifest.publisher.isEmpty ? "" : "Published by \(manifest.publisher)", "Version \(manifest.version)",
            manifest.licence.isEmpty ? "" : "Licence: \(manifest.licence)",
            manifest.reviewBy.map { "To be read again by \($0)" } ?? "",
        ].filter { !$0.isEmpty }
        chapters = Self.chapters(of: pack, rules)
        let parts = PackHandoutParts(pack: pack, rules: rules, kit: kit)
        self.parts = parts.all
        words = parts.words
        patterns = kit.patterns.filter { $0.pack == manifest.id }.map { pattern in
            PatternEntry(
                title: pattern.title, texts: (pattern.subjectText.map { ["Subject: " + $0] } ?? []) + pattern.texts,
                source: pattern.source)
        }
        let own = Set(manifest.disputes.map(\.id) + pack.rules.compactMap { $0.dispute?.dispute })
        disputes = rules.disputes.filter { own.contains($0.id) }.sorted { $0.id < $1.id }.map(Self.dispute)
        works = manifest.works.values.sorted { ($0.title, $0.author) < ($1.title, $1.author) }
    }

    /// How much a strength matters, in words for people.
    static func word(_ strength: Rule.Strength) -> String {
        switch strength {
        case .must: "Must"
        case .should: "Should"
        case .consider: "Worth considering"
        }
    }

    private static func chapters(of pack: RuleSet.Pack, _ rules: RuleSet) -> [Chapter] {
        var files: [String] = []
        for rule in pack.rules where !files.contains(rule.range.file.name) { files.append(rule.range.file.name) }
        return files.map { file in
            let own = pack.rules.filter { $0.range.file.name == file }
            return Chapter(title: chapterTitle(file), rules: own.map { entry($0, rules) })
        }
    }

    /// `rules/after-the-talk.yaml` → `After the talk`.
    private static func chapterTitle(_ file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let words = (name.split(separator: ".").first.map(String.init) ?? name).replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func entry(_ rule: Rule, _ rules: RuleSet) -> RuleEntry {
        var remarks: [(heading: String, text: String)] = []
        if !rule.because.isEmpty { remarks.append(("Because", rule.because)) }
        if let source = rule.source { remarks.append(("Source", source.text)) }
        if !rule.customaryIn.isEmpty { remarks.append(("Customary in", rule.customaryIn.joined(separator: ", "))) }
        if let side = rule.dispute {
            let question = rules.dispute(side.dispute)?.question ?? side.dispute
            remarks.append(("Guides differ", "\(question) This rule says: \(side.position)."))
        }
        return RuleEntry(
            id: rule.id, title: rule.title, strength: rule.strength, sentence: rule.sentence(in: rules.vocabulary),
            remarks: remarks)
    }

    private static func dispute(_ dispute: DisputeView) -> DisputeEntry {
        DisputeEntry(
            question: dispute.question.isEmpty ? dispute.id : dispute.question,
            answers: dispute.sides.map { $0.isInForce ? "\($0.position) (in force)" : $0.position },
            because: dispute.because)
    }
}

extension Manifest.Work {
    /// The address when it leads to a page; nothing else becomes a link.
    var link: String? {
        let isPage = url.hasPrefix("https://") || url.hasPrefix("http://")
        return isPage && !url.contains(where: \.isWhitespace) ? url : nil
    }

    /// Title and author.
    var words: String { author.isEmpty ? title : "\(title), by \(author)" }
}
