/// Verbs that read a node as a typed thing.
///
/// `what` is the thing's name as it begins a sentence, such as "title" or "the length". Each verb reports a wrong value
/// at its exact place and gives nil.
extension Node {
    /// The text as written, without the line breaks a text block ends with; nothing written is a mistake.
    package func readText(_ what: String, _ diagnostics: inout Diagnostics) -> String? {
        guard kind == .scalar else {
            let colon = ReadingMistakes.colonInText(self, what)
            let quotes = style == .flow ? "put it in quotes if it is meant as text" : nil
            return refuse(
                colon ?? ReadingMistakes.wrongKind(self, what, expected: "a text", help: quotes), &diagnostics)
        }
        guard !isEmpty else {
            let help =
                range.bytes.isEmpty
                ? "write it here, or '' if it is empty on purpose" : "put it in quotes if the word itself is meant"
            return refuse(ReadingMistakes.empty(self, what, help: help), &diagnostics)
        }
        let text = text
        guard style == .literal || style == .folded else { return text }
        return String(text[..<(text.lastIndex { $0 != "\n" }.map(text.index(after:)) ?? text.startIndex)])
    }

    /// A whole number, within `limits` when they are given.
    package func readWholeNumber(
        _ what: String, in limits: ClosedRange<Int>? = nil, _ diagnostics: inout Diagnostics
    ) -> Int? {
        let example = limits.map { max($0.lowerBound, min(3, $0.upperBound)) } ?? 3
        guard let text = readDigits(what, "a whole number", "\(example)", &diagnostics) else { return nil }
        guard WrittenNumber(text) == .clear(isWhole: true) else {
            return refuse(
                Diagnostic(
                    .notANumber, "\(what) must be a whole number", at: range,
                    help: "expected a number such as \(example)"),
                &diagnostics)
        }
        guard let number = Int(text), limits?.contains(number) ?? true else {
            let limits = limits ?? Int.min...Int.max
            let bounds =
                limits.lowerBound == limits.upperBound
                ? "\(limits.lowerBound)" : "from \(limits.lowerBound) to \(limits.upperBound)"
            return refuse(outOfRange(what, bounds), &diagnostics)
        }
        return number
    }

    /// A number with or without decimals, within `limits` when they are given.
    package func readNumber(
        _ what: String, in limits: ClosedRange<Double>? = nil, _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let text = readDigits(what, "a number", "0.5", &diagnostics) else { return nil }
        guard let number = Double(text), number.isFinite, limits?.contains(number) ?? true else {
            let bounds =
                limits.map { "from \(shown($0.lowerBound)) to \(shown($0.upperBound))" }
                ?? "a number this program can hold"
            return refuse(outOfRange(what, bounds), &diagnostics)
        }
        return number
    }

    /// `yes` or `no`, also written `true` or `false`.
    package func readYesNo(_ what: String, _ diagnostics: inout Diagnostics) -> Bool? {
        guard let text = readWord(what, "yes or no", &diagnostics) else { return nil }
        switch text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            let lowered = text.lowercased()
            let isYes = ["yes", "true", "y", "on"].contains(lowered)
            let meant = isYes ? "yes" : ["no", "false", "n", "off"].contains(lowered) ? "no" : nil
            return refuse(
                Diagnostic(
                    .notYesOrNo, "\(what) must be yes or no", at: ReadingMistakes.firstLine(of: self),
                    help: meant.map { "write \($0)" } ?? "write yes or no",
                    fix: meant.map { Diagnostic.Fix(range: range, replacement: $0, title: "write \($0)") }),
                &diagnostics)
        }
    }

    /// The items of a list; a text where each line needs its own dash has its own message.
    package func readList(_ what: String, _ diagnostics: inout Diagnostics) -> [Node]? {
        switch kind {
        case .sequence: return items
        case .mapping, .alias:
            return refuse(
                ReadingMistakes.wrongKind(self, what, expected: "a list", help: "begin each item with '- '"),
                &diagnostics)
        case .scalar where isEmpty:
            return refuse(ReadingMistakes.empty(self, what, help: "write [] for an empty list"), &diagnostics)
        case .scalar: return refuse(notAList(what), &diagnostics)
        }
    }

    /// One word alone, or a list of words; every one of them is a text.
    package func readWords(_ what: String, _ diagnostics: inout Diagnostics) -> [Node]? {
        if kind == .scalar, style == .plain, text.contains(", "), !isEmpty {
            return refuse(commasInText(what), &diagnostics)
        }
        guard kind == .sequence else { return readText(what, &diagnostics) == nil ? nil : [self] }
        let words = items
        let texts = words.map { $0.readText("each item of \(what)", &diagnostics) }
        return texts.contains(nil) ? nil : words
    }

    /// One of the words of a closed list.
    package func readChoice<Choice: RawRepresentable & CaseIterable>(
        _ what: String, as type: Choice.Type, _ diagnostics: inout Diagnostics
    ) -> Choice? where Choice.RawValue == String {
        let words = type.allCases.map(\.rawValue)
        guard let text = readWord(what, "one of: \(words.joined(separator: ", "))", &diagnostics) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let near = nearestWord(to: text, among: words)
        let list = "use one of: \(words.joined(separator: ", "))"
        return refuse(
            Diagnostic(
                .unknownChoice, "\(quoted(text)) is not a \(what)", at: ReadingMistakes.firstLine(of: self),
                help: near.map { "did you mean '\($0)'?\n\(list)" } ?? list,
                fix: .word(near, at: range)),
            &diagnostics)
    }

    private func refuse<Value>(_ diagnostic: Diagnostic, _ diagnostics: inout Diagnostics) -> Value? {
        diagnostics.report(diagnostic)
        return nil
    }

    /// A text that stands where `expected` is needed.
    private func readWord(_ what: String, _ expected: String, _ diagnostics: inout Diagnostics) -> String? {
        guard kind == .scalar else {
            return refuse(ReadingMistakes.wrongKind(self, what, expected: expected), &diagnostics)
        }
        guard !isEmpty else {
            return refuse(ReadingMistakes.empty(self, what, help: "write \(expected)"), &diagnostics)
        }
        return text
    }

    /// The text of a number that is clearly written.
    private func readDigits(
        _ what: String, _ expected: String, _ example: String, _ diagnostics: inout Diagnostics
    ) -> String? {
        guard let text = readWord(what, expected, &diagnostics) else { return nil }
        switch WrittenNumber(text) {
        case .clear: return text
        case .unclear(let meant):
            return refuse(
                Diagnostic(
                    .unclearNumber, "\(quoted(text)) can be read in more than one way as a number", at: range,
                    help: "write \(meant)",
                    fix: Diagnostic.Fix(range: range, replacement: meant, title: "write \(meant)")),
                &diagnostics)
        case .none:
            let meant = NumberWord.value(of: text).map(String.init)
            return refuse(
                Diagnostic(
                    .notANumber, "\(what) must be \(expected), but this is text",
                    at: ReadingMistakes.firstLine(of: self),
                    help: meant.map { "write \($0)" } ?? "expected a number such as \(example)",
                    fix: meant.map { Diagnostic.Fix(range: range, replacement: $0, title: "write \($0)") }),
                &diagnostics)
        }
    }

    private func shown(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }

    private func outOfRange(_ what: String, _ bounds: String) -> Diagnostic {
        Diagnostic(.numberOutOfRange, "\(what) is out of range", at: range, help: "it must be \(bounds)")
    }

    private func notAList(_ what: String) -> Diagnostic {
        let lines = range.text.split { $0.isNewline }.count
        guard lines > 1 || !text.contains(", ") else { return commasInText(what) }
        let help = lines > 1 ? "begin every line with '- '" : "write '- ' before it"
        return Diagnostic(
            .missingDash,
            lines > 1 ? "\(what) is a list: each line needs its own dash" : "\(what) is a list: a dash is missing",
            at: ReadingMistakes.firstLine(of: self), help: help)
    }

    private func commasInText(_ what: String) -> Diagnostic {
        Diagnostic(
            .missingDash, "\(what) is one text with commas, not a list", at: ReadingMistakes.firstLine(of: self),
            help: "put [ before and ] after it, or write each item on its own line after '- '")
    }
}
