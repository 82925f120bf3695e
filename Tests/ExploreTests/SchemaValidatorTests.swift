import Foundation
import TestSupport
import Testing

/// The validator our schemas are held against is itself held against the official test suite of JSON Schema 2020-12: every
/// case whose schema uses only the keywords we use.
struct SchemaValidatorTests {
    private struct Case: Decodable {
        let `case`: String
        let schema: JSONValue
        let data: JSONValue
        let valid: Bool
    }

    @Test func itAgreesWithTheOfficialSuite() throws {
        let bytes = try ProjectFiles.bytes("Tests/ExploreTests/Fixtures/json-schema-suite/cases.jsonl")
        let cases = try bytes.split(separator: 0x0A).map { try JSONDecoder().decode(Case.self, from: Data($0)) }
        #expect(cases.count > 400)
        for row in cases {
            let found = try SchemaValidator(row.schema).mistakes(in: row.data)
            #expect(found.isEmpty == row.valid, "\(row.case): \(found)")
        }
    }

    @Test func aKeywordItDoesNotKnowIsNotPassedOver() {
        #expect(throws: SchemaValidator.Unsupported.self) {
            try SchemaValidator(.object(["properties": .object(["a": .object(["maxLength": .number(3)])])]))
        }
    }
}
