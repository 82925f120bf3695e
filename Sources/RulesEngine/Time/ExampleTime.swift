/// The times of examples in a pack, where a clock runs that has nothing to do with today.
///
/// `Mon` to `Sun` are the days of the week that begins on Monday 5 January 2026, and never the days of another week;
/// `day 1` is that Monday.
public enum ExampleTime {
    /// The first day, Monday 5 January 2026.
    public static let firstDay = CalendarDay(number: 20_458)

    /// The highest number that `day N` can have.
    static let lastNumber = 9999

    /// Reads `Mon 10:00`, `day 15 10:00` or a date as ``Moment`` does; without a time it is the whole day.
    public static func read(_ text: String, in zone: Zone) -> Result<Moment, WrittenTimeError> {
        Result { () throws(WrittenTimeError) in
            var reader = ExampleTimeReader(text, zone: zone)
            return try reader.moment()
        }
    }

    /// The moment as an example writes it: a day of the first week by name, a later one by number, others by date.
    public static func written(_ moment: Moment, in zone: Zone) -> String {
        let day = zone.wallTime(at: moment.start).day
        let date = moment.written(in: zone)
        guard let name = name(of: day), date.hasPrefix(day.description) else { return date }
        return name + date.dropFirst(day.description.count)
    }

    /// `Mon` to `Sun`, then `day 8` and so on; nil for a day before the first or with too high a number.
    private static func name(of day: CalendarDay) -> String? {
        let number = Int(day.number) - Int(firstDay.number) + 1
        guard 1...lastNumber ~= number else { return nil }
        return number <= 7 ? day.weekday.shortName : "day \(number)"
    }
}
