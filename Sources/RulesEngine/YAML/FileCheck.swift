/// What is looked at in a file before libyaml sees it: its size, its encoding and lines that begin with `%`.
struct FileCheck {
    private let file: SourceFile
    /// What was found wrong.
    private(set) var found = Diagnostics()
    /// What the file consists of.
    private(set) var survey = ByteSurvey()
    /// The bytes to read: the file's, with a line break at the end and with refused lines made comments.
    private(set) var bytes: [UInt8]

    /// Prepares to look at `file`.
    init(_ file: SourceFile) {
        self.file = file
        bytes = file.bytes
    }

    /// Looks at everything; false when the file cannot be read at all.
    mutating func run(_ profile: YAMLProfile) -> Bool {
        guard isSmallEnough(), isNotUTF16(), isCleanText() else { return false }
        if profile == .ruleFiles { refusePercentLines() }
        bytes = Self.withLastLineBreak(bytes)
        return true
    }

    /// The bytes with a line break at their end, without which libyaml loses that of a text block in silence.
    static func withLastLineBreak(_ bytes: [UInt8]) -> [UInt8] {
        guard let last = bytes.last, last != 0x0A, last != 0x0D else { return bytes }
        return bytes + [0x0A]
    }

    private mutating func isSmallEnough() -> Bool {
        guard file.bytes.count > YAMLLimits.bytes else { return true }
        report(
            .fileTooLarge, "this file is larger than \(YAMLLimits.bytes / 1024 / 1024) MB", 0..<0,
            help: "divide it into several files")
        return false
    }

    private mutating func isNotUTF16() -> Bool {
        let start = file.bytes.prefix(2)
        let isMarked = start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF])
        let isBare = start.count == 2 && start.contains(0) && start.contains { $0 > 0 }
        guard isMarked || isBare else { return true }
        report(
            .utf16, "this file is saved as UTF-16", 0..<0,
            help: "save it again as UTF-8 (most editors: \"Save with encoding\")")
        return false
    }

    private mutating func isCleanText() -> Bool {
        survey = bytes.withUnsafeBufferPointer { ByteSurvey($0, from: file.byteOrderMarkLength) }
        if let control = survey.controls.first, bytes[control] == 0 || isCompressed || isBinary(survey) {
            report(
                .controlCharacter, "this is not a text file", control..<control + 1,
                help: "choose the file you wrote, not a document, picture or archive")
            return false
        }
        if let wrong = survey.wrongBytes { reportWrongBytes(wrong.first, count: wrong.count) }
        for control in survey.controls { reportControl(at: control) }
        return survey.wrongBytes == nil && survey.controls.isEmpty
    }

    /// Wrong bytes and control characters, several of each: nobody wrote this in an editor.
    private func isBinary(_ survey: ByteSurvey) -> Bool {
        (survey.wrongBytes?.count ?? 0) > 3 && survey.controls.count > 3
    }

    private var isCompressed: Bool {
        bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    }

    private mutating func reportWrongBytes(_ first: Int, count: Int) {
        let letter =
            Windows1252.letter(bytes[first]).map { ": this would be '\($0)' in an older Windows encoding" } ?? ""
        let more = count > 1 ? " (and \(count - 1) more like it)" : ""
        report(
            .notUTF8, "this file is not saved as UTF-8\(letter)\(more)", first..<first + 1,
            help: "save it again as UTF-8 (most editors: \"Save with encoding\")")
    }

    private mutating func reportControl(at offset: Int) {
        let scalar = bytes.withUnsafeBufferPointer { bytes in
            bytes[offset] < 0x80 ? (UInt32(bytes[offset]), 1) : ByteSurvey.decode(bytes, at: offset) ?? (0xFFFD, 1)
        }
        let range = offset..<offset + scalar.1
        report(
            .controlCharacter, "an invisible control character stands here: \(InvisibleCharacter.code(scalar.0))",
            range,
            help: "remove it",
            fix: Diagnostic.Fix(range: SourceRange(file: file, bytes: range), replacement: "", title: "remove it"))
    }

    /// Reports lines that begin with `%` and makes comments of them, so that the rest is still read.
    private mutating func refusePercentLines() {
        for index in survey.percents {
            bytes[index] = UInt8(ascii: "#")
            guard found.all.count < YAMLLimits.diagnostics else { continue }
            let end = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            report(
                .percentLine, "a line cannot begin with % in a rule file", index..<end,
                help: "remove the line, or put the text in quotes after the name of its setting")
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, _ bytes: Range<Int>, help: String, fix: Diagnostic.Fix? = nil
    ) {
        let range = SourceRange(file: file, bytes: bytes)
        found.report(Diagnostic(code, message, at: range, help: help, fix: fix))
    }
}
