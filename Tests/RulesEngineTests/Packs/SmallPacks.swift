import Foundation
import TestSupport

@testable import RulesEngine

/// Packs in memory for the tests of this folder, beside the shipped vocabulary.
enum SmallPacks {
    /// The shipped words.
    static func career() throws -> PackFiles {
        try PackFiles(folder: ProjectFiles.root.appendingPathComponent("Rules/career").path)
    }

    /// A pack called `id` with one file of rules and, after the usual lines, more of its own page.
    static func pack(_ id: String, rules: String, page: String = "") -> PackFiles {
        let head = """
            id: \(id)
            version: 1.0.0
            title: A small pack
            engine: 1
            sources:
              - work: guide
                title: A guide
            files:
              - rules/a.yaml

            """
        return PackFiles(
            name: id,
            files: [
                "pack.yaml": SourceFile(name: "\(id)/pack.yaml", text: head + page),
                "rules/a.yaml": SourceFile(name: "\(id)/rules/a.yaml", text: rules),
            ])
    }

    /// A follow-up rule with a deadline of 24 hours.
    static let thanks = """
        rules:
          - id: thanks
            title: Thank people
            strength: must
            after: meeting.held
            expect: thank_you.sent
            to: same person
            within: 24 hours
            because: They gave you their time.
            source:
              work: guide

        """

    /// The day of most tests: 20 November 2026.
    static let today = CalendarDay(year: 2026, month: 11, day: 20)
}
