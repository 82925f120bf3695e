/// Lines that begin too far left or right, and dashes where no list item can begin.
struct IndentationMistakes {
    private let scene: SyntaxScene

    /// Looks at the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// A line stands inside a list without being one of its items.
    var outOfList: Diagnostic? {
        let line = scene.problemLine
        let list = scene.line(at: scene.contextAt)
        let listColumn = scene.contextAt - list.bytes.lowerBound
        guard scene.isAtLineStart(scene.at) else { return nil }
        if let mistake = besideBlock(line) { return mistake }
        let item = scene.lineAbove(line) { $0.hasDash && $0.column == listColumn }
        if !line.hasDash, let item, line.colon != nil, let sibling = sibling(of: line, in: item) {
            return tooNear(line, to: sibling)
        }
        if line.hasDash, let item { return dashNotLinedUp(line, with: item) }
        return noDash(line, in: list)
    }

    /// A line stands among settings without being lined up with them.
    var outOfSettings: Diagnostic? {
        let line = scene.problemLine
        guard scene.isAtLineStart(scene.at) else { return nil }
        if let mistake = besideBlock(line) { return mistake }
        let first = scene.line(at: scene.contextAt)
        let column = scene.contextAt - first.bytes.lowerBound
        if line.hasDash { return dashAmongSettings(line, column: column) }
        let sibling = scene.lineAbove(line) { $0.itemColumn == column } ?? first
        if line.column < column { return tooNear(line, to: sibling) }
        if line.column > column { return tooFar(line, below: sibling) }
        return nil
    }

    private func settingInList(_ line: SourceLine, _ owner: SourceLine) -> Diagnostic {
        let name = quoted(owner.text(owner.name))
        let surplus = SyntaxScene.spaces(line.column - owner.itemColumn)
        return scene.mistake(
            .notLinedUp, "this line stands in the list of \(name), but has no dash", line.name,
            note: (owner.name, "the list belongs to this"),
            help: "remove \(surplus) to line it up with \(name), or begin it with a dash if it is an item")
    }

    /// A line that was meant to go on with the text block above, but is not indented far enough.
    func besideBlock(_ line: SourceLine) -> Diagnostic? {
        guard let last = scene.last, last.style == .literal || last.style == .folded, !line.hasDash, line.colon == nil
        else {
            return nil
        }
        guard let above = scene.lineAbove(line), last.bytes.contains(above.contentStart) else { return nil }
        let missing = above.column - line.column
        guard missing > 0 else { return nil }
        let spaces = SyntaxScene.spaces(missing)
        return scene.mistake(
            .badTextBlock, "this line is not indented like the text above, so it is not part of it", line.content,
            note: (above.content, SyntaxScene.starts(after: above.column)),
            help: "add \(spaces) before it",
            fix: scene.fix(
                line.contentStart..<line.contentStart, String(repeating: " ", count: missing), "add \(spaces)"))
    }

    /// A dash where no list item can begin, such as right after `name:`.
    var misplacedDash: Diagnostic {
        let line = scene.problemLine
        guard let colon = line.colon, colon < scene.at else {
            return scene.mistake(
                .misplacedDash, "a list item cannot begin here", scene.at..<scene.at + 1,
                help: "line the dash up with the dashes above")
        }
        let name = line.text(line.name)
        return scene.mistake(
            .misplacedDash, "a list cannot begin on the same line as \(quoted(name))", scene.at..<scene.at + 1,
            help: "move the dash to the next line, indented further than \(quoted(name))")
    }

    /// A line that begins further right than the line above allows, and so would be part of that line's text.
    func tooFar(_ line: SourceLine, below above: SourceLine) -> Diagnostic {
        if let mistake = LineMistakes(scene).noBreakSpace(above) ?? brokenDash(above) { return mistake }
        let name = above.text(above.name)
        let surplus = line.column - above.itemColumn
        let isText = scene.problem.hasPrefix("mapping values") && above.colon != nil
        let reading = isText ? ", so it is read as part of \(quoted(name))" : ""
        return scene.mistake(
            .indentedTooFar, "this line is indented further than the line above\(reading)", line.content,
            label: SyntaxScene.starts(after: line.column),
            note: (above.name, SyntaxScene.starts(after: above.itemColumn)),
            help: "remove \(SyntaxScene.spaces(surplus)) before \(quoted(line.text(line.name)))",
            fix: scene.fix(
                line.contentStart - surplus..<line.contentStart, "", "remove \(SyntaxScene.spaces(surplus))"))
    }

    /// The nearest setting of a list item that a line further left can have been meant to stand beside.
    private func sibling(of line: SourceLine, in item: SourceLine) -> SourceLine? {
        scene.lineAbove(line) { above in
            above.number >= item.number && above.colon != nil && above.itemColumn > line.column
                && above.itemColumn <= line.column + 4
        }
    }

    /// A line that begins further left than the lines it belongs to.
    private func tooNear(_ line: SourceLine, to sibling: SourceLine) -> Diagnostic {
        let missing = sibling.itemColumn - line.column
        guard missing > 0 else { return tooFar(line, below: sibling) }
        let above = scene.lineAbove(line) { $0.itemColumn == sibling.itemColumn } ?? sibling
        return scene.mistake(
            .notLinedUp, "this line is not lined up with the lines it belongs to", line.name,
            label: SyntaxScene.starts(after: line.column),
            note: (above.name, SyntaxScene.starts(after: above.itemColumn)),
            help: "add \(SyntaxScene.spaces(missing)) before \(quoted(line.text(line.name)))",
            fix: scene.fix(
                line.contentStart..<line.contentStart, String(repeating: " ", count: missing),
                "add \(SyntaxScene.spaces(missing))"))
    }

    private func dashNotLinedUp(_ line: SourceLine, with item: SourceLine) -> Diagnostic {
        let difference = item.column - line.column
        let spaces = SyntaxScene.spaces(abs(difference))
        let fix =
            difference > 0
            ? scene.fix(
                line.contentStart..<line.contentStart, String(repeating: " ", count: difference), "add \(spaces)")
            : scene.fix(line.contentStart + difference..<line.contentStart, "", "remove \(spaces)")
        return scene.mistake(
            .notLinedUp, "this dash is not lined up with the list above", line.contentStart..<line.contentStart + 1,
            label: "stands after \(SyntaxScene.spaces(line.column))",
            note: (item.contentStart..<item.contentStart + 1, "stands after \(SyntaxScene.spaces(item.column))"),
            help: "\(difference > 0 ? "add" : "remove") \(spaces) before the dash", fix: fix)
    }

    private func dashAmongSettings(_ line: SourceLine, column: Int) -> Diagnostic {
        let item = scene.lineAbove(line) { $0.hasDash || ($0.itemColumn <= column && $0.column < line.column) }
        if let item, item.hasDash, item.column != line.column { return dashNotLinedUp(line, with: item) }
        let beside = scene.lineAbove(line) { $0.itemColumn == line.column }
        if let mistake = beside.flatMap(brokenDash) { return mistake }
        let list =
            "put the list below the setting it belongs to: its name, a colon, and then the items on their own lines"
        return scene.mistake(
            .misplacedDash, "a list item cannot stand among settings", line.contentStart..<line.contentStart + 1,
            note: beside.map { ($0.name, "this stands beside it and has no dash") },
            help: beside.map { "write '- ' before \(quoted($0.text($0.name))) if it is an item, too; else \(list)" }
                ?? list)
    }

    /// The line reading stopped at was meant as a list item, but its dash is none.
    var brokenDash: Diagnostic? {
        scene.isAtLineStart(scene.at) && scene.problem.hasPrefix("did not find expected")
            ? brokenDash(scene.problemLine) : nil
    }

    /// A line that was meant as a list item: its dash has no space after it, or is another sign.
    private func brokenDash(_ line: SourceLine) -> Diagnostic? {
        guard !line.hasDash, line.contentStart < line.bytes.upperBound else { return nil }
        let sign = scene.characterRange(at: line.contentStart)
        let rest = line.text(sign.upperBound..<line.content.upperBound).drop { $0 == " " }
        switch scene.character(at: line.contentStart) {
        case "-" where !rest.hasPrefix("-") && !rest.isEmpty:
            return scene.mistake(
                .missingDash, "a space is missing after the dash", sign, help: "write - \(rest)",
                fix: scene.fix(sign.upperBound..<sign.upperBound, " ", "add a space"))
        case "–", "—", "•":
            return scene.mistake(
                .missingDash, "this sign begins no list item; a hyphen does", sign, help: "write - \(rest)",
                fix: scene.fix(sign, "-", "write a hyphen"))
        default: return nil
        }
    }

    private func noDash(_ line: SourceLine, in list: SourceLine) -> Diagnostic {
        let owner = scene.lineAbove(list) { $0.itemColumn <= list.column && $0.colon != nil && $0.value.isEmpty }
        if line.colon != nil, let owner, owner.itemColumn < line.column { return settingInList(line, owner) }
        let start = line.contentStart
        return scene.mistake(
            .missingDash, "a dash is missing: this line stands in a list", line.content,
            note: (scene.contextAt..<scene.contextAt + 1, "the list begins here"),
            help: "write - \(line.text(line.content)), or line it up with the setting the list belongs to",
            fix: line.colon == nil ? scene.fix(start..<start, "- ", "add a dash") : nil)
    }
}
