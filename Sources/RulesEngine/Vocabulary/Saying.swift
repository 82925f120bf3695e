/// Something people say in many ways, such as thanks: a named list of phrases for rules about wording.
public struct Saying: Sendable {
    /// Its name, as rules write it: `thanks.expressed`.
    public let name: String
    /// How it reads in a sentence: `a word of thanks`.
    public let any: String
    /// The ways to say it.
    public let phrases: [String]
}

/// Reads a saying from a vocabulary file.
enum SayingReader {
    static let keys = ["saying", "any", "phrases"]

    static func read(_ node: KeyedNode, _ diagnostics: inout Diagnostics) -> Saying? {
        guard let name = node.required("saying", &diagnostics)?.readText("the saying's name", &diagnostics),
            let phrases = node.required("phrases", &diagnostics)?.readWords("'phrases'", &diagnostics)
        else { return nil }
        return Saying(
            name: name, any: node["any"]?.readText("how it reads", &diagnostics) ?? "'\(name)'",
            phrases: phrases.map(\.text))
    }
}
