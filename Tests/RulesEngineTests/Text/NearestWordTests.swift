import Testing

@testable import RulesEngine

struct NearestWordTests {
    private static let words = [
        "id", "title", "strength", "within", "not_before", "expect", "expect_where", "because", "to", "by", "about",
    ]

    @Test(arguments: [
        ("withn", "within"), ("strenght", "strength"), ("Title", "title"), ("notbefore", "not_before"),
        ("not-before", "not_before"), ("becuase", "because"), ("expcet", "expect"), ("abuot", "about"),
        ("stren", "strength"), ("tilte", "title"),
    ])
    func aSlipFindsTheWord(slip: String, word: String) {
        #expect(nearestWord(to: slip, among: Self.words) == word)
    }

    @Test(arguments: ["", "x", "zzz", "of", "severity", "completely different", String(repeating: "a", count: 100_000)])
    func nothingCloseIsNothing(word: String) {
        #expect(nearestWord(to: word, among: Self.words) == nil)
    }

    @Test(arguments: [
        ("witin", "within", true), ("withni", "within", true), ("shold", "should", true),
        ("meeting.hled", "meeting.held", true),
        ("email.sent", "details.sent", false), ("favor.asked", "fact.asked", false), ("cat", "hat", true),
        ("mon", "monday", false), ("", "a", true), ("", "ab", false),
    ])
    func aSlipIsToldFromAnotherWord(_ written: String, _ right: String, _ isSlip: Bool) {
        #expect(isSurelySlip(written, of: right) == isSlip)
    }

    @Test func theFirstOfEquallyNearWordsWins() {
        #expect(nearestWord(to: "bat", among: ["cat", "hat"]) == "cat")
        #expect(nearestWord(to: "cat", among: [String]()) == nil)
    }
}
