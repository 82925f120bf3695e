/// The English names of the months.
enum MonthName {
    /// The whole names, January first.
    static let all = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// A month's name in three letters; `month` is 1 to 12.
    static func short(_ month: Int) -> String {
        String(all[month - 1].prefix(3))
    }

    /// The month, 1 to 12, that a word names, whole or by its first three letters, in any case; else nil.
    static func month(named word: String) -> Int? {
        let word = word.lowercased()
        let index = all.firstIndex { name in
            let name = name.lowercased()
            return word == name || word == name.prefix(3) || (name == "september" && word == "sept")
        }
        return index.map { $0 + 1 }
    }
}
