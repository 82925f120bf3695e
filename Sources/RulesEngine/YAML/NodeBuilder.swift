/// Builds the arena of a `NodeTree` from events, without recursion, and finds what libyaml does not look for.
struct NodeBuilder {
    /// A list or a mapping that is still open.
    private struct Frame {
        let node: UInt32
        let isMapping: Bool
        let isFlow: Bool
        var lastChild = NodeRecord.none
        /// The key that waits for its value.
        var key = NodeRecord.none
    }

    private let file: SourceFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private let profile: YAMLProfile
    private var map: CodePointMap
    private var records: [NodeRecord] = []
    private var text: [UInt8] = []
    private var frames: [Frame] = []
    private var keys = OpenKeys()
    private var extras = NodeExtras()
    /// What was found wrong on the way.
    private(set) var mistakes: YAMLMistakes
    /// Whether a limit was met, so that nothing that was read can be trusted.
    private(set) var isOverLimit = false
    private var documents = 0
    /// Whether the last document ended with a line of dots.
    private var wasEnded = false

    /// Starts with nothing; `bytes` are the file's, perhaps with a line break more.
    init(_ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ map: CodePointMap, _ profile: YAMLProfile) {
        self.file = file
        self.bytes = bytes
        self.map = map
        self.profile = profile
        mistakes = YAMLMistakes(file: file)
        records.reserveCapacity(min(bytes.count / 9 + 16, YAMLLimits.nodes))
        text.reserveCapacity(bytes.count)
    }

    /// Takes one event; false when reading has to stop.
    mutating func take(_ event: YAMLEvent) -> Bool {
        switch event.kind {
        case .scalar: takeScalar(event)
        case .sequenceStart, .mappingStart: open(event)
        case .sequenceEnd, .mappingEnd: close(event)
        case .alias: takeAlias(event)
        case .documentStart: return startDocument(event)
        case .documentEnd: wasEnded = !event.isImplicit
        case .streamStart, .streamEnd: break
        }
        return !isOverLimit
    }

    /// The value taken last.
    var last: NodeRecord? { records.last { $0.kind == .scalar } }

    /// The tree of what was taken; what is still open is marked as unfinished.
    ///
    /// A text that was taken last is left out then: what libyaml stopped at may have been meant as its end.
    mutating func finish(isComplete: Bool) -> NodeTree {
        if !isComplete, frames.isEmpty, records.count == 1 { records = [] }
        if let innermost = frames.last, records.last?.kind == .scalar { removeLast(of: innermost) }
        while let frame = frames.popLast() { endUnfinished(frame) }
        return NodeTree(
            file: file, isComplete: isComplete, records: records, text: text,
            extras: profile == .everything ? extras : nil)
    }

    // MARK: - Events

    private mutating func takeScalar(_ event: YAMLEvent) {
        let start = map.offset(of: event.start)
        var end = map.offset(of: event.end)
        if event.style == .literal || event.style == .folded { end = withoutTrailingBlank(from: start, to: end) }
        let isVerbatim = isVerbatim(event, from: start, to: end)
        let textStart = isVerbatim ? start : text.count
        if !isVerbatim { text.append(contentsOf: event.text) }
        let record = NodeRecord(
            scalar: event.style, start..<end, text: (textStart, event.text.count), isVerbatim: isVerbatim)
        refuseProperties(event, at: start)
        checkScalar(event, from: start, to: end)
        attach(record, text: event.text)
    }

    /// Whether a text stands in the file exactly as it is.
    ///
    /// A plain text on one line does. On several lines it is longer in the file, since each line is indented; only
    /// between brackets a line may begin at the edge.
    @inline(__always)
    private func isVerbatim(_ event: YAMLEvent, from start: Int, to end: Int) -> Bool {
        guard event.style == .plain, end > start, end - start == event.text.count, let frame = frames.last else {
            return false
        }
        return !frame.isFlow || !bytes[start..<end].contains { $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func open(_ event: YAMLEvent) {
        let start = map.offset(of: event.start)
        let isMapping = event.kind == .mappingStart
        let kind = isMapping ? Node.Kind.mapping : .sequence
        guard frames.count < YAMLLimits.depth else {
            isOverLimit = true
            return mistakes.tooDeep(at: start)
        }
        refuseProperties(event, at: start)
        attach(NodeRecord(kind, event.style, start..<map.offset(of: event.end)), text: nil)
        frames.append(Frame(node: UInt32(records.count - 1), isMapping: isMapping, isFlow: event.style == .flow))
        if isMapping { keys.open() }
    }

    private mutating func close(_ event: YAMLEvent) {
        guard let frame = frames.popLast() else { return }
        if frame.isMapping { keys.close() }
        let end = frame.isFlow ? map.offset(of: event.end) : endOfBlock(frame)
        records[Int(frame.node)].end = UInt32(end)
        guard frame.isFlow else { return }
        checkComments(of: frame, upTo: end)
        checkHash(after: end)
        if !(frames.last?.isFlow ?? false) { checkTabs(from: Int(records[Int(frame.node)].start), to: end) }
    }

    private mutating func takeAlias(_ event: YAMLEvent) {
        let start = map.offset(of: event.start)
        let end = map.offset(of: event.end)
        var record = NodeRecord(.alias, .plain, start..<end)
        if profile == .ruleFiles {
            mistakes.sharedValue(start..<end, name: event.anchor)
            record.kind = .scalar
        } else if let name = event.anchor {
            extras.anchors[UInt32(records.count)] = String(cString: name)
        }
        attach(record, text: nil)
    }

    private mutating func startDocument(_ event: YAMLEvent) -> Bool {
        documents += 1
        extras.roots.append(UInt32(records.count))
        let start = map.offset(of: event.start)
        if bytes[min(start, bytes.count - 1)] == UInt8(ascii: "%") { checkDirective(at: start) }
        guard documents > 1, profile == .ruleFiles else { return true }
        mistakes.secondDocument(at: start)
        return false
    }

    // MARK: - The tree

    /// Puts a node into the innermost open list or mapping; `text` is a scalar's.
    private mutating func attach(_ record: NodeRecord, text: UnsafeBufferPointer<UInt8>?) {
        let index = UInt32(records.count)
        guard index < YAMLLimits.nodes else {
            isOverLimit = true
            return mistakes.tooManyValues(at: Int(record.start))
        }
        records.append(record)
        guard let level = frames.indices.last else { return }
        if frames[level].isFlow { checkComments(of: frames[level], upTo: Int(record.start)) }
        let parent = Int(frames[level].node)
        if frames[level].lastChild == NodeRecord.none {
            records[parent].firstChild = index
        } else {
            records[Int(frames[level].lastChild)].nextSibling = index
        }
        records[parent].childCount += 1
        frames[level].lastChild = index
        if frames[level].isMapping { notePair(index, text: text, level: level) }
    }

    private mutating func notePair(_ index: UInt32, text: UnsafeBufferPointer<UInt8>?, level: Int) {
        guard frames[level].key == NodeRecord.none else {
            if profile == .ruleFiles, frames[level].isFlow { checkBraces(key: frames[level].key, value: index) }
            frames[level].key = NodeRecord.none
            return
        }
        frames[level].key = index
        guard profile == .ruleFiles else { return }
        if let text { checkKey(index, text) } else { mistakes.keyNotText(at: Int(records[Int(index)].start)) }
    }

    private func endOfBlock(_ frame: Frame) -> Int {
        let last = frame.lastChild
        return Int(last == NodeRecord.none ? records[Int(frame.node)].start : records[Int(last)].end)
    }

    private mutating func endUnfinished(_ frame: Frame) {
        records[Int(frame.node)].isUnfinished = true
        records[Int(frame.node)].end = UInt32(endOfBlock(frame))
    }

    /// Takes the last text out of the innermost open list or mapping, and its key with it.
    private mutating func removeLast(of frame: Frame) {
        let node = Int(frame.node)
        let isValue = frame.isMapping && frame.key == NodeRecord.none
        let kept = max(0, Int(records[node].childCount) - (isValue ? 2 : 1))
        records[node].childCount = UInt32(kept)
        guard kept > 0 else { return records[node].firstChild = NodeRecord.none }
        var child = Int(records[node].firstChild)
        for _ in 1..<kept { child = Int(records[child].nextSibling) }
        records[child].nextSibling = NodeRecord.none
    }

    private func withoutTrailingBlank(from start: Int, to end: Int) -> Int {
        var end = min(end, file.bytes.count)
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return end
    }

    private func range(of index: UInt32) -> Range<Int> {
        Int(records[Int(index)].start)..<Int(records[Int(index)].end)
    }

    // MARK: - What rule files may not contain, and what libyaml lets pass

    /// Finds `%` lines that libyaml lets pass: after a document without `...`, or with a comment that has no blank.
    private mutating func checkDirective(at start: Int) {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let hash = (start..<end).first { bytes[$0] == UInt8(ascii: "#") }
        if let hash, bytes[hash - 1] > 0x20 { mistakes.hashWithoutBlank(at: hash) }
        if documents > 1, !wasEnded { mistakes.percentLine(start..<end) }
    }

    private mutating func refuseProperties(_ event: YAMLEvent, at start: Int) {
        guard event.anchor != nil || event.tag != nil else { return }
        if profile == .everything {
            if let name = event.anchor { extras.anchors[UInt32(records.count)] = String(cString: name) }
            if let tag = event.tag { extras.tags[UInt32(records.count)] = String(cString: tag) }
        } else {
            mistakes.properties(at: start, bytes)
        }
    }

    private mutating func checkScalar(_ event: YAMLEvent, from start: Int, to end: Int) {
        switch event.style {
        case .plain: checkPlain(event, from: start, to: end)
        case .literal, .folded: checkEmptyLines(from: start)
        default:
            checkHash(after: end)
            if end - start > event.text.count + 2 { checkTabs(from: start, to: end) }
        }
    }

    @inline(__always)
    private mutating func checkPlain(_ event: YAMLEvent, from start: Int, to end: Int) {
        guard end > start else { return }
        if start > 0, bytes[start - 1] == UInt8(ascii: "?") { return mistakes.questionMark(start - 1..<end) }
        let isDash = end == start + 1 && bytes[start] == UInt8(ascii: "-")
        if isDash, frames.last?.isFlow ?? false { mistakes.dashInBrackets(start..<end) }
        // Only a text on several lines is longer in the file than in memory.
        if end - start > event.text.count { checkDashes(from: start, to: end) }
    }

    private mutating func checkDashes(from start: Int, to end: Int) {
        guard profile == .ruleFiles else { return }
        for line in SourceLines(bytes, from: start, to: end) {
            let next = line.contentStart + 1
            guard next < end, bytes[line.contentStart] == UInt8(ascii: "-") else { continue }
            if bytes[next] == 0x20 || bytes[next] == 0x0A { mistakes.dashInText(at: line.contentStart) }
        }
    }

    /// Finds Tabs that stand where the settings around need spaces, which libyaml lets pass.
    private mutating func checkTabs(from start: Int, to end: Int) {
        let needed = blockColumn + 1
        for line in SourceLines(bytes, from: start, to: end) where line.contentStart < line.end {
            let indentation = bytes[line.start..<line.contentStart]
            guard let tab = indentation.firstIndex(of: 0x09), tab - line.start < needed else { continue }
            mistakes.tabIndentation(line.start..<line.contentStart)
        }
    }

    /// Finds empty lines above a text block's first line that have more spaces than it.
    private mutating func checkEmptyLines(from start: Int) {
        var widest = start..<start
        for line in SourceLines(bytes, from: start, to: bytes.count) {
            let indentation = line.start..<line.contentStart
            if line.contentStart == line.end {
                if indentation.count > widest.count { widest = indentation }
                continue
            }
            let isContent = indentation.count > blockColumn && widest.count > indentation.count
            if isContent, !hasIndicator(start) { mistakes.wideEmptyLine(widest) }
            return
        }
    }

    /// Whether a digit after `|` or `>` says how far the text is indented.
    private func hasIndicator(_ start: Int) -> Bool {
        bytes[start...].prefix(3).contains { (0x31...0x39).contains($0) }
    }

    /// The column of the innermost list or mapping that is written line by line; -1 outside of all.
    private var blockColumn: Int {
        frames.last { !$0.isFlow }.map { column(of: Int(records[Int($0.node)].start)) } ?? -1
    }

    private func column(of offset: Int) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
        return offset - start
    }

    private mutating func checkHash(after end: Int) {
        if end < bytes.count, bytes[end] == UInt8(ascii: "#") { mistakes.hashWithoutBlank(at: end) }
    }

    /// Finds comments right after a comma or a bracket, between the last item and `offset`.
    private mutating func checkComments(of frame: Frame, upTo offset: Int) {
        let isFirst = frame.lastChild == NodeRecord.none
        let start = isFirst ? Int(records[Int(frame.node)].start) : Int(records[Int(frame.lastChild)].end)
        guard offset - start > 2 else { return }
        for index in start + 1..<offset where bytes[index] == UInt8(ascii: "#") {
            if ",[{".utf8.contains(bytes[index - 1]) { mistakes.hashWithoutBlank(at: index) }
        }
    }

    private mutating func checkKey(_ index: UInt32, _ text: UnsafeBufferPointer<UInt8>) {
        let range = range(of: index)
        if let first = keys.insert(index, text: text), hasText(first, text) {
            mistakes.duplicateKey(range, first: self.range(of: first))
        }
        if text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") { mistakes.mergeKey(range) }
        if hasQuestionBefore(range.lowerBound) { mistakes.questionKey(range) }
        if text.contains(where: { $0 >= 0x80 }) { mistakes.invisibleCharacters(in: range, bytes) }
    }

    private func hasText(_ index: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let record = records[Int(index)]
        let other = record.isVerbatim ? Array(bytes[record.text]) : Array(self.text[record.text])
        return other.elementsEqual(text) || String(decoding: other, as: UTF8.self) == String(decoding: text, as: UTF8.self)
    }

    /// Whether a key is written in the long form, after a `?` and a blank.
    private func hasQuestionBefore(_ start: Int) -> Bool {
        var index = start - 1
        while index >= 0, bytes[index] <= 0x20 { index -= 1 }
        guard index >= 0, index < start - 1, bytes[index] == UInt8(ascii: "?") else { return false }
        repeat { index -= 1 } while index >= 0 && [0x20, 0x09, UInt8(ascii: "-")].contains(bytes[index])
        return index < 0 || [0x0A, 0x0D, 0xBF].contains(bytes[index]) || "{[,".utf8.contains(bytes[index])
    }

    /// A name without a colon between braces, where a comma or a brace of the text was taken for more than that.
    private mutating func checkBraces(key: UInt32, value: UInt32) {
        let record = records[Int(value)]
        let range = range(of: key)
        guard record.kind == .scalar, record.start == record.end, range.lowerBound > 0 else { return }
        guard firstAfterBlanks(from: range.upperBound) != UInt8(ascii: ":") else { return }
        var before = range.lowerBound - 1
        while before > 0, bytes[before] <= 0x20 { before -= 1 }
        switch bytes[before] {
        case UInt8(ascii: ","): mistakes.commaInBraces(range)
        case UInt8(ascii: "{"): mistakes.textInBraces(range)
        default: break
        }
    }

    private func firstAfterBlanks(from offset: Int) -> UInt8 {
        var index = offset
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index < bytes.count ? bytes[index] : 0
    }
}
