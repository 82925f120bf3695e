import Testing

@testable import RulesEngine

/// How much time a text asks for.
struct AskedTimeTests {
    @Test(arguments: [
        ("Would you have 20 minutes?", "20 minutes", "20 minutes"),
        ("a 20-minute call", "20 minutes", "20-minute"),
        ("twenty minutes", "20 minutes", "twenty minutes"),
        ("forty-five minutes", "45 minutes", "forty-five minutes"),
        ("30mins", "30 minutes", "30mins"),
        ("15 to 20 minutes", "20 minutes", "15 to 20 minutes"),
        ("15–20 minutes", "20 minutes", "15–20 minutes"),
        ("15 - 20 min", "20 minutes", "15 - 20 min"),
        ("ten or fifteen minutes", "15 minutes", "ten or fifteen minutes"),
        ("half an hour", "30 minutes", "half an hour"),
        ("a half-hour chat", "30 minutes", "half-hour"),
        ("a quarter of an hour", "15 minutes", "quarter of an hour"),
        ("an hour", "1 hour", "an hour"),
        ("1 hour", "1 hour", "1 hour"),
        ("In 2019. 20 minutes", "20 minutes", "20 minutes"),
        ("on the 24. 20 minutes", "20 minutes", "20 minutes"),
        ("I read for an hour. Have you 20 minutes? I am free 2 hours on Monday.", "20 minutes", "20 minutes"),
        ("I read for an hour. I ask for 20 minutes.", "20 minutes", "20 minutes"),
        ("Grüße 👋 – 20 minutes?", "20 minutes", "20 minutes"),
    ])
    func found(_ text: String, _ length: String, _ words: String) throws {
        let asked = try #require(AskedTime.find(in: text))
        #expect(asked.length.description == length)
        #expect(String(decoding: Array(text.utf8)[asked.place], as: UTF8.self) == words)
    }

    @Test(arguments: [
        "for 20 years", "0 minutes", "", "a few minutes", "12 hours on the road",
        "hours and minutes", "the 20 of us",
    ])
    func notFound(_ text: String) {
        #expect(AskedTime.find(in: text) == nil)
    }
}
