/// A piece of a log as it stands in a file, before it is laid out as YAML or JSON.
indirect enum LogWriterNode: Sendable, Hashable {
    /// A whole number, such as the number of the log's format.
    case number(Int)
    /// A value whose field says how it is read, such as `20 minutes` or `yes`.
    case word(String)
    /// Free text and names; other readers of YAML might guess a type for it where it looks like one.
    case text(String)
    /// A setting without a value.
    case nothing
    /// Several of them, in order.
    case list([LogWriterNode])
    /// Names with what belongs to them, in order.
    case settings([Setting])

    /// A name with what belongs to it.
    struct Setting: Sendable, Hashable {
        /// What stands before the colon.
        let key: String
        /// What stands after it.
        let value: LogWriterNode

        init(_ key: String, _ value: LogWriterNode) {
            self.key = key
            self.value = value
        }
    }
}
