/// Reads a message file: a few lines that say what it is, an empty line, and the words as they will be sent.
///
/// The head is written as in an e-mail: `Kind: request`, `To: Ana Ruiz`, `Subject: …`, `Attach: FILE`. It may be left out.
public struct MessageReader {
    let vocabulary: Vocabulary

    /// A reader of messages in these words.
    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The most bytes a message may have: 64 KiB, some thirty pages.
    static let mostBytes = 64 * 1024

    /// The message of a file; nil when it cannot be checked, with the reason reported. A `kind` given beside the file and
    /// the people named there stand before what the head says.
    public func read(
        _ file: SourceFile, as kind: String? = nil, to people: [String] = [], _ diagnostics: inout Diagnostics
    ) -> Message? {
        guard isText(file, &diagnostics) else { return nil }
        let head = MessageHead(file, &diagnostics)
        let body = MessageBody(file, from: head.end)
        guard !body.text.isEmpty else {
            diagnostics.report(.emptyMessage(file, at: head.end))
            return nil
        }
        let written = kind.map { WrittenText($0) } ?? head.kind
        guard let kind = self.kind(written, file, &diagnostics) else { return nil }
        var message = Message(kind: kind, text: body.text, range: body.range)
        message.to = people.isEmpty ? head.to : people.map { WrittenText($0) }
        message.subject = head.subject
        message.attachments = head.attachments
        return message
    }

    private func isText(_ file: SourceFile, _ diagnostics: inout Diagnostics) -> Bool {
        guard file.bytes.count <= Self.mostBytes else {
            diagnostics.report(.longMessage(file, mostBytes: Self.mostBytes))
            return false
        }
        guard !file.bytes.starts(with: Array("{\\rtf".utf8)) else {
            diagnostics.report(.richText(file))
            return false
        }
        var check = FileCheck(file)
        let isClean = check.run(.everything)
        diagnostics.append(contentsOf: check.found)
        return isClean
    }

    private func kind(_ written: WrittenText?, _ file: SourceFile, _ diagnostics: inout Diagnostics) -> WrittenText? {
        let names = vocabulary.messageKinds.compactMap(\.messages.first)
        guard let written else {
            diagnostics.report(.noKindOfMessage(file, among: names))
            return nil
        }
        guard let kind = vocabulary.kind(message: written.text) else {
            let known = vocabulary.messageKinds.flatMap(\.messages)
            diagnostics.report(.unknownWord(written.text, is: "a kind of message", at: written.range, among: known))
            return nil
        }
        return WrittenText(vocabulary[kind].name, at: written.range)
    }
}

/// The lines at the top of a message that say what it is.
struct MessageHead {
    private(set) var kind: WrittenText?
    private(set) var to: [WrittenText] = []
    private(set) var subject: WrittenText?
    private(set) var attachments: [WrittenText] = []
    /// Where the head ends, in bytes of the file.
    private(set) var end: Int

    private enum Name: String, CaseIterable {
        case kind = "Kind"
        case to = "To"
        case subject = "Subject"
        case attach = "Attach"
        case attachment = "Attachment"
        case attachments = "Attachments"
        // What a mail program writes and no rule looks at.
        case from = "From"
        case copy = "Cc"
        case blindCopy = "Bcc"
        case date = "Date"
        case replyTo = "Reply-To"

        init?(written: String) {
            guard let name = Self.allCases.first(where: { $0.rawValue.lowercased() == written.lowercased() }) else {
                return nil
            }
            self = name
        }
    }

    /// The names of the lines a person would write.
    static let names = [Name.kind, .to, .subject, .attach].map(\.rawValue)

    /// One line `Name: value`, with the places of both.
    private struct Line {
        let name: WrittenText
        let value: WrittenText
        let end: Int
    }

    /// Reads the head of a file; a file that does not begin with one has an empty head.
    init(_ file: SourceFile, _ diagnostics: inout Diagnostics) {
        end = file.byteOrderMarkLength
        let table = LineTable(file)
        var number = 1
        while number < table.count, table.range(ofLine: number).isEmpty { number += 1 }
        guard let first = Self.line(number, table), Self.isKnown(first.name.text, nearly: !first.value.text.isEmpty)
        else { return }
        while let line = Self.line(number, table) {
            take(line, &diagnostics)
            end = line.end
            number += 1
            if number > table.count { return }
        }
    }

    private static func isKnown(_ name: String, nearly: Bool) -> Bool {
        if Name(written: name) != nil { return true }
        return nearly && nearestWord(to: name, among: Name.allCases.map(\.rawValue)) != nil
    }

    /// A line of a name, a colon and a value; nil for any other.
    private static func line(_ number: Int, _ table: LineTable) -> Line? {
        let range = table.range(ofLine: number)
        let bytes = table.file.bytes[range]
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > range.lowerBound,
            bytes[..<colon].allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let start = bytes[(colon + 1)...].firstIndex { !isBlank($0) } ?? range.upperBound
        let end = (bytes[start...].lastIndex { !isBlank($0) }).map { $0 + 1 } ?? start
        return Line(
            name: text(table.file, range.lowerBound..<colon), value: text(table.file, start..<end),
            end: range.upperBound)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static func text(_ file: SourceFile, _ bytes: Range<Int>) -> WrittenText {
        WrittenText(file.text(in: bytes), at: SourceRange(file: file, bytes: bytes))
    }

    private mutating func take(_ line: Line, _ diagnostics: inout Diagnostics) {
        guard let name = Name(written: line.name.text) else {
            return diagnostics.report(.unknownHeading(line.name, among: Self.names))
        }
        guard !line.value.text.isEmpty else { return }
        switch name {
        case .kind: kind = line.value
        case .to: to += Self.names(in: line.value)
        case .subject: subject = line.value
        case .attach, .attachment, .attachments: attachments += Self.parts(of: line.value)
        case .from, .copy, .blindCopy, .date, .replyTo: break
        }
    }

    /// The names of `Ana Ruiz <ana@example.org>; Ben Okafor`, without addresses.
    private static func names(in value: WrittenText) -> [WrittenText] {
        parts(of: value).map { part in
            guard let bracket = part.text.utf8.firstIndex(of: UInt8(ascii: "<")), let range = part.range else {
                return part
            }
            let length = part.text.utf8.distance(from: part.text.utf8.startIndex, to: bracket)
            return trimmed(range.bytes.lowerBound..<range.bytes.lowerBound + length, of: range.file)
        }.filter { !$0.text.isEmpty }
    }

    /// What stands between commas and semicolons.
    private static func parts(of value: WrittenText) -> [WrittenText] {
        guard let range = value.range else { return [value] }
        let separators: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: ";")]
        return range.file.bytes[range.bytes].split(whereSeparator: separators.contains)
            .map { trimmed($0.startIndex..<$0.endIndex, of: range.file) }.filter { !$0.text.isEmpty }
    }

    private static func trimmed(_ bytes: Range<Int>, of file: SourceFile) -> WrittenText {
        let isBlank: (Int) -> Bool = { [0x20, 0x09, 0x22].contains(file.bytes[$0]) }
        let start = bytes.first { !isBlank($0) } ?? bytes.upperBound
        let end = bytes.last { !isBlank($0) }.map { $0 + 1 } ?? start
        return text(file, start..<max(start, end))
    }
}

/// The words of a message, without blank lines around them.
struct MessageBody {
    let text: String
    let range: SourceRange

    /// What a file says from a place on. What is quoted from others, in lines that begin with `>`, becomes blanks, so
    /// that every place stays where it is.
    init(_ file: SourceFile, from start: Int) {
        var bytes = file.bytes
        var isQuoted = false
        for place in start..<bytes.count {
            let isFirst = place == start || bytes[place - 1] == 0x0A || bytes[place - 1] == 0x0D
            if isFirst { isQuoted = bytes[place] == UInt8(ascii: ">") }
            if isQuoted, bytes[place] != 0x0A, bytes[place] != 0x0D { bytes[place] = 0x20 }
        }
        let isBlank: (Int) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains(bytes[$0]) }
        let first = (start..<bytes.count).first { !isBlank($0) } ?? bytes.count
        let last = (first..<bytes.count).last { !isBlank($0) }.map { $0 + 1 } ?? first
        range = SourceRange(file: file, bytes: first..<last)
        text = String(decoding: bytes[first..<last], as: UTF8.self)
    }
}
