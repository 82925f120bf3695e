/// An offset from UTC as ISO 8601 writes it.
enum WrittenOffset {
    /// `+01:00`, with seconds only where an old zone has them: `-00:01:15`.
    static func text(_ offset: Int) -> String {
        let (size, sign) = (abs(offset), offset < 0 ? "-" : "+")
        let minutes = "\(sign)\(padded(size / 3600, to: 2)):\(padded(size / 60 % 60, to: 2))"
        return size % 60 == 0 ? minutes : "\(minutes):\(padded(size % 60, to: 2))"
    }
}
