/// The name of one kind of mistake; each has a page under `Documentation/Diagnostics`.
///
/// The codes stand in the order of the phases that report them. A raw value is kebab-case and never changes.
public enum DiagnosticCode: String, Sendable, CaseIterable {
    // The bytes of a file.
    case fileTooLarge = "file-too-large"
    case utf16 = "utf16"
    case notUTF8 = "not-utf8"
    case controlCharacter = "control-character"

    // The way a file is written.
    case tabIndentation = "tab-indentation"
    case noBreakSpace = "no-break-space"
    case invisibleCharacter = "invisible-character"
    case missingColon = "missing-colon"
    case missingSpaceAfterColon = "missing-space-after-colon"
    case colonInText = "colon-in-text"
    case colonInBrackets = "colon-in-brackets"
    case notLinedUp = "not-lined-up"
    case indentedTooFar = "indented-too-far"
    case missingDash = "missing-dash"
    case misplacedDash = "misplaced-dash"
    case unclosedQuote = "unclosed-quote"
    case textAfterQuote = "text-after-quote"
    case unclosedBracket = "unclosed-bracket"
    case textAfterBracket = "text-after-bracket"
    case missingComma = "missing-comma"
    case commaInBraces = "comma-in-braces"
    case reservedCharacter = "reserved-character"
    case questionMark = "question-mark"
    case hashWithoutBlank = "hash-without-blank"
    case unknownEscape = "unknown-escape"
    case badCharacterCode = "bad-character-code"
    case badTextBlock = "bad-text-block"
    case missingValue = "missing-value"
    case afterTheEnd = "after-the-end"
    case nameTooLong = "name-too-long"
    case unresolvedConflict = "unresolved-conflict"
    case unreadableText = "unreadable-text"

    // What the notation allows and rule files do not.
    case percentLine = "percent-line"
    case sharedValue = "shared-value"
    case tag = "tag"
    case questionKey = "question-key"
    case mergeKey = "merge-key"
    case keyNotText = "key-not-text"
    case secondDocument = "second-document"
    case emptyFile = "empty-file"
    case wrongRoot = "wrong-root"
    case duplicateKey = "duplicate-key"
    case nestedTooDeeply = "nested-too-deeply"
    case tooManyValues = "too-many-values"

    // One value read as what it has to be.
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case emptyValue = "empty-value"
    case wrongKind = "wrong-kind"
    case notANumber = "not-a-number"
    case unclearNumber = "unclear-number"
    case numberOutOfRange = "number-out-of-range"
    case notYesOrNo = "not-yes-or-no"
    case unknownChoice = "unknown-choice"

    // The words of a vocabulary.
    case unknownWord = "unknown-word"
    case declaredTwice = "declared-twice"
    case unreadableValue = "unreadable-value"

    // A log or a plan.
    case notAnActivity = "not-an-activity"
    case unreadableTime = "unreadable-time"
    case unknownField = "unknown-field"
    case unknownPerson = "unknown-person"
    case severalPeople = "several-people"
    case missingPerson = "missing-person"
    case sameName = "same-name"
    case unknownReference = "unknown-reference"
    case unknownTimeZone = "unknown-time-zone"
    case unrecognisedLine = "unrecognised-line"
    case notAPlan = "not-a-plan"
    case beforeItsPlan = "before-its-plan"

    // A rule's clauses.
    case unreadableDuration = "unreadable-duration"
    case notACondition = "not-a-condition"
    case notOrdered = "not-ordered"
    case twoShapes = "two-shapes"
    case emptyRange = "empty-range"
    case notBetween = "not-between"

    // A pack and its rules.
    case badID = "bad-id"
    case unknownPlaceholder = "unknown-placeholder"
    case noShape = "no-shape"
    case unknownWork = "unknown-work"
    case fileNotListed = "file-not-listed"
    case fileMissing = "file-missing"
    case notAPack = "not-a-pack"
    case missingPack = "missing-pack"
    case sameRule = "same-rule"
    case samePack = "same-pack"
    case unknownVerdict = "unknown-verdict"

    // Overrides and positions.
    case unknownRule = "unknown-rule"
    case notOverridable = "not-overridable"
    case sameOverride = "same-override"
    case overrideLapsed = "override-lapsed"
    case unknownPosition = "unknown-position"

    // Packs that are installed.
    case lockChanged = "lock-changed"

    // Checklists, questions and topics.
    case unknownTopic = "unknown-topic"
    case sameItem = "same-item"
    case unknownAdvice = "unknown-advice"
    case unsettledAdvice = "unsettled-advice"
    case unusedSlot = "unused-slot"

    // A plan held against the rules.
    case finding = "finding"

    // Messages.
    case notAMessage = "not-a-message"
    case unknownHeading = "unknown-heading"

    // Examples and advice.
    case exampleFails = "example-fails"
    case noExample = "no-example"
    case verdictWithoutExample = "verdict-without-example"
    case contradiction = "contradiction"
    case noSource = "no-source"
    case noLink = "no-link"
    case noReason = "no-reason"
    case dayOrHours = "day-or-hours"
    case pastedQuotes = "pasted-quotes"
    case cutText = "cut-text"
    case reviewPassed = "review-passed"
    case neverSpeaks = "never-speaks"
    case neverFollowed = "never-followed"
    case shadowedRule = "shadowed-rule"
    case oneSidedDispute = "one-sided-dispute"
}
