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
        #expect(["help", "file", "line", "offset", "fix"].allSatisfy { object[$0] is NSNull })
    }

    @Test func aRepairIsToldInBytes() throws {
        let file = SourceFile(name: "a.yaml", text: "ä: \"x\"\n")
        let range = SourceRange(file: file, bytes: 4..<7)
        let fix = Diagnostic.Fix(range: range, replacement: "\"y\"", title: "write \"y\"")
        let text = DiagnosticJSON.text(of: Diagnostic(.unknownChoice, "m", at: range, fix: fix))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let told = try #require(object["fix"] as? [String: Any])
        #expect(told["title"] as? String == "write \"y\"" && told["replacement"] as? String == "\"y\"")
        #expect(told["file"] as? String == "a.yaml" && told["offset"] as? Int == 4 && told["length"] as? Int == 3)
    }
}
