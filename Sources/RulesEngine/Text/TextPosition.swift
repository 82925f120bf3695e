/// A place in a text as people count it: the first line and the first column are 1.
public struct TextPosition: Sendable, Hashable, Comparable {
    /// The line; lines end at LF, CRLF or CR, as in editors.
    public let line: Int
    /// The column in Unicode scalars; a byte order mark at the start of the file is not counted.
    public let column: Int
    /// The column in UTF-16 units, as language servers want it.
    public let utf16Column: Int

    /// Makes a place from its line and its two columns.
    public init(line: Int, column: Int, utf16Column: Int) {
        self.line = line
        self.column = column
        self.utf16Column = utf16Column
    }

    /// Whether `left` stands before `right` in the text.
    public static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
