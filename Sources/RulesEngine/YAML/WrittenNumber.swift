/// A number as somebody wrote it: either clear, or unclear with what was probably meant.
enum WrittenNumber: Equatable {
    /// Digits as they should be, such as `12`, `-3`, `1.10` or `2e6`.
    case clear(isWhole: Bool)
    /// Digits with leading zeros or separators; with the same number as it should be written.
    case unclear(meant: String)
    /// Not a number.
    case none

    /// Recognises the way a text is written, not its size.
    init(_ text: String) {
        if Self.isClear(text) {
            self = .clear(isWhole: !text.contains { ".eE".contains($0) })
        } else if let meant = Self.repaired(text) {
            self = .unclear(meant: meant)
        } else {
            self = .none
        }
    }

    /// `[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?`
    private static func isClear(_ text: String) -> Bool {
        var rest = Substring(text)
        dropSign(&rest)
        let whole = dropDigits(&rest)
        guard whole == "0" || (!whole.isEmpty && whole.first != "0") else { return false }
        if rest.first == "." {
            rest.removeFirst()
            guard !dropDigits(&rest).isEmpty else { return false }
        }
        if rest.first == "e" || rest.first == "E" {
            rest.removeFirst()
            dropSign(&rest)
            guard !dropDigits(&rest).isEmpty else { return false }
        }
        return rest.isEmpty
    }

    /// The number without leading zeros and without separators between groups of digits.
    private static func repaired(_ text: String) -> String? {
        var rest = Substring(text)
        let sign = rest.first == "-" ? "-" : ""
        dropSign(&rest)
        guard rest.first?.isASCII == true, rest.first?.isNumber == true, rest.last?.isNumber == true else { return nil }
        let digits = rest.filter { !"_, '\u{A0}".contains($0) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else { return nil }
        let trimmed = digits.drop { $0 == "0" }
        let meant = sign + (trimmed.first?.isNumber == true ? "" : "0") + trimmed
        return isClear(meant) ? meant : nil
    }

    private static func dropSign(_ text: inout Substring) {
        if text.first == "-" || text.first == "+" { text.removeFirst() }
    }

    private static func dropDigits(_ text: inout Substring) -> Substring {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        text = text.dropFirst(digits.count)
        return digits
    }
}
