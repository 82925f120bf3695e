import Foundation
import RulesEngine
import TestSupport
import Testing

/// The pages of the codes that concern the way a file is written: example, screen and repair hold.
struct DiagnosticPageTests {
    /// Codes that only reading a value can report.
    private static let readingCodes: Set<DiagnosticCode> = [
        .unknownKey, .missingKey, .emptyValue, .wrongKind, .notANumber, .unclearNumber, .numberOutOfRange, .notYesOrNo,
        .unknownChoice,
    ]

    /// The codes of the bytes, of the way a file is written, and of what rule files do not use.
    private static let loadingCodes: Set<DiagnosticCode> = [
        .fileTooLarge, .utf16, .notUTF8, .controlCharacter, .tabIndentation, .noBreakSpace, .invisibleCharacter,
        .missingColon, .missingSpaceAfterColon, .colonInText, .colonInBrackets, .notLinedUp, .indentedTooFar,
        .missingDash, .misplacedDash, .unclosedQuote, .textAfterQuote, .unclosedBracket, .textAfterBracket,
        .missingComma, .commaInBraces, .reservedCharacter, .questionMark, .hashWithoutBlank, .unknownEscape,
        .badCharacterCode, .badTextBlock, .missingValue, .afterTheEnd, .nameTooLong, .unresolvedConflict,
        .unreadableText, .percentLine, .sharedValue, .tag, .questionKey, .mergeKey, .keyNotText, .secondDocument,
        .emptyFile, .wrongRoot, .duplicateKey, .nestedTooDeeply, .tooManyValues,
    ]

    @Test(arguments: (loadingCodes.union(readingCodes)).sorted { $0.rawValue < $1.rawValue })
    func pageHolds(code: DiagnosticCode) throws {
        let page = try DiagnosticPage(of: code)
        #expect(page.code == code)
        #expect(page.words.count > 80, "\(page.path) says too little")
        let example = try #require(page.example, "\(page.path) has no example")
        let found = Self.diagnostics(of: example, code)
        #expect(found.all.contains { $0.code == code }, "\(page.path): \(found.all.map(\.code))")
        try Self.compare(DiagnosticRenderer().render(all: found.all), with: page)
        let mended = try #require(page.mended, "\(page.path) shows no repair")
        let left = Self.diagnostics(of: mended, code).all
        #expect(left.isEmpty, "\(page.path): \(DiagnosticRenderer().render(all: left))")
    }

    private static func compare(_ screen: String, with page: DiagnosticPage) throws {
        guard screen != page.screen else { return }
        guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
            Issue.record("\(page.path) shows another screen than:\n\(screen)")
            return
        }
        try page.record(screen: screen)
        Issue.record("\(page.path) was written anew; read it, then run the test again")
    }

    private static func diagnostics(of file: SourceFile, _ code: DiagnosticCode) -> Diagnostics {
        if readingCodes.contains(code) { return SampleReading.diagnostics(of: file) }
        var diagnostics = Diagnostics()
        _ = YAMLLoader.load(file, &diagnostics)
        return diagnostics
    }
}
