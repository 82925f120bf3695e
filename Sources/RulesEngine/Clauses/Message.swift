/// A message somebody means to send: what it is, to whom, its words, and where they stand.
///
/// It is looked at and forgotten: nothing keeps a message's words.
public struct Message: Sendable, Hashable {
    /// The kind of activity that sends it, such as `request.sent`.
    public let kind: WrittenText
    /// Its words. What is quoted from others is blank.
    public let text: String
    /// Where they stand; nil outside a file.
    public let range: SourceRange?
    /// The people it goes to, as written.
    public var to: [WrittenText] = []
    /// What stands in its subject line; nil without one.
    public var subject: WrittenText?
    /// The names of the files that go with it.
    public var attachments: [WrittenText] = []

    /// A message of a kind; `range` is the stretch of a file whose bytes are the text's.
    public init(kind: WrittenText, text: String, range: SourceRange? = nil) {
        self.kind = kind
        self.text = text
        self.range = range
    }

    /// One of the parts of a message that can be pointed into.
    enum Part: Sendable, Hashable {
        case text, subject
        case attachment(Int)
    }

    /// Where some bytes of a part stand in the file; nil outside a file, or when the file writes the part in another way.
    func range(of bytes: Range<Int>, in part: Part) -> SourceRange? {
        let whole = range(of: part)
        guard let whole, whole.bytes.count == words(of: part).utf8.count else { return nil }
        let start = whole.bytes.lowerBound
        return SourceRange(file: whole.file, bytes: start + bytes.lowerBound..<start + bytes.upperBound)
    }

    private func range(of part: Part) -> SourceRange? {
        switch part {
        case .text: range
        case .subject: subject?.range
        case .attachment(let place): attachments[place].range
        }
    }

    /// The words of a part; empty for what is not there.
    func words(of part: Part) -> String {
        switch part {
        case .text: text
        case .subject: subject?.text ?? ""
        case .attachment(let place): attachments[place].text
        }
    }
}

extension Message {
    /// What a text has still to be filled in, each as it stands there: `[your name]`.
    package static func blanks(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Placeholders.places(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

extension Message {
    /// The same message with its people's names as the log has them, found by part of a name.
    ///
    /// One who is not there, or who could be several, is reported. A log without people leaves the names as they are.
    public func withKnownNames(from document: LogDocument, _ diagnostics: inout Diagnostics) -> Message {
        let recorded = document.records.filter { $0.kind == "person" }.map(\.name.text)
        let people = recorded + document.activities.flatMap(\.with).map(\.text).filter { !recorded.contains($0) }
        guard !people.isEmpty else { return self }
        var seen: Set<String> = []
        let names = people.filter { seen.insert($0.lowercased()).inserted }
        var message = self
        message.to = to.map { $0.knownName(among: names, &diagnostics) }
        return message
    }
}
