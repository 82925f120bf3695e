/// Text and the small number that stands for it while rules are evaluated.
struct TextTable: Sendable {
    private(set) var texts: [String]
    private var numbers: [String: Int32]

    /// A table in which these texts have the numbers of their places: the literals of the compiled rules.
    init(_ texts: [String] = []) {
        self.texts = texts
        numbers = Dictionary(
            texts.enumerated().map { ($1.lowercased(), Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a text, given now when it has none; letter case makes no difference.
    mutating func number(of text: String) -> Int32 {
        let key = text.lowercased()
        if let known = numbers[key] { return known }
        let number = Int32(texts.count)
        numbers[key] = number
        texts.append(text)
        return number
    }

    subscript(_ number: Int64) -> String { texts[Int(number)] }
}
