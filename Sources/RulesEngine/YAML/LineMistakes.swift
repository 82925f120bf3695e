/// Mistakes that spoil a whole line, whatever libyaml says about it.
struct LineMistakes {
    private let scene: SyntaxScene

    /// Looks at the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// A line git leaves behind when two people changed the same place, anywhere in the file.
    var conflict: Diagnostic? {
        let number = (1...max(1, scene.lineCount)).first { isConflict(scene.line($0)) }
        guard let line = number.map(scene.line(_:)) else { return nil }
        return scene.mistake(
            .unresolvedConflict, "two versions of this file were merged and not yet put together", line.bytes,
            help: "keep the lines you want and remove the lines that begin with <<<<<<<, ======= and >>>>>>>")
    }

    private func isConflict(_ line: SourceLine) -> Bool {
        guard let sign = line.file.bytes[line.bytes].first, "<=>".utf8.contains(sign) else { return false }
        return line.bytes.count >= 7 && line.file.bytes[line.bytes].prefix(7).allSatisfy { $0 == sign }
    }

    /// A space that is not an ordinary one in the indentation, after the dash or after the colon.
    func noBreakSpace(_ line: SourceLine) -> Diagnostic? {
        var candidates = [line.contentStart, line.itemStart]
        candidates += line.bytes.filter { line.file.bytes[$0] == UInt8(ascii: ":") }.map { $0 + 1 }
        for offset in candidates {
            guard let scalar = scene.character(at: offset).unicodeScalars.first?.value else { continue }
            guard case .blank(let name)? = InvisibleCharacter(scalar) else { continue }
            return InvisibleCharacter.mistake(name, at: scene.range(blanks(from: offset)))
        }
        return nil
    }

    /// The special spaces that stand together from an offset on.
    private func blanks(from offset: Int) -> Range<Int> {
        var end = offset
        while let scalar = scene.character(at: end).unicodeScalars.first?.value,
            case .blank? = InvisibleCharacter(scalar)
        { end = scene.characterRange(at: end).upperBound }
        return offset..<end
    }

    /// A Tab where only spaces may stand.
    func tab() -> Diagnostic? {
        let line = scene.problemLine
        if line.hasTab, !line.isSilent { return tabIndentation(line) }
        guard scene.at < scene.file.bytes.count, scene.file.bytes[scene.at] == 0x09 else { return nil }
        return scene.mistake(
            .tabIndentation, "a Tab is used where only a space may stand", scene.at..<scene.at + 1,
            help: "replace it with 1 space", fix: scene.fix(scene.at..<scene.at + 1, " ", "replace it with 1 space"))
    }

    private func tabIndentation(_ line: SourceLine) -> Diagnostic {
        let count = usualIndentation(of: line)
        let step = count == 0 ? "remove it" : "replace it with \(SyntaxScene.spaces(count))"
        let range = line.bytes.lowerBound..<line.contentStart
        let others = (line.number + 1..<max(line.number + 1, scene.lineCount + 1)).count { number in
            let other = scene.line(number)
            return other.hasTab && !other.isSilent
        }
        let more = others == 0 ? "" : others == 1 ? " (here and on 1 more line)" : " (here and on \(others) more lines)"
        return scene.mistake(
            .tabIndentation, "a Tab is used for indentation\(more)", range,
            help: step + " (most editors: \"Convert indentation to spaces\")",
            fix: scene.fix(range, String(repeating: " ", count: count), step))
    }

    /// The spaces a line would have: those of other lines of its name; else those of the line above, or two more when
    /// that line opens a group.
    private func usualIndentation(of line: SourceLine) -> Int {
        if let other = UsualPlaces(scene.table).other(than: line), other.place.hasDash == line.hasDash {
            return other.place.column
        }
        guard let above = scene.lineAbove(line, where: { !$0.hasTab }) else { return 0 }
        let opens = above.colon != nil && (above.value.isEmpty || above.opensTextBlock)
        return line.hasDash && above.hasDash ? above.column : above.itemColumn + (opens ? 2 : 0)
    }
}
