import Foundation
import Testing

@testable import RulesEngine

struct DiagnosticJSONTests {
    @Test func everyMemberIsThere() throws {
        let file = SourceFile(name: "ä\".yaml", text: "a\n😀 \"bad\"\n")
        let diagnostic = Diagnostic(
            .unknownChoice, .warning, "a \\ and a\ttab\u{1}", at: SourceRange(file: file, bytes: 7..<12), help: "x\ny")
        let text = DiagnosticJSON.text(of: diagnostic)
        #expect(!text.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["code"] as? String == "unknown-choice")
        #expect(object["severity"] as? String == "warning")
        #expect(object["message"] as? String == "a \\ and a\ttab\u{1}")
        #expect(object["help"] as? String == "x\ny")
        #expect(object["file"] as? String == "ä\".yaml")
        let numbers = ["line", "column", "endLine", "endColumn", "offset", "length", "utf16Column"]
        #expect(numbers.map { object[$0] as? Int } == [2, 3, 2, 8, 7, 5, 4])
    }

    @Test func whatIsAbsentIsNull() throws {
        let text = DiagnosticJSON.text(of: Diagnostic(.missingKey, "m", at: nil))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(["help", "file", "line", "offset"].allSatisfy { object[$0] is NSNull })
    }
}
