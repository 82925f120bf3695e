import Foundation

/// Holds JSON against a JSON Schema (2020-12): a second reading of the specification, which shares nothing with what makes
/// our schemas. It knows the keywords those use and refuses every other, so that none is passed over in silence; it is held
/// against the official test suite.
package struct SchemaValidator {
    private let root: JSONValue
    private let patterns: [String: NSRegularExpression]

    /// A keyword the validator does not know, or a schema that is none.
    package struct Unsupported: Error, CustomStringConvertible {
        package let description: String
    }

    /// A validator for a schema, all of whose keywords must be known.
    package init(_ schema: JSONValue) throws {
        root = schema
        var patterns: Set<String> = []
        try Self.check(schema, &patterns)
        self.patterns = try Dictionary(
            uniqueKeysWithValues: patterns.map { ($0, try NSRegularExpression(pattern: $0)) })
    }

    /// What does not fit, each with its place: `$.rules[0].within: …`.
    package func mistakes(in value: JSONValue) throws -> [String] { try mistakes(value, root, "$") }

    // MARK: Keywords

    private static let known: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "properties", "patternProperties",
        "additionalProperties", "items", "required", "dependentRequired", "minProperties", "minimum", "pattern",
        "anyOf", "oneOf", "allOf", "not", "if", "then", "else",
    ]

    private static func check(_ schema: JSONValue, _ patterns: inout Set<String>) throws {
        guard case .object(let keywords) = schema else {
            guard case .flag = schema else { throw Unsupported(description: "not a schema: \(schema)") }
            return
        }
        for (key, value) in keywords {
            guard known.contains(key) else { throw Unsupported(description: "unknown keyword '\(key)'") }
            switch (key, value) {
            case ("properties", .object(let parts)), ("patternProperties", .object(let parts)),
                ("$defs", .object(let parts)):
                if key == "patternProperties" { patterns.formUnion(parts.keys) }
                for part in parts.values { try check(part, &patterns) }
            case ("anyOf", .list(let parts)), ("oneOf", .list(let parts)), ("allOf", .list(let parts)):
                for part in parts { try check(part, &patterns) }
            case ("pattern", .text(let pattern)): patterns.insert(pattern)
            case ("items", let part), ("additionalProperties", let part), ("not", let part), ("if", let part),
                ("then", let part), ("else", let part):
                try check(part, &patterns)
            default: break
            }
        }
    }

    private func mistakes(_ value: JSONValue, _ schema: JSONValue, _ path: String) throws -> [String] {
        guard case .object(let keywords) = schema else {
            return schema == .flag(true) ? [] : ["\(path): nothing is allowed here"]
        }
        var found = values(value, keywords, path)
        found += try combined(value, keywords, path)
        if case .object(let members) = value { found += try object(members, keywords, path) }
        if case .list(let elements) = value, let items = keywords["items"] {
            for (place, element) in elements.enumerated() {
                found += try mistakes(element, items, "\(path)[\(place)]")
            }
        }
        return found
    }

    private func fits(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
        try mistakes(value, schema, "").isEmpty
    }

    // MARK: One value

    private func values(_ value: JSONValue, _ keywords: [String: JSONValue], _ path: String) -> [String] {
        var found: [String] = []
        if let types = keywords["type"], !Self.list(types).contains(where: { Self.isOfType(value, $0) }) {
            found.append("\(path): is not of type \(types)")
        }
        if case .list(let words)? = keywords["enum"], !words.contains(value) {
            found.append("\(path): is none of the values")
        }
        if let constant = keywords["const"], constant != value { found.append("\(path): is not \(constant)") }
        if case .number(let least)? = keywords["minimum"], case .number(let number) = value, number < least {
            found.append("\(path): is less than \(least)")
        }
        if case .text(let pattern)? = keywords["pattern"], case .text(let text) = value,
            !matches(text, pattern)
        {
            found.append("\(path): does not match \(pattern)")
        }
        return found
    }

    private static func list(_ value: JSONValue) -> [JSONValue] {
        if case .list(let list) = value { return list }
        return [value]
    }

    private static func isOfType(_ value: JSONValue, _ type: JSONValue) -> Bool {
        switch (type, value) {
        case (.text("null"), .null), (.text("boolean"), .flag), (.text("number"), .number), (.text("string"), .text),
            (.text("array"), .list), (.text("object"), .object):
            true
        case (.text("integer"), .number(let number)): number == number.rounded()
        default: false
        }
    }

    private func matches(_ text: String, _ pattern: String) -> Bool {
        let range = NSRange(text.startIndex..., in: text)
        return patterns[pattern]?.firstMatch(in: text, range: range) != nil
    }

    // MARK: Schemas that are put together

    private func combined(_ value: JSONValue, _ keywords: [String: JSONValue], _ path: String) throws -> [String] {
        var found: [String] = []
        if case .text(let name)? = keywords["$ref"] { found += try mistakes(value, target(name), path) }
        if case .list(let parts)? = keywords["allOf"] { for part in parts { found += try mistakes(value, part, path) } }
        if case .list(let parts)? = keywords["anyOf"] {
            let all = try parts.map { try mistakes(value, $0, path) }
            if !all.contains(where: \.isEmpty) { found += ["\(path): fits none of \(parts.count)"] + all.joined() }
        }
        if case .list(let parts)? = keywords["oneOf"], try parts.filter({ try fits(value, $0) }).count != 1 {
            found.append("\(path): does not fit exactly one")
        }
        if let part = keywords["not"], try fits(value, part) { found.append("\(path): fits what it must not") }
        if let condition = keywords["if"] {
            let next = keywords[try fits(value, condition) ? "then" : "else"]
            if let next { found += try mistakes(value, next, path) }
        }
        return found
    }

    private func target(_ name: String) throws -> JSONValue {
        if name == "#" { return root }
        let prefix = "#/$defs/"
        guard name.hasPrefix(prefix), case .object(let keywords) = root,
            case .object(let definitions)? = keywords["$defs"],
            let target = definitions[String(name.dropFirst(prefix.count))]
        else { throw Unsupported(description: "no definition '\(name)'") }
        return target
    }

    // MARK: Objects

    private func object(
        _ members: [String: JSONValue], _ keywords: [String: JSONValue], _ path: String
    ) throws -> [String] {
        var found = needs(members, keywords, path)
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            let place = path + Self.step(name)
            let schemas = self.schemas(for: name, keywords)
            for schema in schemas { found += try mistakes(value, schema, place) }
            if schemas.isEmpty, let others = keywords["additionalProperties"], others != .flag(true) {
                found +=
                    others == .flag(false) ? ["\(path): does not know '\(name)'"] : try mistakes(value, others, place)
            }
        }
        return found
    }

    private func needs(_ members: [String: JSONValue], _ keywords: [String: JSONValue], _ path: String) -> [String] {
        var found: [String] = []
        if case .list(let names)? = keywords["required"] { found += missing(names, members, path) }
        if case .object(let dependent)? = keywords["dependentRequired"] {
            for (name, needed) in dependent where members[name] != nil {
                found += missing(Self.list(needed), members, path)
            }
        }
        if case .number(let least)? = keywords["minProperties"], Double(members.count) < least {
            found.append("\(path): has too few members")
        }
        return found
    }

    private func missing(_ names: [JSONValue], _ members: [String: JSONValue], _ path: String) -> [String] {
        names.compactMap { name in
            guard case .text(let text) = name, members[text] == nil else { return nil }
            return "\(path): lacks '\(text)'"
        }
    }

    private func schemas(for name: String, _ keywords: [String: JSONValue]) -> [JSONValue] {
        var schemas: [JSONValue] = []
        if case .object(let properties)? = keywords["properties"], let own = properties[name] { schemas.append(own) }
        if case .object(let patterns)? = keywords["patternProperties"] {
            for (pattern, schema) in patterns where matches(name, pattern) { schemas.append(schema) }
        }
        return schemas
    }

    /// One step of a path: `.name`, or `['a name']`.
    private static func step(_ name: String) -> String {
        name.wholeMatch(of: /[a-zA-Z_][a-zA-Z0-9_]*/) == nil ? "['\(name)']" : ".\(name)"
    }
}
