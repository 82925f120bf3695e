import CYAML

/// libyaml's parser over the bytes of one file, handing out one event at a time.
///
/// `yaml_parser_t` points into itself, so it lives at one heap address with this value as its only owner.
struct YAMLEventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private var isOver = false

    /// Why reading stopped; nil as long as nothing is wrong.
    private(set) var problem: YAMLProblem?

    /// Starts reading; `bytes` must be UTF-8, perhaps after a byte order mark, and stay in place as long as the reader lives.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("no memory left for libyaml") }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// The next event; nil after the last one, and after a problem.
    mutating func next() -> YAMLEvent? {
        guard !isOver else { return nil }
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else {
            isOver = true
            problem = currentProblem()
            return nil
        }
        isOver = event.pointee.type == YAML_STREAM_END_EVENT
        return currentEvent()
    }

    private func currentEvent() -> YAMLEvent {
        let start = event.pointee.start_mark.index
        let end = event.pointee.end_mark.index
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: return scalar(from: start, to: end)
        case YAML_SEQUENCE_START_EVENT:
            let style = event.pointee.data.sequence_start.style
            return YAMLEvent(
                kind: .sequenceStart, style: style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block, start: start, end: end,
                anchor: event.pointee.data.sequence_start.anchor, tag: event.pointee.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
            let style = event.pointee.data.mapping_start.style
            return YAMLEvent(
                kind: .mappingStart, style: style == YAML_FLOW_MAPPING_STYLE ? .flow : .block, start: start, end: end,
                anchor: event.pointee.data.mapping_start.anchor, tag: event.pointee.data.mapping_start.tag)
        case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, start: start, end: end)
        case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, start: start, end: end)
        default: return rareEvent(from: start, to: end)
        }
    }

    private func scalar(from start: Int, to end: Int) -> YAMLEvent {
        let length = event.pointee.data.scalar.length
        let text = UnsafeBufferPointer<UInt8>(start: event.pointee.data.scalar.value, count: length)
        let isOnOneLine = event.pointee.start_mark.line == event.pointee.end_mark.line
        return YAMLEvent(
            kind: .scalar, style: style(of: event.pointee.data.scalar.style), start: start, end: end,
            isOnOneLine: isOnOneLine, text: text,
            anchor: event.pointee.data.scalar.anchor, tag: event.pointee.data.scalar.tag,
            isImplicit: event.pointee.data.scalar.plain_implicit != 0)
    }

    private func style(of style: yaml_scalar_style_t) -> Node.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private func rareEvent(from start: Int, to end: Int) -> YAMLEvent {
        switch event.pointee.type {
        case YAML_ALIAS_EVENT:
            YAMLEvent(kind: .alias, start: start, end: end, anchor: event.pointee.data.alias.anchor)
        case YAML_DOCUMENT_START_EVENT:
            YAMLEvent(
                kind: .documentStart, start: start, end: end,
                isImplicit: event.pointee.data.document_start.implicit != 0)
        case YAML_DOCUMENT_END_EVENT:
            YAMLEvent(
                kind: .documentEnd, start: start, end: end, isImplicit: event.pointee.data.document_end.implicit != 0)
        case YAML_STREAM_START_EVENT: YAMLEvent(kind: .streamStart, start: start, end: end)
        default: YAMLEvent(kind: .streamEnd, start: start, end: end)
        }
    }

    private func currentProblem() -> YAMLProblem {
        let mark = parser.pointee.problem_mark.index
        let context = parser.pointee.context.map { String(cString: $0) } ?? ""
        return YAMLProblem(
            problem: parser.pointee.problem.map { String(cString: $0) } ?? "no memory left",
            context: context,
            mark: mark,
            contextMark: context.isEmpty ? mark : parser.pointee.context_mark.index)
    }
}
