/// A time of day as somebody wrote it.
struct WrittenClock {
    /// Seconds since 00:00.
    let second: Int

    /// Where it stands.
    let range: Range<Int>

    /// The form it has.
    let form: Form

    /// The forms of a time of day that are understood.
    enum Form {
        /// `9:30`, `15:00:30`: the form that every reader takes.
        case colons
        /// `9.30`.
        case dots
        /// `3pm`, `3:30 pm`.
        case halfDay
    }

    /// The time as it should be written: `09:30`.
    var text: String {
        let minutes = "\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2))"
        return second % 60 == 0 ? minutes : "\(minutes):\(padded(second % 60, to: 2))"
    }

    /// What the wall shows on a day at this time.
    func wall(on day: CalendarDay) -> WallTime {
        WallTime(day: day, secondOfDay: Int32(second))
    }
}
