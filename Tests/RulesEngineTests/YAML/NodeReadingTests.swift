import Testing

@testable import RulesEngine

struct NodeReadingTests {
    private enum Strength: String, CaseIterable {
        case must, should, consider
    }

    /// Reads the value after `v:` and gives the result, or the code and the help of the only mistake.
    private static func read<Value>(
        _ source: String, _ read: (Node, inout Diagnostics) -> Value?
    ) throws -> String {
        var diagnostics = Diagnostics()
        let tree = YAMLLoader.load(SourceFile(name: "x", text: "v: \(source)\n"), &diagnostics)
        let node = try #require(tree?.root?.entries.first?.value, "\(source)")
        #expect(diagnostics.all.isEmpty)
        if let value = read(node, &diagnostics) {
            #expect(diagnostics.all.isEmpty)
            return "\(value)"
        }
        #expect(diagnostics.all.count == 1)
        let mistake = try #require(diagnostics.all.first)
        #expect(mistake.range != nil)
        return [mistake.code.rawValue, mistake.help].compactMap { $0 }.joined(separator: ": ")
    }

    @Test(arguments: [
        ("NO", "NO"), ("010", "010"), ("1.10", "1.10"), ("'it''s'", "it's"), ("\"null\"", "null"), ("''", ""),
        ("2026-02-30", "2026-02-30"), ("|\n  a\n  b\n", "a\nb"), (">\n  a\n  b\n\n", "a b"), ("|+\n  a\n\n", "a"),
        ("", "empty-value: write it here, or '' if it is empty on purpose"),
        ("~", "empty-value: put it in quotes if the word itself is meant"),
        ("null", "empty-value: put it in quotes if the word itself is meant"),
        ("[a]", "wrong-kind: put it in quotes if it is meant as text"),
        ("\n  - a", "wrong-kind"), ("\n  a: b", "wrong-kind"), ("\n  a b: c", "colon-in-text: write 'a b: c'"),
    ])
    func texts(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readText("the title", &$1) } == result)
    }

    @Test(arguments: [
        ("3", "3"), ("-3", "-3"), ("+3", "3"), ("0", "0"), ("'7'", "7"), ("9223372036854775807", "9223372036854775807"),
        ("010", "unclear-number: write 10"), ("1_000", "unclear-number: write 1000"),
        ("1,000", "unclear-number: write 1000"),
        ("00", "unclear-number: write 0"), ("-007", "unclear-number: write -7"),
        ("three", "not-a-number: write 3"), ("3.5", "not-a-number: expected a number such as 3"),
        ("1e3", "not-a-number: expected a number such as 3"), ("0x1F", "not-a-number: expected a number such as 3"),
        ("12:30", "not-a-number: expected a number such as 3"), (".inf", "not-a-number: expected a number such as 3"),
        ("9223372036854775808", "number-out-of-range: it must be from -9223372036854775808 to 9223372036854775807"),
        ("", "empty-value: write a whole number"), ("[3]", "wrong-kind"),
        ("٣", "not-a-number: expected a number such as 3"),
    ])
    func wholeNumbers(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readWholeNumber("the count", in: nil, &$1) } == result)
    }

    @Test(arguments: [
        ("1", "1"), ("100", "100"), ("0", "number-out-of-range: it must be from 1 to 100"),
        ("101", "number-out-of-range: it must be from 1 to 100"),
    ])
    func limits(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readWholeNumber("the count", in: 1...100, &$1) } == result)
    }

    @Test(
        arguments: [
            ("0.5", "0.5"), ("1", "1.0"), ("1e-1", "0.1"), ("1.10", "unclear"),
            ("1e999", "number-out-of-range: it must be from 0 to 2"),
            ("2.5", "number-out-of-range: it must be from 0 to 2"), ("00.5", "unclear-number: write 0.5"),
            ("40 %", "not-a-number: expected a number such as 0.5"),
            (".5", "not-a-number: expected a number such as 0.5"),
        ].filter { $0.1 != "unclear" })
    func numbers(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readNumber("the share", in: 0...2, &$1) } == result)
    }

    @Test(arguments: [
        ("yes", "true"), ("no", "false"), ("true", "true"), ("false", "false"), ("'yes'", "true"),
        ("NO", "not-yes-or-no: write no"), ("On", "not-yes-or-no: write yes"),
        ("maybe", "not-yes-or-no: write yes or no"),
        ("", "empty-value: write yes or no"), ("[yes]", "wrong-kind"),
    ])
    func yesOrNo(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readYesNo("restart", &$1) } == result)
    }

    @Test(arguments: [
        ("[a, b]", "2"), ("\n  - a\n  - b: c", "2"), ("[]", "0"), ("one", "missing-dash: write '- ' before it"),
        ("\n  one\n  two", "missing-dash: begin every line with '- '"),
        ("one, two", "missing-dash: put [ before and ] after it, or write each item on its own line after '- '"),
        ("", "empty-value: write [] for an empty list"), ("{a: b}", "wrong-kind: begin each item with '- '"),
    ])
    func lists(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readList("the advice", &$1)?.count } == result)
    }

    @Test(arguments: [
        ("a", "a"), ("[a, b c]", "a|b c"), ("\n  - a\n  - b", "a|b"), ("'a, b'", "a, b"),
        ("a, b", "missing-dash: put [ before and ] after it, or write each item on its own line after '- '"),
        ("", "empty-value: write it here, or '' if it is empty on purpose"),
        ("[[a]]", "wrong-kind: put it in quotes if it is meant as text"),
    ])
    func words(source: String, result: String) throws {
        let read = try Self.read(source) { node, diagnostics in
            node.readWords("the words", &diagnostics).map { $0.map(\.text).joined(separator: "|") }
        }
        #expect(read == result)
    }

    @Test(arguments: [
        ("must", "must"), ("shoud", "unknown-choice: did you mean 'should'?\nuse one of: must, should, consider"),
        ("fatal", "unknown-choice: use one of: must, should, consider"),
        ("Must", "unknown-choice: did you mean 'must'?\nuse one of: must, should, consider"),
        ("", "empty-value: write one of: must, should, consider"), ("[must]", "wrong-kind"),
    ])
    func choices(source: String, result: String) throws {
        #expect(try Self.read(source) { $0.readChoice("strength", as: Strength.self, &$1) } == result)
    }
}
