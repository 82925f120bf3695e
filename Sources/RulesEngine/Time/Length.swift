/// How long something lasts, exactly: `26 minutes`, `1 hour 30 minutes`.
public struct Length: Comparable, Hashable, Sendable, CustomStringConvertible {
    /// Ten years, the longest there is: 3652 days.
    public static let longest = Length(seconds: 3652 * 86_400)

    /// The number of seconds, from 1 to those of ``longest`` when it was read.
    public let seconds: Int64

    /// A length of so many seconds.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Reads `20 minutes`, `26m`, `1h30m`, `1 hour 30 minutes`, `90 min`.
    ///
    /// Nothing, less than nothing and more than ten years are errors, as are days, which are not equally long.
    public static func read(_ text: String) -> Result<Length, WrittenTimeError> {
        Result { () throws(WrittenTimeError) in
            var reader = LengthReader(text)
            return try reader.length()
        }
    }

    /// The length as it is written: `1 hour 30 minutes`, with seconds only when there are some.
    public var description: String {
        let size = seconds.magnitude
        let parts = [(size / 3600, "hour"), (size / 60 % 60, "minute"), (size % 60, "second")]
        let written = parts.filter { $0.0 > 0 }.map { count, unit in "\(count) \(unit)\(count == 1 ? "" : "s")" }
        return (seconds < 0 ? "-" : "") + (written.isEmpty ? "0 minutes" : written.joined(separator: " "))
    }

    /// Whether `left` is shorter than `right`.
    public static func < (left: Length, right: Length) -> Bool {
        left.seconds < right.seconds
    }
}
