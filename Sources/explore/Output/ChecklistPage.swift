import Checklists

/// Writes checklists as one HTML page to print: nothing is loaded from elsewhere, and it fits A4 and Letter.
struct ChecklistPage {
    let checklists: [Checklist]
    /// What is said beneath the title of one; nil for nothing.
    let remark: (Checklist) -> String?
    /// When it was made, for the foot of the page.
    let made: String

    /// The page; it ends with a line break.
    var text: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Markup.escaped(checklists.first?.title ?? "Checklist"))</title>
        <style>
        \(Self.style)
        @media print { body { font-size: \(printSize)px; } }
        </style>
        </head>
        <body>
        <main>
        \(checklists.enumerated().map { list($0.element, number: $0.offset) }.joined(separator: "\n"))
        </main>
        <footer>Made with explore, \(Markup.escaped(made)). Ticked boxes are proven by the log or were ticked by hand.</footer>
        </body>
        </html>

        """
    }

    private func list(_ checklist: Checklist, number: Int) -> String {
        let sections = checklist.sections.map { section($0, "l\(number)-") }.joined(separator: "\n")
        let doubts = checklist.openQuestions.map { "Items with ? depend on: \($0)" }
        let remarks = ([remark(checklist)].compactMap(\.self) + doubts).map {
            "<p class=\"remark\">\(Markup.escaped($0))</p>"
        }
        return """
            <h1>\(Markup.escaped(checklist.title.sentence))</h1>
            \(remarks.joined(separator: "\n"))
            <div class="phases">
            \(sections)
            </div>
            """
    }

    private func section(_ section: Checklist.Section, _ prefix: String) -> String {
        let id = prefix + section.phase.rawValue.replacing(" ", with: "-")
        return """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(section.phase.heading)</h2>
            <ul>
            \(section.items.map { item($0, prefix) }.joined(separator: "\n"))
            </ul>
            </section>
            """
    }

    private func item(_ item: Checklist.Item, _ prefix: String) -> String {
        let id = Markup.escaped(prefix + item.id)
        let remark = item.remark.map { " <small>\(Markup.escaped($0))</small>" } ?? ""
        let doubt = item.isUncertain && !item.isDone ? "<span title=\"perhaps\">?</span> " : ""
        return """
            <li><input type="checkbox" id="\(id)"\(item.isDone ? " checked" : "")>\
            <label for="\(id)">\(doubt)\(Markup.escaped(item.text))\(remark)</label></li>
            """
    }

    // MARK: One page

    /// The largest size of print, in pixels, at which everything is likely to stand on one page.
    private var printSize: Int { (8...12).reversed().first { height(at: $0) <= Self.room } ?? 8 }

    /// The height of both columns of the smaller paper, Letter, without margins, title and foot.
    private static let room = 2 * 850

    /// About how high everything is at a size of print.
    private func height(at size: Int) -> Int {
        let letters = 545 / size
        let sections = checklists.flatMap(\.sections)
        let lines = sections.flatMap(\.items).map { item in
            1 + item.text.count / letters + (item.remark.map { 1 + $0.count / letters } ?? 0)
        }
        let lineHeight = size * 5 / 4
        return lines.reduce(0, +) * lineHeight + lines.count * 4 + sections.count * 3 * lineHeight
            + checklists.flatMap(\.openQuestions).count * 3 * lineHeight + (checklists.count - 1) * 5 * lineHeight
    }

    private static let style = """
        @page { margin: 12mm; }
        :root { color-scheme: light; }
        body { font: 15px/1.35 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: #1a1a1a; background: #fff;
          max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; }
        h1 { font-size: 1.35rem; margin: 0 0 .6rem; border-bottom: 2px solid #1a1a1a; padding-bottom: .3rem; }
        h2 { font-size: 1rem; margin: 0 0 .35rem; color: #174a6e; break-after: avoid; }
        .phases { column-count: 2; column-gap: 2rem; }
        section { margin-bottom: .8rem; }
        ul { list-style: none; margin: 0; padding: 0; }
        li { display: flex; gap: .5rem; margin: 0 0 .38rem; break-inside: avoid; }
        input { flex: none; width: 1rem; height: 1rem; margin: .15rem 0 0; accent-color: #174a6e; }
        small { color: #4a4a4a; display: block; }
        .remark { font-size: .9rem; margin: 0 0 .6rem; }
        footer { font-size: .75rem; color: #4a4a4a; margin-top: .6rem; border-top: 1px solid #999; padding-top: .3rem; }
        @media (max-width: 40rem) { .phases { column-count: 1; } }
        @media print {
          body { line-height: 1.25; margin: 0; padding: 0; max-width: none; }
          .phases { column-count: 2; }
          li { margin-bottom: .26rem; }
        }
        """
}

extension String {
    /// The text as it begins a sentence.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
