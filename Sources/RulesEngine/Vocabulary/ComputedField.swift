/// How a field is worked out from others (`computed:`), by one of a closed list of ways; nobody writes it into a log.
public struct ComputedField: Sendable, Hashable {
    /// The ways there are, as a vocabulary writes them.
    enum Way: String, Sendable, CaseIterable {
        case count
        case sum
        case difference
        case ratio
        case daysSince = "days since"
    }

    /// What it is worked out from.
    enum Operand: Sendable, Hashable {
        /// Other fields of the same activity or record, in order.
        case fields([FieldID])
        /// Activities with the same person; of `me` those with anybody.
        case activities([KindID])
    }

    let way: Way
    let operand: Operand
}

/// Reads `computed:` and `of:` of a field.
struct ComputedFieldReader {
    /// The fields known so far, by name, with their types.
    let types: [FieldID: FieldType]
    /// The kinds of each group.
    let groups: [String: [KindID]]

    /// The way a field is worked out, with the type that gives; nil when it cannot be understood, with the reason
    /// reported.
    func read(
        _ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> (computed: ComputedField, type: FieldType)? {
        guard
            let way = node["computed"]?.readChoice("way to compute", as: ComputedField.Way.self, &diagnostics),
            let written = node.required("of", &diagnostics),
            let words = written.readWords("'of'", &diagnostics)
        else { return nil }
        if let kinds = kinds(words, names), way == .count || way == .daysSince {
            return (ComputedField(way: way, operand: .activities(kinds)), .number)
        }
        let fields = words.compactMap { names.field($0, &diagnostics) }
        guard fields.count == words.count else { return nil }
        guard let type = type(of: way, fields) else {
            diagnostics.report(.cannotCompute(way, at: written.range))
            return nil
        }
        return (ComputedField(way: way, operand: .fields(fields)), type)
    }

    /// The kinds and groups that are named; nil when any of the words is neither.
    private func kinds(_ words: [Node], _ names: VocabularyNames) -> [KindID]? {
        var kinds: [KindID] = []
        for word in words {
            if let group = groups[word.text] {
                kinds += group
            } else if let kind = names.kindNumber(word.text) {
                kinds.append(kind)
            } else {
                return nil
            }
        }
        return kinds
    }

    private func type(of way: ComputedField.Way, _ fields: [FieldID]) -> FieldType? {
        let types = fields.compactMap { self.types[$0] }
        guard types.count == fields.count, let first = types.first else { return nil }
        let isUniform = types.allSatisfy { $0 == first }
        switch (way, first) {
        case (.count, .list), (.count, .activities): return types.count == 1 ? .number : nil
        case (.daysSince, .date), (.daysSince, .instant): return types.count == 1 ? .number : nil
        case (.sum, .number), (.sum, .duration): return isUniform ? first : nil
        case (.difference, .number), (.difference, .duration): return isUniform && types.count == 2 ? first : nil
        case (.difference, .date), (.difference, .instant): return isUniform && types.count == 2 ? .duration : nil
        case (.ratio, .number), (.ratio, .duration): return isUniform && types.count == 2 ? .number : nil
        default: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func cannotCompute(_ way: ComputedField.Way, at range: SourceRange) -> Diagnostic {
        let help =
            switch way {
            case .count: "name a list, a list of parts, or kinds of activity"
            case .daysSince: "name one field that holds a date, or kinds of activity"
            case .sum: "name fields that all hold numbers, or all durations"
            case .difference: "name two fields that both hold numbers, durations or dates"
            case .ratio: "name two fields that both hold numbers, or both durations"
            }
        return Diagnostic(
            .unreadableValue, "'\(way.rawValue)' cannot be worked out from this", at: range, help: help)
    }
}
