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
    private var checks: SourceChecks
    /// Whether a limit was met, so that nothing that was read can be trusted.
    private(set) var isOverLimit = false
    private var documents = 0
    /// Whether the last document ended with a line of dots.
    private var wasEnded = false

    /// Starts with nothing; `bytes` are the file's, perhaps with a line break more.
    init(
        _ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ map: CodePointMap, _ checks: SourceChecks,
        _ profile: YAMLProfile
    ) {
        self.file = file
        self.bytes = bytes
        self.map = map
        self.profile = profile
        self.checks = checks
        records.reserveCapacity(min(bytes.count / 4 + 16, YAMLLimits.nodes))
        text.reserveCapacity(bytes.count)
    }

    /// What was found wrong on the way.
    var mistakes: Diagnostics { checks.mistakes.found }

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
            extras: profile == .everything ? extras : nil, repaired: nil)
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
        return !frame.isFlow || event.isOnOneLine
    }

    private mutating func open(_ event: YAMLEvent) {
        let start = map.offset(of: event.start)
        let isMapping = event.kind == .mappingStart
        let kind = isMapping ? Node.Kind.mapping : .sequence
        guard frames.count < YAMLLimits.depth else {
            isOverLimit = true
            return checks.mistakes.tooDeep(at: start)
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
        checks.comments(in: endOfLast(in: frame)..<end)
        checks.hash(after: end)
        if !isInFlow { checks.tabs(in: Int(records[Int(frame.node)].start)..<end, below: blockStart) }
    }

    private mutating func takeAlias(_ event: YAMLEvent) {
        let start = map.offset(of: event.start)
        let end = map.offset(of: event.end)
        var record = NodeRecord(.alias, .plain, start..<end)
        if profile == .ruleFiles {
            checks.mistakes.sharedValue(start..<end, name: event.anchor)
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
        if start < bytes.count, bytes[start] == UInt8(ascii: "%") {
            checks.directive(at: start, isMisplaced: documents > 1 && !wasEnded)
        }
        guard documents > 1, profile == .ruleFiles else { return true }
        checks.mistakes.secondDocument(at: start)
        return false
    }

    // MARK: - The tree

    /// Puts a node into the innermost open list or mapping; `text` is a scalar's.
    private mutating func attach(_ record: NodeRecord, text: UnsafeBufferPointer<UInt8>?) {
        let index = UInt32(records.count)
        guard index < YAMLLimits.nodes else {
            isOverLimit = true
            return checks.mistakes.tooManyValues(at: Int(record.start))
        }
        records.append(record)
        guard let level = frames.indices.last else { return }
        if frames[level].isFlow {
            checks.comments(in: endOfLast(in: frames[level])..<max(Int(record.start), endOfLast(in: frames[level])))
        }
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
            if profile == .ruleFiles, frames[level].isFlow {
                checkBraces(key: frames[level].key, value: records[Int(index)])
            }
            frames[level].key = NodeRecord.none
            return
        }
        frames[level].key = index
        guard profile == .ruleFiles else { return }
        if let text { checkKey(index, text) } else { checks.mistakes.keyNotText(at: Int(records[Int(index)].start)) }
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

    private mutating func refuseProperties(_ event: YAMLEvent, at start: Int) {
        guard event.anchor != nil || event.tag != nil else { return }
        if profile == .everything {
            if let name = event.anchor { extras.anchors[UInt32(records.count)] = String(cString: name) }
            if let tag = event.tag { extras.tags[UInt32(records.count)] = String(cString: tag) }
        } else {
            checks.mistakes.properties(at: start, bytes)
        }
    }

    private mutating func checkScalar(_ event: YAMLEvent, from start: Int, to end: Int) {
        switch event.style {
        case .plain where end > start:
            checks.plain(start..<end, isInFlow: isInFlow)
            // Only a text on several lines is longer in the file than in memory.
            if end - start > event.text.count, profile == .ruleFiles { checks.dashes(in: start..<end) }
        case .plain: break
        case .literal, .folded: checks.emptyLines(from: start, below: blockStart)
        default:
            checks.hash(after: end)
            if end - start > event.text.count + 2, !isInFlow { checks.tabs(in: start..<end, below: blockStart) }
        }
    }

    private mutating func checkKey(_ index: UInt32, _ text: UnsafeBufferPointer<UInt8>) {
        let range = range(of: index)
        if let first = keys.insert(index, text: text), hasText(first, text) {
            checks.mistakes.duplicateKey(range, first: self.range(of: first))
        }
        checks.key(range, text)
    }

    private func hasText(_ index: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let record = records[Int(index)]
        let other = record.isVerbatim ? Array(bytes[record.text]) : Array(self.text[record.text])
        return other.elementsEqual(text)
            || String(decoding: other, as: UTF8.self) == String(decoding: text, as: UTF8.self)
    }

    private mutating func checkBraces(key: UInt32, value: NodeRecord) {
        if value.kind == .scalar, value.start == value.end { checks.keyWithoutValue(range(of: key)) }
    }

    /// Where the last item of an open list or mapping ends; its beginning when there is none.
    private func endOfLast(in frame: Frame) -> Int {
        let isFirst = frame.lastChild == NodeRecord.none
        return isFirst ? Int(records[Int(frame.node)].start) + 1 : Int(records[Int(frame.lastChild)].end)
    }

    private var isInFlow: Bool { frames.last?.isFlow ?? false }

    /// Where the innermost list or mapping begins that is written line by line; nil outside of all.
    private var blockStart: Int? {
        frames.last { !$0.isFlow }.map { Int(records[Int($0.node)].start) }
    }
}
