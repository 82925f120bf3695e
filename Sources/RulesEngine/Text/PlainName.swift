/// Names that stand in files, commands and logs as they are.
package enum PlainName {
    /// Whether a text may be an id: small letters without accents, digits and hyphens, such as `north-campus`.
    static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { isPlain($0) || $0 == "-" }
    }

    /// Whether a text may be the name of a kind: two words of small letters, digits and `_`, such as `thank_you.sent`.
    static func isKind(_ text: String) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return words.count == 2
            && words.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { isPlain($0) || $0 == "_" } }
    }

    /// The id nearest to a text: `Thank people fast!` gives `thank-people-fast`; nil when none of it can stand in one.
    package static func id(from text: String) -> String? {
        words(of: text).isEmpty ? nil : words(of: text).joined(separator: "-")
    }

    /// The name of a kind nearest to a text, its last word the verb: `Thank You Sent` gives `thank_you.sent`; nil for fewer
    /// than two words.
    static func kind(from text: String) -> String? {
        let words = words(of: text)
        guard let verb = words.last, words.count > 1 else { return nil }
        return words.dropLast().joined(separator: "_") + "." + verb
    }

    private static func isPlain(_ letter: Unicode.Scalar) -> Bool { "a"..."z" ~= letter || "0"..."9" ~= letter }

    private static func words(of text: String) -> [String] {
        text.lowercased().unicodeScalars.split { !isPlain($0) }.map { String(String.UnicodeScalarView($0)) }
    }
}
