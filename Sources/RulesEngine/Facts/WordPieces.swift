/// The pieces of `KIND with NAME, NAME and NAME`, each with its place in the text in Unicode scalars.
struct WordPieces {
    /// One piece of the text.
    struct Piece {
        let text: String
        let characters: Range<Int>
    }

    /// What stands before `with`.
    let beforeWith: Piece
    /// The names after it.
    let names: [Piece]

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        guard let with = Self.firstPlace(of: " with ", in: scalars, from: 0) else {
            beforeWith = Self.trimmed(scalars, 0..<scalars.count)
            names = []
            return
        }
        beforeWith = Self.trimmed(scalars, 0..<with)
        names = Self.split(scalars, from: with + 6)
    }

    private static func split(_ scalars: [Unicode.Scalar], from start: Int) -> [Piece] {
        var pieces: [Piece] = []
        var begin = start
        while begin <= scalars.count {
            let comma = firstPlace(of: ",", in: scalars, from: begin).map { ($0, 1) }
            let and = firstPlace(of: " and ", in: scalars, from: begin).map { ($0, 5) }
            let cut = [comma, and].compactMap { $0 }.min { $0.0 < $1.0 }
            let piece = trimmed(scalars, begin..<(cut?.0 ?? scalars.count))
            if !piece.text.isEmpty { pieces.append(piece) }
            guard let cut else { break }
            begin = cut.0 + cut.1
        }
        return pieces
    }

    private static func firstPlace(of text: String, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        let wanted = Array(text.unicodeScalars)
        guard scalars.count >= start + wanted.count else { return nil }
        return (start...(scalars.count - wanted.count)).first { place in
            wanted.indices.allSatisfy { scalars[place + $0] == wanted[$0] }
        }
    }

    private static func trimmed(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Piece {
        var range = range
        while let first = range.first, scalars[first] == " " { range = (first + 1)..<range.upperBound }
        while let last = range.last, scalars[last] == " " { range = range.lowerBound..<last }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return Piece(text: String(text), characters: range)
    }
}
