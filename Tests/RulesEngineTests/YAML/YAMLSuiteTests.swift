import Foundation
import Testing
import TestSupport

@testable import RulesEngine

/// yaml-test-suite against the node layer, with all of the notation allowed.
struct YAMLSuiteTests {
    /// One case of the suite.
    struct Case {
        let id: String
        let file: SourceFile
        let isInvalid: Bool
        let events: String
        let json: [Any]?

        init(_ line: [String: Any]) {
            id = line["id"] as? String ?? "?"
            file = SourceFile(name: "\(id).yaml", text: line["yaml"] as? String ?? "")
            isInvalid = line["fail"] as? Bool ?? false
            events = line["events"] as? String ?? ""
            json = line["json"] as? [Any]
        }
    }

    /// Valid cases that are refused with a place; never a form authors write on purpose.
    private static let refusedValid: [String: [String]] = [
        "keys left empty": ["2JQS", "S3PD", "SM9W/01", "UKK6/00", "NHX8", "FRK4"],
        "colons and long keys between brackets": [
            "4ABK", "4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "5T43", "DBG4", "K3WX", "NJ66", "UT92", "VJP3/01",
        ],
        "Tabs": ["6BCT", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "Y79Y/001", "Y79Y/010"],
        "lines that begin with %": ["2LFX", "6LVF", "BEC7", "MUS6/05", "MUS6/06"],
        "ends of documents": ["M7A3"],
        "names of values": ["2SXE", "W5VH"],
        "a question mark that libyaml would lose": ["652Z"],
    ]

    private static func cases() throws -> [Case] {
        try ProjectFiles.jsonLines("Tests/RulesEngineTests/Fixtures/yaml-suite/open.jsonl").map(Case.init)
    }

    @Test func eventsAreRightOrTheFileIsRefused() throws {
        let skipped = Set(Self.refusedValid.values.joined())
        var right = 0
        for test in try Self.cases() where !test.isInvalid {
            switch YAMLInspection.events(test.file) {
            case .success(let events):
                #expect(events == test.events, "\(test.id) is silently wrong")
                #expect(!skipped.contains(test.id), "\(test.id) need not be skipped any more")
                right += events == test.events ? 1 : 0
            case .failure(let failure):
                #expect(skipped.contains(test.id), "\(test.id) is refused: \(failure.diagnostics.all.map(\.message))")
                #expect(failure.diagnostics.all.allSatisfy { $0.range != nil })
            }
        }
        #expect(right >= 158, "\(right) of 192")
    }

    @Test func invalidFilesAreRefused() throws {
        let accepted = try Self.cases().filter { test in
            guard test.isInvalid, case .success = YAMLInspection.events(test.file) else { return false }
            return true
        }
        #expect(accepted.map(\.id) == [])
    }

    @Test func jsonIsRightOrTheFileIsRefused() throws {
        var right = 0
        for test in try Self.cases() {
            guard let expected = test.json, !test.isInvalid else { continue }
            guard case .success(let texts) = YAMLInspection.json(test.file) else { continue }
            let values = try texts.map {
                try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
            }
            let isRight = NSArray(array: values).isEqual(NSArray(array: expected))
            #expect(isRight, "\(test.id): \(texts)")
            right += isRight ? 1 : 0
        }
        #expect(right >= 147, "\(right) of 174")
    }

    @Test func ruleFilesHaveNoMoreThanTheSuiteAllows() throws {
        for test in try Self.cases() where test.isInvalid {
            var diagnostics = Diagnostics()
            _ = YAMLLoader.load(test.file, &diagnostics)
            #expect(diagnostics.hasErrors, "\(test.id)")
        }
    }
}
