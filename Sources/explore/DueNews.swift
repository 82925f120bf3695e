import RulesEngine

/// What the rules ask for after a change of the log that they did not ask for before.
struct DueNews {
    /// One thing that is newly asked for.
    struct Item: Hashable {
        /// The verdict's word.
        let status: String
        /// What the rule says.
        let headline: String
        /// The rule.
        let rule: String

        /// The item as a line for people.
        var text: String { (status == "due" ? "Now due: " : status == "overdue" ? "Overdue: " : "Note: ") + headline }

        /// The item for other programs.
        var json: JSONLine.Value {
            .object([("status", .text(status)), ("says", .text(headline)), ("rule", .text(rule))])
        }
    }

    /// What is new, in the order of the rules; each sentence once.
    let items: [Item]
    /// The state of the log after the change, held against the rules.
    let evaluated: Evaluated

    /// Compares what the rules say about two states of a log at the moment of a workspace.
    init(from before: LogDocument, to after: LogDocument, _ workspace: Workspace) {
        evaluated = workspace.evaluated(after)
        let known = Set(Self.open(workspace.evaluated(before)).map(\.key))
        var seen: Set<String> = []
        items = Self.open(evaluated).filter { !known.contains($0.key) }.map(\.item).filter {
            seen.insert($0.headline).inserted
        }
    }

    /// What is asked for and possible now, each with a key that stays the same between two evaluations.
    private static func open(_ evaluated: Evaluated) -> [(key: [String], item: Item)] {
        let verdicts = evaluated.verdicts.filter { verdict in
            [.due, .overdue, .broken].contains(verdict.status) && verdict.closing == .open
                && verdict.notBefore <= evaluated.now.seconds
        }
        return verdicts.map { verdict in
            let rule = evaluated.rule(of: verdict).id
            let item = Item(status: verdict.status.word, headline: evaluated.headline(of: verdict), rule: rule)
            return ([rule, evaluated.occasion(of: verdict)?.key ?? "", item.status], item)
        }
    }
}

extension Workspace {
    /// A document held against the rules in force; mistakes in it were told when it was read.
    fileprivate func evaluated(_ document: LogDocument) -> Evaluated {
        var ignored = Diagnostics()
        return engine.evaluate(engine.facts(of: document, &ignored), at: now)
    }
}
