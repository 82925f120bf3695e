/// A date in another form than `2026-11-20`, recognised so that it can be read or the right form be shown.
struct ForeignDate {
    /// Where it stands.
    let range: Range<Int>

    /// What it may mean: two when day and month could be either.
    let readings: [Reading]

    /// A day and month, with the year when one is written. The day may be one its month does not have.
    struct Reading: Hashable {
        let year: Int?
        let month: Int
        let day: Int

        /// The day itself; nil without a year, and when there is none.
        var calendarDay: CalendarDay? { year.flatMap { CalendarDay(year: $0, month: month, day: day) } }
    }

    /// The date that begins at the scanner's position, or nil when nothing like a date does.
    init?(at scanner: TimeScanner) {
        guard let found = Self.numeric(scanner) ?? Self.short(scanner) ?? Self.named(scanner) else { return nil }
        self = found
    }

    private init(range: Range<Int>, readings: [Reading]) {
        self.range = range
        var seen: Set<Reading> = []
        self.readings = readings.filter {
            1...12 ~= $0.month && 1...31 ~= $0.day && seen.insert($0).inserted
        }
    }

    /// The days of the years that are written: none when the year is missing, two when day and month could be either.
    var days: [CalendarDay] { readings.compactMap(\.calendarDay) }

    /// `20/11/2026`, `20.11.2026`, `2026/11/20`, `2026-1-5`, `20.11.26`.
    private static func numeric(_ start: TimeScanner) -> ForeignDate? {
        var scanner = start
        let first = scanner.digits()
        let isDotted = scanner.next == "."
        guard !first.isEmpty, scanner.take("/", ".", "-") else { return nil }
        let second = scanner.digits()
        guard !second.isEmpty, scanner.take("/", ".", "-") else { return nil }
        let third = scanner.digits()
        guard first.count <= 4, second.count <= 2,
            first.count == 4 ? 1...2 ~= third.count : [2, 4].contains(third.count)
        else { return nil }
        let range = start.position..<scanner.position
        let (a, b, c) = (scanner.number(first), scanner.number(second), scanner.number(third))
        if first.count == 4 { return .init(range: range, readings: [Reading(year: a, month: b, day: c)]) }
        let year = third.count == 4 ? c : 2000 + c
        let dayFirst = Reading(year: year, month: b, day: a)
        return .init(range: range, readings: isDotted ? [dayFirst] : [dayFirst, Reading(year: year, month: a, day: b)])
    }

    /// `11/20`, and `20.11.`, which without its last dot could be many other things.
    private static func short(_ start: TimeScanner) -> ForeignDate? {
        var scanner = start
        let first = scanner.digits()
        let isDotted = scanner.next == "."
        guard 1...2 ~= first.count, scanner.take("/", ".") else { return nil }
        let second = scanner.digits()
        guard 1...2 ~= second.count, !isDotted || scanner.take(".") else { return nil }
        let (a, b) = (scanner.number(first), scanner.number(second))
        let dayFirst = Reading(year: nil, month: b, day: a)
        let found = ForeignDate(
            range: start.position..<scanner.position,
            readings: isDotted ? [dayFirst] : [dayFirst, Reading(year: nil, month: a, day: b)])
        return found.readings.isEmpty ? nil : found
    }

    /// `20 November 2026`, `Nov 20, 2026`, `20th of November`.
    private static func named(_ start: TimeScanner) -> ForeignDate? {
        var scanner = start
        let dayFirst = dayOfMonth(&scanner)
        scanner.skipSpaces()
        if dayFirst != nil { takeOf(&scanner) }
        guard let month = MonthName.month(named: scanner.text(scanner.letters())) else { return nil }
        guard let day = dayFirst ?? dayAfterMonth(&scanner) else { return nil }
        let range = start.position..<scanner.position
        guard let year = yearAfter(&scanner) else {
            return .init(range: range, readings: [Reading(year: nil, month: month, day: day)])
        }
        let whole = start.position..<scanner.position
        return .init(range: whole, readings: [Reading(year: year, month: month, day: day)])
    }

    private static func takeOf(_ scanner: inout TimeScanner) {
        var after = scanner
        guard after.text(after.letters()).lowercased() == "of", after.skipSpaces() else { return }
        scanner = after
    }

    private static func dayAfterMonth(_ scanner: inout TimeScanner) -> Int? {
        _ = scanner.take(".")
        scanner.skipSpaces()
        return dayOfMonth(&scanner)
    }

    /// The year after a day and month, with or without a comma between them.
    private static func yearAfter(_ scanner: inout TimeScanner) -> Int? {
        scanner.skipSpaces()
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
        if !scanner.take(".") { scanner.takeOrdinal() }
        return number
    }
}

extension TimeScanner {
    /// Steps over `st`, `nd`, `rd` or `th`; false when there is none.
    @discardableResult
    mutating func takeOrdinal() -> Bool {
        var after = self
        guard ["st", "nd", "rd", "th"].contains(after.text(after.letters()).lowercased()) else { return false }
        self = after
        return true
    }
}
