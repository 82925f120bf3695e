/// A piece of a JSON Schema (2020-12), built from smaller ones and written as text once.
package indirect enum SchemaNode: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([SchemaNode])
    /// Members in the order they are written.
    case object([(String, SchemaNode)])

    /// The JSON text, indented by two blanks a level, ending in a line break.
    package var json: String { written(at: 0) + "\n" }

    /// The definitions it refers to by itself.
    var references: Set<String> {
        switch self {
        case .text, .number, .flag: []
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.references) }
        case .object(let members):
            members.reduce(into: []) { found, member in
                if member.0 == "$ref", case .text(let path) = member.1 {
                    found.insert(String(path.dropFirst("#/$defs/".count)))
                } else {
                    found.formUnion(member.1.references)
                }
            }
        }
    }

    private func written(at depth: Int) -> String {
        switch self {
        case .text(let text): DiagnosticJSON.string(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): Self.block("[", items.map { $0.written(at: depth + 1) }, "]", depth)
        case .object(let members):
            Self.block(
                "{", members.map { DiagnosticJSON.string($0.0) + ": " + $0.1.written(at: depth + 1) }, "}", depth)
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String, _ depth: Int) -> String {
        let inOneLine = open + lines.joined(separator: ", ") + close
        if inOneLine.count <= 100, !inOneLine.contains("\n") { return inOneLine }
        let indent = String(repeating: "  ", count: depth + 1)
        return open + "\n" + lines.map { indent + $0 }.joined(separator: ",\n") + "\n" + indent.dropLast(2) + close
    }
}

extension SchemaNode {
    /// Anything at all.
    static let anything = SchemaNode.flag(true)

    /// Something defined once under `$defs`.
    static func ref(_ name: String) -> SchemaNode { .object([("$ref", .text("#/$defs/" + name))]) }

    static func anyOf(_ choices: [SchemaNode]) -> SchemaNode {
        choices.count == 1 ? choices[0] : .object([("anyOf", .list(choices))])
    }

    /// One of some words.
    static func oneWord(of words: [String]) -> SchemaNode {
        var seen: Set<String> = []
        return .object([("enum", .list(words.filter { seen.insert($0).inserted }.flatMap(looks)))])
    }

    /// A word as it looks to a reader that guesses types: `2026` and `true` are no texts to it.
    private static func looks(_ word: String) -> [SchemaNode] {
        switch CoreType(word) {
        case .yesNo(let flag): [.text(word), .flag(flag)]
        case .whole(let digits): [.text(word)] + (Int(digits).map { [.number($0)] } ?? [])
        default: [.text(word)]
        }
    }

    /// A text of this form. The pattern is one that JavaScript and Python read alike.
    static func pattern(_ pattern: String, _ description: String) -> SchemaNode {
        .object([("type", .text("string")), ("pattern", .text(pattern)), ("description", .text(description))])
    }

    static func listOf(_ item: SchemaNode) -> SchemaNode { .object([("type", .text("array")), ("items", item)]) }

    /// A list of something; nothing stands for an empty one.
    static func listOrNothing(_ item: SchemaNode) -> SchemaNode {
        .object([("type", .words(["array", "null"])), ("items", item)])
    }

    /// One of something, or a list of it.
    static func oneOrMore(_ item: SchemaNode) -> SchemaNode { .anyOf([item, .listOf(item)]) }

    /// Settings with these names and no others.
    static func settings(
        _ properties: [(String, SchemaNode)], needed: [String] = [], patterns: [(String, SchemaNode)] = [],
        more: [(String, SchemaNode)] = []
    ) -> SchemaNode {
        var members: [(String, SchemaNode)] = [("type", .text("object")), ("properties", .object(properties))]
        if !patterns.isEmpty { members.append(("patternProperties", .object(patterns))) }
        if !needed.isEmpty { members.append(("required", .words(needed))) }
        members.append(("additionalProperties", .flag(false)))
        return .object(members + more)
    }

    /// A list of texts, such as the names under `required`.
    static func words(_ words: [String]) -> SchemaNode { .list(words.map { .text($0) }) }

    /// The same with a description for the person who writes; a reference keeps it beside itself.
    func described(_ description: String) -> SchemaNode {
        guard case .object(let members) = self, !description.isEmpty else { return self }
        return .object(members.filter { $0.0 != "description" } + [("description", .text(description))])
    }
}
