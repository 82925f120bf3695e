/// One thing that is wrong with a text: what, where, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is; only an error keeps a text from being used.
    public enum Severity: String, Sendable, CaseIterable {
        case error, warning, suggestion, note
    }

    /// A second place that belongs to the mistake, such as the first of two equal keys.
    public struct Note: Sendable, Hashable {
        /// The second place.
        public let range: SourceRange
        /// What to say beside it, such as "first time".
        public let label: String

        /// Makes a second place.
        public init(range: SourceRange, label: String) {
            self.range = range
            self.label = label
        }
    }

    /// A repair that is sure enough to be made without asking what was meant.
    public struct Fix: Sendable, Hashable {
        /// What is replaced; empty to insert.
        public let range: SourceRange
        /// What stands there afterwards; empty to remove.
        public let replacement: String
        /// The repair in a few words, such as "add 1 space".
        public let title: String

        /// Makes a repair.
        public init(range: SourceRange, replacement: String, title: String) {
            self.range = range
            self.replacement = replacement
            self.title = title
        }

        /// Writes the right word for what can only be a slip in it; nil where another word may have been meant.
        package static func word(_ nearest: String?, at range: SourceRange?) -> Fix? {
            guard let nearest, let range, isSurelySlip(range.text, of: nearest) else { return nil }
            return Fix(range: range, replacement: nearest, title: "write '\(nearest)'")
        }
    }

    /// The kind of mistake.
    public let code: DiagnosticCode
    /// How bad it is.
    public let severity: Severity
    /// The headline in the author's words, without a full stop.
    public let message: String
    /// Exactly the wrong words; nil when no place in a file is to blame.
    public let range: SourceRange?
    /// What to say beside the caret.
    public let label: String?
    /// Further places that belong to it.
    public let notes: [Note]
    /// What to do about it; may have several lines.
    public let help: String?
    /// The sure repair, where there is one.
    public let fix: Fix?
    /// For a finding: the rule that found it, as `pack/rule`.
    public let rule: String?

    /// What it is called in brackets behind its headline: the rule, else the code.
    public var name: String { rule ?? code.rawValue }

    /// Makes a diagnostic; `message` is a headline without a full stop.
    public init(
        _ code: DiagnosticCode, _ severity: Severity, _ message: String, at range: SourceRange?,
        label: String? = nil, notes: [Note] = [], help: String? = nil, fix: Fix? = nil, rule: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.range = range
        self.label = label
        self.notes = notes
        self.help = help
        self.fix = fix
        self.rule = rule
    }

    /// Makes an error; `message` is a headline without a full stop.
    public init(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange?,
        label: String? = nil, notes: [Note] = [], help: String? = nil, fix: Fix? = nil, rule: String? = nil
    ) {
        self.init(code, .error, message, at: range, label: label, notes: notes, help: help, fix: fix, rule: rule)
    }
}
