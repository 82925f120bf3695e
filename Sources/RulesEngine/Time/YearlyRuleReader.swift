/// Reads a POSIX TZ rule: `CET-1CEST,M3.5.0,M10.5.0/3`, `<-02>2<-01>,M3.5.0/-1,M10.5.0/0`, `EST5`.
struct YearlyRuleReader {
    private let text: ArraySlice<UInt8>
    private var rest: ArraySlice<UInt8>

    /// A reader at the first of `text`.
    init(text: ArraySlice<UInt8>) {
        self.text = text
        rest = text
    }

    /// The whole text as a rule.
    mutating func rule() throws(ZoneError) -> YearlyRule {
        try name()
        let standard = try offset()
        guard !rest.isEmpty else { return YearlyRule(standard: standard, summer: nil) }
        try name()
        let summer = rest.first == UInt8(ascii: ",") ? standard + 3600 : try offset()
        guard abs(summer) < 86_400 else { throw unreadable }
        let (start, end) = (try change(), try change())
        guard rest.isEmpty else { throw unreadable }
        return YearlyRule(standard: standard, summer: .init(offset: summer, start: start, end: end))
    }

    /// Skips the abbreviation of a time: three letters or more, or anything of that kind in `<>`.
    private mutating func name() throws(ZoneError) {
        let isQuoted = take("<")
        let length = rest.prefix { isQuoted ? $0 != UInt8(ascii: ">") : Self.isLetter($0) }.count
        guard length >= 3 else { throw unreadable }
        rest = rest.dropFirst(length)
        guard !isQuoted || take(">") else { throw unreadable }
    }

    /// An offset, which POSIX counts west of UTC; here it is turned to count east.
    private mutating func offset() throws(ZoneError) -> Int32 {
        let west = try time(hours: 0...24)
        guard abs(west) < 86_400 else { throw unreadable }
        return Int32(-west)
    }

    /// `,M3.5.0/2`: the day and, unless it is 02:00, the time.
    private mutating func change() throws(ZoneError) -> YearlyChange {
        guard take(",") else { throw unreadable }
        let day = try day()
        return YearlyChange(day: day, second: take("/") ? try time(hours: 0...167) : 7200)
    }

    private mutating func day() throws(ZoneError) -> YearlyChange.Day {
        if take("J") { return .ofCommonYear(try number(1...365)) }
        guard take("M") else { return .ofYear(try number(0...365)) }
        let month = try number(1...12)
        guard take(".") else { throw unreadable }
        let week = try number(1...5)
        guard take(".") else { throw unreadable }
        return .ofMonth(month, week: week, weekday: try number(0...6))
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    private mutating func time(hours: ClosedRange<Int>) throws(ZoneError) -> Int {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        var seconds = try number(hours) * 3600
        if take(":") { seconds += try number(0...59) * 60 }
        if take(":") { seconds += try number(0...59) }
        return isNegative ? -seconds : seconds
    }

    private mutating func number(_ range: ClosedRange<Int>) throws(ZoneError) -> Int {
        let digits = rest.prefix { 48...57 ~= $0 }
        guard 1...3 ~= digits.count else { throw unreadable }
        rest = rest.dropFirst(digits.count)
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard range ~= number else { throw unreadable }
        return number
    }

    private mutating func take(_ character: Character) -> Bool {
        guard let first = rest.first, first == character.asciiValue else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        65...90 ~= byte || 97...122 ~= byte
    }

    private var unreadable: ZoneError {
        .unreadableRule(String(decoding: text, as: UTF8.self))
    }
}
