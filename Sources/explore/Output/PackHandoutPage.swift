/// Writes a pack as one HTML page to print: nothing is loaded from elsewhere, and every text stands for itself.
struct PackHandoutPage {
    let handout: PackHandout

    /// The page; it ends with a line break.
    var text: String {
        let title = Markup.escaped(handout.title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(title)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>
            <p>\(Markup.escaped(handout.facts.joined(separator: " · ")))</p>
            </header>
            \(contents)
            <main>
            \(sections.map(\.html).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private struct Section {
        let id: String
        let title: String
        let body: String

        var html: String {
            """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(Markup.escaped(title))</h2>
            \(body)
            </section>
            """
        }
    }

    private var sections: [Section] {
        var sections = handout.chapters.enumerated().map { number, chapter in
            Section(
                id: "chapter-\(number + 1)", title: chapter.title,
                body: chapter.rules.map(article).joined(separator: "\n"))
        }
        sections += handout.parts.map { part in
            Section(id: part.id, title: part.title, body: part.entries.map(article).joined(separator: "\n"))
        }
        if !handout.patterns.isEmpty {
            let body = handout.patterns.map(article).joined(separator: "\n")
            sections.append(Section(id: "patterns", title: "Message patterns", body: body))
        }
        if !handout.disputes.isEmpty {
            let body = handout.disputes.map(article).joined(separator: "\n")
            sections.append(Section(id: "disputes", title: "Where guides differ", body: body))
        }
        if !handout.words.entries.isEmpty {
            let items = handout.words.entries.map {
                "<li>\(Markup.escaped($0.example)): \(Markup.escaped($0.kind.noun))</li>"
            }
            sections.append(Section(id: "words", title: "Words", body: list(items)))
        }
        if !handout.works.isEmpty {
            let items = handout.works.map { work in
                let words = Markup.escaped(work.words)
                return "<li>\(work.link.map { "<a href=\"\(Markup.escaped($0))\">\(words)</a>" } ?? words)</li>"
            }
            sections.append(Section(id: "sources", title: "Sources", body: list(items)))
        }
        return sections
    }

    private var contents: String {
        let items = sections.map { "<li><a href=\"#\($0.id)\">\(Markup.escaped($0.title))</a></li>" }
        return items.isEmpty ? "" : "<nav aria-label=\"Contents\">\n\(list(items))\n</nav>"
    }

    private func list(_ items: [String]) -> String { "<ul>\n\(items.joined(separator: "\n"))\n</ul>" }

    private func article(_ rule: PackHandout.RuleEntry) -> String {
        """
        <article>
        <h3>\(Markup.escaped(rule.title))</h3>
        <p><strong class="\(rule.strength.rawValue)">\(PackHandout.word(rule.strength)).</strong> \
        \(Markup.escaped(rule.sentence))</p>
        \(definitions(rule.remarks))
        </article>
        """
    }

    private func article(_ entry: PackHandout.PartEntry) -> String {
        """
        <article>
        <h3>\(Markup.escaped(entry.title))</h3>
        \(entry.texts.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
        \(definitions(entry.remarks))
        </article>
        """
    }

    private func definitions(_ remarks: [(heading: String, text: String)]) -> String {
        let items = remarks.map { remark in
            "<dt>\(Markup.escaped(remark.heading))</dt>\n<dd>\(Markup.escaped(remark.text))</dd>"
        }
        return items.isEmpty ? "" : "<dl>\n\(items.joined(separator: "\n"))\n</dl>"
    }

    private func article(_ pattern: PackHandout.PatternEntry) -> String {
        let source = pattern.source.map { "<dl>\n<dt>Source</dt>\n<dd>\(Markup.escaped($0))</dd>\n</dl>" } ?? ""
        return """
            <article>
            <h3>\(Markup.escaped(pattern.title))</h3>
            <blockquote>
            \(pattern.texts.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
            </blockquote>
            \(source)
            </article>
            """
    }

    private func article(_ dispute: PackHandout.DisputeEntry) -> String {
        """
        <article>
        <h3>\(Markup.escaped(dispute.question))</h3>
        \(list(dispute.answers.map { "<li>\(Markup.escaped($0))</li>" }))
        \(dispute.because.isEmpty ? "" : "<p>\(Markup.escaped(dispute.because))</p>")
        </article>
        """
    }

    /// Dark letters on white, wide enough apart to read; on paper no rule is cut in two.
    private static let style = """
        @page { margin: 15mm; }
        :root { color-scheme: light; }
        body { font: 16px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: #1a1a1a; background: #fff;
          max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
        h2 { font-size: 1.2rem; margin: 1.6rem 0 .5rem; border-bottom: 1px solid #1a1a1a; break-after: avoid; }
        h3 { font-size: 1rem; margin: 1rem 0 .2rem; break-after: avoid; }
        p { margin: 0 0 .4rem; }
        a { color: #174a6e; }
        dl { display: grid; grid-template-columns: 7rem 1fr; gap: .1rem .6rem; margin: 0; font-size: .9rem; }
        dt { color: #4a4a4a; }
        dd { margin: 0; overflow-wrap: anywhere; }
        article { break-inside: avoid; }
        .must { color: #8c1d18; }
        .should { color: #5b4300; }
        .consider { color: #174a6e; }
        @media print {
          body { font-size: 10.5pt; margin: 0; padding: 0; max-width: none; }
          nav { display: none; }
          a { color: inherit; text-decoration: none; }
          #sources + ul a::after { content: " (" attr(href) ")"; }
        }
        """
}
