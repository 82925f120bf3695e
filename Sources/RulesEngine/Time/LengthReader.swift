/// Reads a length in the forms of ``Length/read(_:)``.
struct LengthReader {
    private var scanner: TimeScanner

    /// A reader of a whole text.
    init(_ text: String) {
        scanner = TimeScanner(text)
    }

    /// The whole text as a length.
    mutating func length() throws(WrittenTimeError) -> Length {
        let range = scanner.rest
        guard !range.isEmpty else {
            throw WrittenTimeError("A length is missing here.", help: "Write 20 minutes or 1h30m.", at: range)
        }
        guard scanner.next != "-" else {
            throw WrittenTimeError("A length is not less than nothing.", help: "Leave out the minus.", at: range)
        }
        let seconds = try seconds()
        guard seconds > 0 else {
            throw WrittenTimeError("A length is not nothing.", help: "Write at least 1 minute.", at: range)
        }
        guard seconds <= Length.longest.seconds else {
            throw WrittenTimeError("A length is at most ten years.", help: "Write it in hours: 40 hours.", at: range)
        }
        return Length(seconds: seconds)
    }

    /// The sum of all parts, from hours down to seconds.
    private mutating func seconds() throws(WrittenTimeError) -> Int64 {
        var sum = 0
        var last = Part.none
        repeat {
            let part = try part(after: last)
            guard part.unit < last.unit else { throw wrongOrder(part) }
            sum = sum.addingClamping(part.count.multipliedClamping(by: part.unit))
            last = part
            scanner.skipSpaces()
        } while !scanner.isAtEnd
        return Int64(sum)
    }

    /// A number and what it counts, in seconds.
    private struct Part {
        let count: Int
        let unit: Int
        let range: Range<Int>

        static let none = Part(count: 0, unit: .max, range: 0..<0)
    }

    private mutating func part(after last: Part) throws(WrittenTimeError) -> Part {
        let start = scanner.position
        let digits = scanner.digits()
        guard !digits.isEmpty else { throw notALength() }
        guard !scanner.take(".", ",") else { throw fraction(digits) }
        guard scanner.next != ":" else { throw colon() }
        let number = scanner.position
        scanner.skipSpaces()
        let word = scanner.letters()
        guard !word.isEmpty else { throw unitMissing(start..<number, after: last) }
        guard let unit = Self.unit(scanner.text(word)) else { throw unknownUnit(word, count: scanner.number(digits)) }
        return Part(count: scanner.number(digits), unit: unit, range: start..<scanner.position)
    }

    private static func unit(_ word: String) -> Int? {
        switch word.lowercased() {
        case "h", "hr", "hrs", "hour", "hours": 3600
        case "m", "min", "mins", "minute", "minutes": 60
        case "s", "sec", "secs", "second", "seconds": 1
        default: nil
        }
    }

    private func notALength() -> WrittenTimeError {
        let word = scanner.text(scanner.rest)
        let meant = ["an hour": "1 hour", "half an hour": "30 minutes", "a minute": "1 minute"][word.lowercased()]
        let replacement = scanner.position == scanner.whole.lowerBound ? meant : nil
        return WrittenTimeError(
            "'\(word)' is not a length.", help: "Write \(replacement ?? "20 minutes or 1h30m").", at: scanner.rest,
            replacement: replacement)
    }

    /// `1.5 hours`: the decimals are turned into minutes where that is exact.
    private mutating func fraction(_ whole: Range<Int>) -> WrittenTimeError {
        let decimals = scanner.digits()
        let number = whole.lowerBound..<scanner.position
        scanner.skipSpaces()
        let unit = Self.unit(scanner.text(scanner.letters()))
        let meant = scanner.rest.isEmpty ? unit.flatMap { exactly(whole, decimals, unit: $0) } : nil
        let isAlone = number.lowerBound == scanner.whole.lowerBound
        let replacement = isAlone ? meant?.description : nil
        return WrittenTimeError(
            "A length is written in whole numbers.", help: "Write \(replacement ?? "1 hour 30 minutes").", at: number,
            replacement: replacement)
    }

    private func exactly(_ whole: Range<Int>, _ decimals: Range<Int>, unit: Int) -> Length? {
        let scale = decimals.reduce(1) { scale, _ in scale * 10 }
        guard whole.count <= 5, 1...3 ~= decimals.count else { return nil }
        let thousandths = (scanner.number(whole) * scale + scanner.number(decimals)) * unit
        let seconds = thousandths / scale
        guard thousandths % scale == 0, 1...Length.longest.seconds ~= Int64(seconds) else { return nil }
        return Length(seconds: Int64(seconds))
    }

    private func colon() -> WrittenTimeError {
        WrittenTimeError(
            "'\(scanner.text(scanner.whole))' can be hours and minutes or minutes and seconds.",
            help: "Write 1 hour 30 minutes, or 1h30m.", at: scanner.whole)
    }

    /// `1h15`: after hours come minutes.
    private func unitMissing(_ number: Range<Int>, after last: Part) -> WrittenTimeError {
        let digits = scanner.text(number)
        if last.unit == 3600, scanner.rest.isEmpty, let minutes = Int(digits), 1..<60 ~= minutes,
            1...87648 ~= last.count
        {
            let meant = Length(seconds: Int64(last.count * 3600 + minutes * 60)).description
            return WrittenTimeError(
                "'\(digits)' does not say of what.", help: "Write \(meant).", at: number, replacement: meant)
        }
        let count = Int(digits).map(String.init) ?? digits
        return WrittenTimeError(
            "'\(digits)' does not say of what.", help: "Write \(count) minutes, or \(count) hours.", at: number)
    }

    private func unknownUnit(_ word: Range<Int>, count: Int) -> WrittenTimeError {
        let name = scanner.text(word)
        let isDays = ["d", "day", "days"].contains(name.lowercased()) && 1...3652 ~= count
        return WrittenTimeError(
            "A length is not counted in '\(name)'.",
            help: isDays ? "Write it in hours: \(count * 24) hours." : "Write hours and minutes: 1 hour 30 minutes.",
            at: word)
    }

    private func wrongOrder(_ part: Part) -> WrittenTimeError {
        WrittenTimeError(
            "'\(scanner.text(part.range))' comes too late.", help: "Write hours, then minutes: 1 hour 30 minutes.",
            at: part.range)
    }
}
