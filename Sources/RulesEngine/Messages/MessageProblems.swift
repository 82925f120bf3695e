/// What can be wrong with a message file: the wording of every message of this phase.
extension Diagnostic {
    static func longMessage(_ file: SourceFile, mostBytes: Int) -> Diagnostic {
        Diagnostic(
            .fileTooLarge, "this is longer than any message: more than \(mostBytes / 1024) KB",
            at: SourceRange(file: file, bytes: 0..<0), help: "choose the file that holds only the message")
    }

    static func richText(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .notAMessage, "this is a document with fonts and colours, not plain text",
            at: SourceRange(file: file, bytes: 0..<0),
            help: "save it as plain text (TextEdit: Format, Make Plain Text), or paste the words into a new file")
    }

    static func emptyMessage(_ file: SourceFile, at end: Int) -> Diagnostic {
        Diagnostic(
            .notAMessage, "there are no words to check", at: SourceRange(file: file, bytes: end..<end),
            help: "write the message below the lines that say what it is, with an empty line between")
    }

    static func noKindOfMessage(_ file: SourceFile, among names: [String]) -> Diagnostic {
        let first = names.first ?? "KIND"
        return Diagnostic(
            .notAMessage, "this does not say what kind of message it is",
            at: SourceRange(file: file, bytes: file.byteOrderMarkLength..<file.byteOrderMarkLength),
            help: "write 'Kind: \(first)' and an empty line at the top, or give --kind \(first)\n"
                + "kinds of message: " + names.joined(separator: ", "))
    }

    static func unknownHeading(_ name: WrittenText, among known: [String]) -> Diagnostic {
        let nearest = nearestWord(to: name.text, among: known)
        let known = known.map { "'\($0):'" }.joined(separator: ", ")
        return Diagnostic(
            .unknownHeading, "no line at the top of a message begins with '\(name.text):'", at: name.range,
            help: (nearest.map { "did you mean '\($0)'?\n" } ?? "")
                + "it may have the lines \(known); an empty line ends them",
            fix: nearest.flatMap { near in
                name.range.map { Fix(range: $0, replacement: near, title: "write '\(near)'") }
            })
    }
}
