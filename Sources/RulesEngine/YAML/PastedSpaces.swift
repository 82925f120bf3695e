/// Special spaces at the beginning of lines, as they come with text that was pasted from a web page or a letter.
///
/// One such line makes everything around it read wrongly, so all of them are one mistake, and nothing else is said about
/// the file until they are gone.
struct PastedSpaces {
    private let file: SourceFile
    /// The special spaces at the beginning of each line that has some, and the name of the first.
    private var places: [Range<Int>] = []
    private var name = ""

    /// Looks at the beginning of every line.
    init(_ table: LineTable) {
        file = table.file
        file.bytes.withUnsafeBufferPointer { bytes in
            for number in 1...max(1, table.count) { look(at: table.range(ofLine: number), bytes) }
        }
    }

    private mutating func look(at line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        var index = line.lowerBound
        var first: Int?
        var end = index
        while index < line.upperBound {
            if bytes[index] == 0x20 {
                index += 1
                continue
            }
            guard bytes[index] >= 0x80, let (scalar, length) = ByteSurvey.decode(bytes, at: index),
                case .blank(let name)? = InvisibleCharacter(scalar)
            else { break }
            if places.isEmpty, first == nil { self.name = name }
            first = first ?? index
            index += length
            end = index
        }
        if let first { places.append(first..<end) }
    }

    /// The one message about all of them; nil when there are none.
    var mistake: Diagnostic? {
        guard let first = places.first, let last = places.last else { return nil }
        let range = SourceRange(file: file, bytes: first)
        guard places.count > 1 else { return InvisibleCharacter.mistake(name, at: range) }
        let others = places.count == 2 ? "1 more line" : "\(places.count - 1) more lines"
        return Diagnostic(
            .noBreakSpace, "this is \(name), not an ordinary space (here and at the beginning of \(others))", at: range,
            help: "type ordinary spaces at the beginning of each of them; such spaces come with text that was pasted",
            fix: Diagnostic.Fix(
                range: SourceRange(file: file, bytes: first.lowerBound..<last.upperBound), replacement: plain,
                title: "use ordinary spaces on \(places.count) lines"))
    }

    /// Everything from the first of them to the last, with ordinary spaces.
    private var plain: String {
        var bytes: [UInt8] = []
        var start = places[0].lowerBound
        for place in places {
            bytes += file.bytes[start..<place.lowerBound]
            let text = String(decoding: file.bytes[place], as: UTF8.self)
            bytes += Array(repeating: 0x20, count: text.unicodeScalars.count)
            start = place.upperBound
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
