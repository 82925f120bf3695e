/// Numbers in words, as people write small ones.
enum NumberWord {
    private static let values = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twelve": 12,
    ]

    /// The number a word means, in any case; nil for another word.
    static func value(of word: String) -> Int? { values[word.lowercased()] }
}
