/// The part of a source line that is shown, cut around a place when the line is long.
struct LineWindow {
    private let line: [Unicode.Scalar]
    private let cut: Range<Int>

    /// Shows the scalars in `cut` of a line.
    init(line: [Unicode.Scalar], cut: Range<Int>) {
        self.line = line
        self.cut = cut
    }

    /// Shows as much of a line as is `widest` columns, with `place` in its first half.
    init(_ line: [Unicode.Scalar], around place: Int, widest: Int) {
        let place = min(max(place, 0), line.count)
        var start = 0
        if Self.width(of: line[...]) > widest {
            var room = widest / 3
            start = place
            while start > 0, room >= SafeText.width(line[start - 1]) {
                room -= SafeText.width(line[start - 1])
                start -= 1
            }
        }
        var end = start
        var width = 0
        while end < line.count, width + SafeText.width(line[end]) <= widest {
            width += SafeText.width(line[end])
            end += 1
        }
        self.init(line: line, cut: start..<end)
    }

    /// The text to print, with `…` where something is left out.
    var shown: String {
        (cut.lowerBound > 0 ? "…" : "") + line[cut].map(SafeText.shown).joined()
            + (cut.upperBound < line.count ? "…" : "")
    }

    /// The printed columns of some scalars of the line, from 0; nil when they are cut away.
    func columns(of scalars: Range<Int>) -> Range<Int>? {
        guard scalars.lowerBound >= cut.lowerBound, scalars.lowerBound <= cut.upperBound else { return nil }
        let shift = cut.lowerBound > 0 ? 1 : 0
        let first = min(scalars.lowerBound, line.count)
        let last = max(first, min(scalars.upperBound, cut.upperBound))
        let start = shift + Self.width(of: line[cut.lowerBound..<first])
        return start..<start + Self.width(of: line[first..<last])
    }

    private static func width(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + SafeText.width($1) }
    }
}
