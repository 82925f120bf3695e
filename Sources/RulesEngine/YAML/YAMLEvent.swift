/// One step of the way through a file: a value, or the start or end of what holds values.
///
/// The pointers lead into libyaml's memory and are good until the next event is asked for.
struct YAMLEvent {
    /// What happened.
    enum Kind: UInt8 {
        case streamStart, streamEnd, documentStart, documentEnd
        case alias, scalar, sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    let kind: Kind
    /// How a value is written; `plain` where there is no choice.
    var style = Node.Style.plain
    /// The mark of the first character, in Unicode scalars without a byte order mark.
    let start: Int
    /// The mark after the last character, in Unicode scalars without a byte order mark.
    let end: Int
    /// Whether it ends on the line it began on.
    var isOnOneLine = true
    /// A scalar's decoded text.
    var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The name after `&` or `*`.
    var anchor: UnsafeMutablePointer<UInt8>?
    /// The tag, written out.
    var tag: UnsafeMutablePointer<UInt8>?
    /// Whether a document's `---` or `...` is left out.
    var isImplicit = false
}
