/// The candidate a person most probably meant by `word`, or nil when none is close.
///
/// Case, `_`, `-` and blanks do not count. Two neighbours swapped are one slip, as is a letter too many, too few or
/// wrong; one slip is allowed for every three letters. Of equally near candidates the first wins.
package func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = plainLetters(of: word)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in candidates {
        let letters = plainLetters(of: candidate)
        let limit = min(best.map { $0.distance - 1 } ?? .max, allowedSlips(wanted.count, letters.count))
        guard limit >= 0, abs(letters.count - wanted.count) <= limit else { continue }
        let distance = slips(from: wanted, to: letters)
        if distance <= limit { best = (candidate, distance) }
    }
    return best?.word ?? longerWord(startingWith: wanted, among: candidates)
}

/// Whether a word is so near another that it can only be a slip: one letter too many, too few, wrong or swapped, or two
/// of them when the words begin with the same three letters and have six at least.
package func isSurelySlip(_ word: String, of right: String) -> Bool {
    let (written, meant) = (plainLetters(of: word), plainLetters(of: right))
    guard written.count <= 64, meant.count <= 64 else { return false }
    let isLong = min(written.count, meant.count) >= 6 && written.prefix(3) == meant.prefix(3)
    return slips(from: written, to: meant) <= (isLong ? 2 : 1)
}

/// The only candidate that begins with what was written, when at least three letters were.
private func longerWord(startingWith letters: [Unicode.Scalar], among candidates: some Sequence<String>) -> String? {
    guard letters.count >= 3 else { return nil }
    let longer = candidates.filter { plainLetters(of: $0).starts(with: letters) }
    return longer.count == 1 ? longer.first : nil
}

private func allowedSlips(_ left: Int, _ right: Int) -> Int {
    let longer = max(left, right)
    return longer <= 2 ? 0 : max(1, longer / 3)
}

/// How many slips apart two words are, as ``nearestWord(to:among:)`` counts them.
package func slips(between left: String, and right: String) -> Int {
    slips(from: plainLetters(of: left), to: plainLetters(of: right))
}

private func plainLetters(of word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " }
}

/// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
private func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let same = left[row] == right[column]
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
            let swapped = row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
            if swapped { cost = min(cost, beforeLast[column - 1] + 1) }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}
