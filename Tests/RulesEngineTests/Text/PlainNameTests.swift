import Testing

@testable import RulesEngine

/// Names that stand in files, commands and logs as they are.
struct PlainNameTests {
    @Test(arguments: [
        ("north-campus", true), ("3b7", true), ("Thank people", false), ("zürich", false), ("a_b", false), ("", false),
    ])
    func idsHaveSmallLettersDigitsAndHyphens(_ text: String, _ isID: Bool) {
        #expect(PlainName.isID(text) == isID)
        #expect(!isID || PlainName.id(from: text) == text)
    }

    @Test(arguments: [
        ("meeting.held", true), ("thank_you.sent", true), ("Confirmation Sent", false), ("meeting", false),
        ("a.b.c", false), (".held", false), ("meeting.", false), ("job-fair.visited", false),
    ])
    func kindsHaveTwoWordsAndADot(_ text: String, _ isKind: Bool) {
        #expect(PlainName.isKind(text) == isKind)
        #expect(!isKind || PlainName.kind(from: text) == text)
    }

    @Test func theNearestNameIsOffered() {
        #expect(PlainName.id(from: "Thank people fast!") == "thank-people-fast")
        #expect(PlainName.id(from: "…") == nil)
        #expect(PlainName.kind(from: "Thank You Sent") == "thank_you.sent")
        #expect(PlainName.kind(from: "visited") == nil)
    }

    @Test(arguments: [
        ("id: thanks", "id: Thank people fast!", "such as: thank-people-fast"),
        ("because:", "reason:", "did you mean 'because'?"), ("strength:", "severity:", "did you mean 'strength'?"),
    ])
    func aRuleSaysWhatToWrite(_ good: String, _ bad: String, _ help: String) throws {
        var diagnostics = Diagnostics()
        _ = PackLoader.load(
            [try SmallPacks.career(), SmallPacks.pack("small", rules: SmallPacks.thanks.replacing(good, with: bad))],
            &diagnostics)
        #expect(diagnostics.all.contains { $0.help?.contains(help) == true }, "\(diagnostics.all.map(\.message))")
    }
}
