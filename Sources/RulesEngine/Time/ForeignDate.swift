/// A date in another form than `2026-11-20`, recognised so that the right form can be shown.
struct ForeignDate {
    /// Where it stands.
    let range: Range<Int>

    /// The days it may mean: none when the year is too short to tell, two when day and month could be either.
    let days: [CalendarDay]

    /// The date that begins at the scanner's position, or nil when nothing like a date does.
    init?(at scanner: TimeScanner) {
        guard let found = Self.numeric(scanner) ?? Self.named(scanner) else { return nil }
        self = found
    }

    private init(range: Range<Int>, days: [CalendarDay?]) {
        self.range = range
        let found = days.compactMap { $0 }
        self.days = found.first == found.last ? Array(found.prefix(1)) : found
    }

    /// `20/11/2026`, `20.11.2026`, `2026/11/20`, `2026-1-5`.
    private static func numeric(_ start: TimeScanner) -> ForeignDate? {
        var scanner = start
        let first = scanner.digits()
        let isDotted = scanner.next == "."
        guard !first.isEmpty, scanner.take("/", ".", "-") else { return nil }
        let second = scanner.digits()
        guard !second.isEmpty, scanner.take("/", ".", "-") else { return nil }
        let third = scanner.digits()
        guard !third.isEmpty, first.count <= 4, second.count <= 2, third.count <= (first.count == 4 ? 2 : 4) else {
            return nil
        }
        let range = start.position..<scanner.position
        let (a, b, c) = (scanner.number(first), scanner.number(second), scanner.number(third))
        if first.count == 4 { return .init(range: range, days: [CalendarDay(year: a, month: b, day: c)]) }
        guard third.count == 4 else { return .init(range: range, days: []) }
        let dayFirst = CalendarDay(year: c, month: b, day: a)
        let monthFirst = isDotted ? nil : CalendarDay(year: c, month: a, day: b)
        return .init(range: range, days: [dayFirst, monthFirst])
    }

    /// `20 November 2026`, `Nov 20, 2026`; without a year no day is certain.
    private static func named(_ start: TimeScanner) -> ForeignDate? {
        var scanner = start
        let dayFirst = dayOfMonth(&scanner)
        scanner.skipSpaces()
        guard let month = MonthName.month(named: scanner.text(scanner.letters())) else { return nil }
        guard let day = dayFirst ?? dayAfterMonth(&scanner) else { return nil }
        let range = start.position..<scanner.position
        guard let year = yearAfter(&scanner) else { return .init(range: range, days: []) }
        let date = CalendarDay(year: year, month: month, day: day)
        return .init(range: start.position..<scanner.position, days: [date])
    }

    private static func dayAfterMonth(_ scanner: inout TimeScanner) -> Int? {
        scanner.skipSpaces()
        return dayOfMonth(&scanner)
    }

    /// The year after a day and month, with or without a comma between them.
    private static func yearAfter(_ scanner: inout TimeScanner) -> Int? {
        _ = scanner.take(",")
        scanner.skipSpaces()
        let year = scanner.digits()
        return year.count == 4 ? scanner.number(year) : nil
    }

    /// `20`, `20th` or `20.`; nil, without a step, when there is no such number.
    private static func dayOfMonth(_ scanner: inout TimeScanner) -> Int? {
        let start = scanner
        let digits = scanner.digits()
        guard 1...2 ~= digits.count, 1...31 ~= scanner.number(digits) else {
            scanner = start
            return nil
        }
        let number = scanner.number(digits)
        if !scanner.take(".") { takeOrdinal(&scanner) }
        return number
    }

    private static func takeOrdinal(_ scanner: inout TimeScanner) {
        var after = scanner
        guard ["st", "nd", "rd", "th"].contains(after.text(after.letters()).lowercased()) else { return }
        scanner = after
    }
}
