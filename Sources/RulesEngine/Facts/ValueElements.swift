/// The elements of a value: those of a list, or the one value itself. Nothing is copied to look at them.
struct ValueElements: RandomAccessCollection {
    private let lists: [Value]
    private let alone: Value?
    let startIndex: Int
    let endIndex: Int

    /// The elements of a value whose lists stand in an arena.
    init(_ value: Value, in lists: [Value]) {
        let range = value.tag == .list ? value.listRange : 0..<1
        self.lists = lists
        alone = value.tag == .list ? nil : value
        startIndex = range.lowerBound
        endIndex = range.upperBound
    }

    subscript(_ place: Int) -> Value { alone ?? lists[place] }
}
