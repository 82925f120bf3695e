import RulesEngine

/// One way to damage a file of a pack, as it happens to people: a slip of the keyboard, an editor, a bad copy.
package struct PackDamage: Sendable, CustomStringConvertible {
    /// What happens, in a few words.
    package let name: String
    /// Whether the file means the same afterwards.
    package let isHarmless: Bool
    private let damage: @Sendable ([String], inout SeededNumbers) -> [String]?

    package var description: String { name }

    private init(
        _ name: String, isHarmless: Bool = false,
        _ damage: @escaping @Sendable ([String], inout SeededNumbers) -> [String]?
    ) {
        self.name = name
        self.isHarmless = isHarmless
        self.damage = damage
    }

    /// The damaged text; nil when the file has nothing that can be damaged so.
    package func damaged(_ text: String, seed: UInt64) -> String? {
        var numbers = SeededNumbers(seed: seed)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return damage(lines, &numbers)?.joined(separator: "\n")
    }

    // MARK: The ways

    /// All of them.
    package static let all: [PackDamage] = letters + marks + layout + lines + files

    private static let letters = [
        word("a letter is missing in a key", of: key) { word, at in word.remove(at: at) },
        word("a letter is typed twice in a key", of: key) { word, at in word.insert(word[at], at: at) },
        word("two letters of a key changed places", of: key) { word, at in
            word.swapAt(at, at + 1 < word.count ? at + 1 : at - 1)
        },
        word("a key has a capital letter", of: key) { word, at in word[at] = Character(word[at].uppercased()) },
        word("a letter is missing in a kind", of: kind) { word, at in word.remove(at: at) },
        word("two letters of a kind changed places", of: kind) { word, at in
            word.swapAt(at, at + 1 < word.count ? at + 1 : at - 1)
        },
        value("a value is left out", [""]),
        value("a list stands where one value belongs", [" [one, two]"]),
        value("a number stands where a word belongs", [" 17"]),
        value("settings stand where one value belongs", [" {one: two}"]),
        PackDamage("a verdict is misspelt") { lines, numbers in
            change(lines, &numbers, where: { $0.contains(" verdict: ") }) { $0.dropLast(1) + "x" }
        },
        PackDamage("a unit of time is misspelt") { lines, numbers in
            change(lines, &numbers, where: { $0.contains(" hours") || $0.contains(" days") }) {
                $0.replacing("hours", with: "huors").replacing("days", with: "dyas")
            }
        },
    ]

    private static let marks = [
        mark("a colon is missing", ": ", " "), mark("the space after a colon is missing", ": ", ":"),
        mark("a colon is typed twice", ": ", ":: "), mark("an equals sign stands for a colon", ": ", " = "),
        mark("a semicolon stands for a colon", ": ", "; "), mark("a colon stands in a text", " a ", ": a "),
        mark("a dash is missing", "- ", "  "), mark("the space after a dash is missing", "- ", "-"),
        mark("an en dash stands for a dash", "- ", "– "), mark("a bracket is not closed", "]", ""),
        mark("a bracket is not opened", "[", ""), mark("a comma is missing in brackets", ", ", " "),
        PackDamage("a quote is not closed") { lines, numbers in
            change(lines, &numbers, where: { isSetting($0) && !$0.contains("'") }) { line in
                guard let colon = line.firstRange(of: ": ") else { return line }
                return line[..<colon.upperBound] + "'" + line[colon.upperBound...]
            }
        },
        PackDamage("typographic quotes stand around a text", isHarmless: false) { lines, numbers in
            change(lines, &numbers, where: { $0.contains("  title: ") || $0.contains("strength: ") }) { line in
                guard let colon = line.firstRange(of: ": ") else { return line }
                return line[..<colon.upperBound] + "“" + line[colon.upperBound...] + "”"
            }
        },
    ]

    private static let layout = [
        PackDamage("a line is indented too far") { lines, numbers in
            change(lines, &numbers, where: isSetting) { "  " + $0 }
        },
        PackDamage("a line is indented by one more") { lines, numbers in
            change(lines, &numbers, where: isSetting) { " " + $0 }
        },
        PackDamage("a line is not indented far enough") { lines, numbers in
            change(lines, &numbers, where: { isSetting($0) && $0.hasPrefix("    ") }) { String($0.dropFirst(1)) }
        },
        PackDamage("a line is indented with a Tab") { lines, numbers in
            change(lines, &numbers, where: { isSetting($0) && $0.hasPrefix("    ") }) { "\t" + $0.dropFirst(4) }
        },
        PackDamage("a no-break space stands in front of a line") { lines, numbers in
            change(lines, &numbers, where: { isSetting($0) && $0.hasPrefix("    ") }) { "\u{A0}" + $0.dropFirst(1) }
        },
        PackDamage("two lines changed places") { lines, numbers in
            let places = lines.indices.dropLast().filter {
                isSetting(lines[$0]) && isSetting(lines[$0 + 1]) && indent(lines[$0]) != indent(lines[$0 + 1])
            }
            guard let place = places.randomElement(using: &numbers) else { return nil }
            var copy = lines
            copy.swapAt(place, place + 1)
            return copy
        },
    ]

    private static let lines = [
        PackDamage("a line is there twice") { lines, numbers in
            change(lines, &numbers, where: isSetting) { $0 + "\n" + $0 }
        },
        PackDamage("a rule is there twice") { lines, _ in
            guard let first = lines.firstIndex(where: { $0.hasPrefix("  - id:") }) else { return nil }
            let rest = lines[(first + 1)...].firstIndex { $0.hasPrefix("  - id:") } ?? lines.endIndex
            return Array(lines[..<rest]) + lines[first..<rest] + lines[rest...]
        },
        PackDamage("a line of prose stands between settings") { lines, numbers in
            change(lines, &numbers, where: { isSetting($0) && $0.hasPrefix("    ") }) {
                $0 + "\n" + String(repeating: " ", count: indent($0)) + "please check this with the office"
            }
        },
        PackDamage("a remark begins in the middle of a value") { lines, numbers in
            change(lines, &numbers, where: { $0.contains("strength: ") || $0.contains("within: ") }) {
                $0.replacing(": ", with: ": #")
            }
        },
        PackDamage("the file breaks off") { lines, numbers in
            let place = Int.random(in: lines.count / 3..<lines.count * 2 / 3, using: &numbers)
            return Array(lines[..<place]) + [String(lines[place].prefix(lines[place].count / 2))]
        },
        PackDamage("a second file was pasted behind the first") { lines, _ in lines + ["---"] + lines },
        PackDamage("a merge was left open") { lines, numbers in
            change(lines, &numbers, where: isSetting) { "<<<<<<< mine\n\($0)\n=======\n\($0)\n>>>>>>> theirs" }
        },
    ]

    private static let files = [
        PackDamage("the file has Windows line ends", isHarmless: true) { lines, _ in
            lines.map { $0.isEmpty ? $0 : $0 + "\r" }
        },
        PackDamage("the file begins with a byte order mark", isHarmless: true) { lines, _ in
            ["\u{FEFF}" + lines[0]] + lines.dropFirst()
        },
        PackDamage("the file is empty") { _, _ in [] },
        PackDamage("the file is a letter") { _, _ in ["Dear all,", "", "attached you find the rules.", "Best, Kim"] },
        PackDamage("the heading is missing") { lines, _ in lines.filter { $0 != "rules:" } },
    ]

    // MARK: How

    private static func isSetting(_ line: String) -> Bool {
        let text = line.drop { $0 == " " }
        return text.contains(": ") && !text.hasPrefix("#") && !text.hasPrefix("- ") && !text.contains("|")
    }

    private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

    /// Changes one of the lines that pass a test.
    private static func change(
        _ lines: [String], _ numbers: inout SeededNumbers, where test: (String) -> Bool, _ change: (String) -> String
    ) -> [String]? {
        guard let place = lines.indices.filter({ test(lines[$0]) }).randomElement(using: &numbers) else { return nil }
        var copy = lines
        copy[place] = change(lines[place])
        return copy
    }

    private static func mark(_ name: String, _ mark: String, _ other: String) -> PackDamage {
        PackDamage(name) { lines, numbers in
            change(lines, &numbers, where: { !$0.contains("#") && $0.contains(mark) }) { line in
                guard let place = line.firstRange(of: mark) else { return line }
                return line[..<place.lowerBound] + other + line[place.upperBound...]
            }
        }
    }

    private static func value(_ name: String, _ values: [String]) -> PackDamage {
        PackDamage(name) { lines, numbers in
            let keys = ["strength:", "after:", "within:", "verdict:", "now:", "work:"]
            return change(lines, &numbers, where: { line in keys.contains { line.contains(" " + $0) } }) { line in
                guard let colon = line.firstIndex(of: ":") else { return line }
                return line[...colon] + (values.first ?? "")
            }
        }
    }

    /// The letters of the key of a line.
    @Sendable private static func key(_ line: String) -> Range<String.Index>? {
        guard isSetting(line), let colon = line.firstIndex(of: ":") else { return nil }
        let start = line.firstIndex { $0 != " " } ?? colon
        let isWord = line[start..<colon].allSatisfy { $0.isLetter || $0 == "_" }
        return isWord && line.distance(from: start, to: colon) > 3 ? start..<colon : nil
    }

    /// The letters of a kind of activity that a rule names.
    @Sendable private static func kind(_ line: String) -> Range<String.Index>? {
        let keys = ["after: ", "before: ", "expect: ", "never: ", "in_each: ", "for_each: ", "avoid: "]
        guard let key = keys.first(where: { line.contains("    " + $0) }), let place = line.firstRange(of: key),
            line[place.upperBound...].allSatisfy({ $0.isLetter || $0 == "." || $0 == "_" })
        else { return nil }
        return place.upperBound..<line.endIndex
    }

    private static func word(
        _ name: String, of place: @escaping @Sendable (String) -> Range<String.Index>?,
        _ edit: @escaping @Sendable (inout [Character], Int) -> Void
    ) -> PackDamage {
        PackDamage(name) { lines, numbers in
            var at = Int.random(in: 1..<3, using: &numbers)
            return change(lines, &numbers, where: { place($0) != nil }) { line in
                guard let range = place(line) else { return line }
                var letters = Array(line[range])
                at = min(at, letters.count - 1)
                edit(&letters, at)
                return line[..<range.lowerBound] + String(letters) + line[range.upperBound...]
            }
        }
    }
}
