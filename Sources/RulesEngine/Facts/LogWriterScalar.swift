/// How one text is written in a file so that every reader reads just this text.
enum LogWriterScalar {
    /// A value whose field decides its type: quoted only where the notation itself would cut or change it.
    static func word(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// Free text: quoted, too, where a reader that guesses types would read a number, a date or a yes.
    static func text(_ text: String) -> String { isPlain(text) && !isGuessed(text) ? text : quoted(text) }

    /// The text between double quotes; the form is right in YAML and in JSON.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where isUnseen(scalar): quoted += escaped(scalar)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    // MARK: What the notation takes for more than text

    /// Whether the text may stand without quotes after a colon, after a dash and before a colon.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, !nulls.contains(text) else { return false }
        guard first != " ", last != " ", last != ":", !scalars.contains(where: isUnseen) else { return false }
        return !isIndicator(first, before: scalars.dropFirst().first) && !isCut(scalars) && !endsLikeKeySign(scalars)
    }

    /// A question mark at the very end, right after a sign that begins something: the loader takes it for the long form
    /// of the name on the next line.
    private static func endsLikeKeySign(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.last == "?" else { return false }
        let before = scalars.dropLast().last { $0 != " " && $0 != "-" }
        return before.map { "{[,".unicodeScalars.contains($0) } ?? true
    }

    /// Signs that mean something at the start of a value; three of them only with a blank behind them.
    private static func isIndicator(_ first: Unicode.Scalar, before second: Unicode.Scalar?) -> Bool {
        switch first {
        case "-", "?", ":": second == nil || second == " "
        case ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`": true
        default: false
        }
    }

    /// Whether a colon would end a name in the middle, or a number sign begin a comment.
    private static func isCut(_ scalars: [Unicode.Scalar]) -> Bool {
        zip(scalars, scalars.dropFirst()).contains { pair in
            pair.0 == ":" && pair.1 == " " || pair.0 == " " && pair.1 == "#"
        }
    }

    private static let nulls: Set<String> = ["~", "null", "Null", "NULL"]

    /// Line breaks, Tabs, control characters and others nobody sees: they are written as escapes.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0xA0, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: InvisibleCharacter(scalar.value) != nil
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    // MARK: What other readers guess

    /// Whether a reader without a vocabulary would take the text for a number, a time or a yes or no (YAML 1.1 and 1.2).
    private static func isGuessed(_ text: String) -> Bool {
        if CoreType(text) != .text || yesNo.contains(text.lowercased()) { return true }
        guard let first = text.unicodeScalars.first, "0"..."9" ~= first || "+-.".unicodeScalars.contains(first) else {
            return false
        }
        let marks = "0123456789+-_.:, eEtTzZxXoObBabcdfABCDF"
        return text.unicodeScalars.allSatisfy(marks.unicodeScalars.contains) && text.contains { "0"..."9" ~= $0 }
    }

    private static let yesNo: Set<String> = ["yes", "no", "true", "false", "on", "off", "y", "n"]
}
