/// A group of settings whose names are known.
package struct KeyedNode {
    /// The group itself.
    package let node: Node
    private let thing: String
    private var entries: [String: (key: Node, value: Node)]
    /// Right names that a misspelt one probably meant; they are not asked for a second time.
    private let meant: Set<String>

    /// Takes a group of settings; nil, with a diagnostic, when `node` is something else.
    ///
    /// `thing` is what the group describes, such as "a rule". Names that are not among `keys` are reported, each with
    /// the nearest right one, and then left out. `otherWords` are names people use for some of the keys; `instead` is what
    /// to write for one that gives a text in place of the settings.
    package init?(
        _ node: Node, of thing: String, keys: [String], otherWords: [String: String] = [:], instead: String? = nil,
        _ diagnostics: inout Diagnostics
    ) {
        guard node.kind == .mapping else {
            if !Self.isToldAlready(node) { diagnostics.report(Self.notSettings(node, thing, keys, instead)) }
            return nil
        }
        self.node = node
        self.thing = thing
        var entries: [String: (key: Node, value: Node)] = [:]
        var meant: Set<String> = []
        for (key, value) in node.entries where key.kind == .scalar {
            let name = key.text
            if !keys.contains(name) {
                let near =
                    otherWords[name].flatMap { keys.contains($0) ? $0 : nil } ?? nearestWord(to: name, among: keys)
                diagnostics.report(Self.unknown(key, name, near, thing, keys))
                if let near { meant.insert(near) }
            } else if entries[name] == nil {
                entries[name] = (key, value)
            }
        }
        self.entries = entries
        self.meant = meant
    }

    /// The same group with the values of others laid over its own; each keeps its place in the file it stands in.
    package func laying(_ others: [String: (key: Node, value: Node)]) -> KeyedNode {
        var laid = self
        laid.entries.merge(others) { _, other in other }
        return laid
    }

    /// The value of a setting; nil when it is not there.
    package subscript(_ key: String) -> Node? { entries[key]?.value }

    /// The name of a setting as it stands in the file; nil when it is not there.
    package func key(_ key: String) -> Node? { entries[key]?.key }

    /// The value of a setting that has to be there; its absence is reported at the group's first name.
    ///
    /// Nothing is reported when the file breaks off inside the group, since the setting may stand in what could not be
    /// read, nor when a misspelt name was reported that probably meant it. `example` is the value to write where only one
    /// can be meant.
    package func required(_ key: String, example: String? = nil, _ diagnostics: inout Diagnostics) -> Node? {
        if let value = self[key] { return value }
        guard !node.isUnfinished, !meant.contains(key) else { return nil }
        let place = node.entries.first?.key.range ?? node.range
        let help = example.map { "add the line \(key): \($0)" } ?? "add a line that begins with \(key):"
        diagnostics.report(Diagnostic(.missingKey, "\(thing) needs '\(key)'", at: place, help: help))
        return nil
    }

    /// Reports at once every setting of a list that has to be there and is not.
    package func require(_ keys: [String], _ diagnostics: inout Diagnostics) {
        let missing = keys.filter { self[$0] == nil && !meant.contains($0) }
        guard !missing.isEmpty, !node.isUnfinished else { return }
        diagnostics.report(
            Diagnostic(
                .missingKey, "\(thing) needs \(Self.listed(missing))", at: node.entries.first?.key.range ?? node.range,
                help: missing.count == 1
                    ? "add a line that begins with \(missing[0]):"
                    : "add a line for each: " + missing.map { $0 + ":" }.joined(separator: ", ")))
    }

    /// Names of settings as they stand in a sentence: `'id', 'title' and 'strength'`.
    static func listed(_ keys: [String]) -> String {
        let names = keys.map { "'\($0)'" }
        let last = names.suffix(1).joined()
        return names.count < 2 ? last : names.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func unknown(
        _ key: Node, _ name: String, _ near: String?, _ thing: String, _ keys: [String]
    ) -> Diagnostic {
        let list = "\(thing) may have: \(keys.joined(separator: ", "))"
        return Diagnostic(
            .unknownKey, "\(thing) has no key \(quoted(name))", at: ReadingMistakes.firstLine(of: key),
            help: near.map { "did you mean '\($0)'?\n\(list)" } ?? list,
            fix: .word(near, at: key.range))
    }

    /// A file that is only a text is told as one when it is loaded.
    private static func isToldAlready(_ node: Node) -> Bool {
        node.kind == .scalar && !node.isEmpty && node.tree.root?.index == node.index
    }

    private static func notSettings(_ node: Node, _ thing: String, _ keys: [String], _ instead: String?) -> Diagnostic {
        if node.isEmpty {
            return ReadingMistakes.empty(node, thing, help: "write its settings, each with its name and a colon")
        }
        return ReadingMistakes.wrongKind(
            node, thing, expected: "settings, each with its name and a colon",
            help: spaceHelp(node) ?? instead ?? nameHelp(node, keys)
                ?? keys.first.map { "begin it with a line such as \($0):" })
    }

    /// The repair for a bare name where a name and more may stand.
    private static func nameHelp(_ node: Node, _ keys: [String]) -> String? {
        guard node.kind == .scalar, keys.contains("name"), !node.text.contains("\n") else { return nil }
        return "write name: \(node.text)"
    }

    /// The repair for `name:value`, which is a text as long as no space follows the colon.
    private static func spaceHelp(_ node: Node) -> String? {
        guard node.kind == .scalar, node.style == .plain else { return nil }
        let parts = node.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].contains(" "), !parts[1].hasPrefix("//") else { return nil }
        return "a space is missing after the colon: write \(parts[0]): \(parts[1])"
    }
}
