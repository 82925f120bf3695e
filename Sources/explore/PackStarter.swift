import RulesEngine

/// The first files of a new pack: short, commented, and in order as they are.
struct PackStarter {
    /// The pack's id.
    let id: String
    /// Its name for people.
    let title: String
    /// The day it is made; the review is due a year later.
    let today: CalendarDay

    /// Every file by its path in the pack, in the order it is read in.
    var files: [(path: String, text: String)] {
        [("pack.yaml", page), ("rules/first.yaml", Self.rules)]
    }

    /// The id a folder's name gives: small letters, digits and hyphens; nil when nothing of it can be used.
    static func id(fromFolder folder: String) -> String? {
        let name = folder.split(separator: "/").last.map(String.init) ?? ""
        return PlainName.id(from: PlainLetters.of(name))
    }

    /// The title an id gives: `north-campus` → `Advice of North campus`.
    static func title(fromID id: String) -> String {
        let words = id.replacing("-", with: " ")
        return "Advice of " + words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A text between single quotes, as the notation wants it.
    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    private var page: String {
        """
        # This page says what your pack is. Lines that begin with # are for you; the program skips them.
        id: \(id)
        version: 0.1.0
        title: \(Self.quoted(title))
        publisher: ''
        language: en
        licence: CC-BY-4.0
        engine: 1

        # The packs yours builds on. 'career' holds the words: meetings, requests, thank-you notes and the rest.
        needs: [career]

        # By this day somebody should read the advice again; from then on 'explore pack check' says so.
        review_by: \(today.adding(days: 365))

        # What your rules cite: books, pages, talks, or your own experience. 'work' is the short name rules use.
        sources:
          - work: our-experience
            title: What we have seen work

        # Every other file of the pack. A file that is not listed here is not read.
        files:
          - rules/first.yaml

        """
    }
}

extension PackStarter {
    /// The first file of rules: two rules of two shapes, with an example for each verdict they can give.
    private static let rules = """
        # Two pieces of advice to begin with. Change them into your own, or write your own below and remove them.
        # 'explore pack explain' says each of them in one English sentence: read it aloud before you trust it.
        rules:

          # The first shape is "after X, do Y within a time". What can stand for X and Y are kinds of activity;
          # 'explore words' lists them, and 'explore words meeting' shows the name rules use and what can be said of one.
          - id: agree-on-a-time
            title: When somebody says yes, agree on a time soon
            # must, should or consider: how much it matters.
            strength: should
            after: request.accepted
            expect: meeting.planned
            # Without this line a meeting with anybody would do.
            to: same person
            # '1 day' ends with the next calendar day; '24 hours' ends at the same time of the next day.
            within: 2 days
            # What people read. <person> and <deadline> are filled in.
            say:
              due: Agree on a time with <person> by <deadline>.
              overdue: <person> said yes, and no time has been agreed on yet.
            do: Propose two times to <person>
            effort: 10 minutes
            because: A yes cools down; who proposes a time at once shows that it was meant.
            # A work listed in pack.yaml, and the place in it.
            source:
              work: our-experience
              at: first talks
            # Reasons for which one may rightly say no.
            dismiss_reasons: [they will propose a time]
            # Little made-up logs that show what the rule does. 'Mon 10:00' is a Monday at ten; 'now' is the moment at
            # which the rule is asked. Every verdict the rule can come to has one.
            examples:
              - name: there is time until Wednesday
                log:
                  - Mon 10:00: request.accepted with Ana
                now: Wed 20:00
                verdict: due
              - name: Wednesday has passed
                log:
                  - Mon 10:00: request.accepted with Ana
                now: Thu 08:00
                verdict: overdue
                says: Ana said yes, and no time has been agreed on yet.
              - name: a time was agreed on
                log:
                  - Mon 10:00: request.accepted with Ana
                  - Tue 09:00: meeting.planned with Ana
                    starts: Fri 10:00
                now: Thu 08:00
                verdict: ok
              - name: it took until Thursday
                log:
                  - Mon 10:00: request.accepted with Ana
                  - Thu 09:00: meeting.planned with Ana
                    starts: Fri 10:00
                now: Thu 12:00
                verdict: late
              - name: a meeting with somebody else does not count
                log:
                  - Mon 10:00: request.accepted with Ana
                  - Tue 09:00: meeting.planned with Ben
                    starts: Fri 10:00
                now: Thu 08:00
                verdict: overdue
              - name: nobody has said yes
                log:
                  - Mon 10:00: request.sent with Ana
                now: Thu 08:00
                verdict: does not apply

          # The second shape is "never X, unless Y came first". What was done cannot be undone, so the verdict is 'broken'.
          - id: read-before-you-ask
            title: Read up on the field before you ask anybody for a talk
            strength: consider
            never: request.sent
            unless_first: research.done
            # What was read years ago has been forgotten.
            no_older_than: 6 months
            say:
              broken: You asked <person> for a talk without having read up on the field.
            because: Who knows the basics asks better questions, and is remembered for them.
            source:
              work: our-experience
              at: first talks
            examples:
              - name: nothing was read before
                log:
                  - Mon 10:00: request.sent with Ana
                now: Mon 12:00
                verdict: broken
              - name: the field was read up on first
                log:
                  - Mon 09:00: research.done
                  - Mon 10:00: request.sent with Ana
                now: Mon 12:00
                verdict: ok
              - name: reading it a year ago is too long ago
                log:
                  - 2025-03-02 09:00: research.done
                  - 2026-03-02 10:00: request.sent with Ana
                now: 2026-03-02 12:00
                verdict: broken
              - name: nobody was asked
                log:
                  - Mon 09:00: research.done
                now: Mon 12:00
                verdict: does not apply

        """
}

/// Letters without their accents, for names that may have small letters, digits and hyphens only.
private enum PlainLetters {
    /// `Zürich` → `Zurich`; marks that stand alone are left out, what is no Latin letter stays.
    static func of(_ text: String) -> String {
        text.unicodeScalars.map(plain).joined()
    }

    /// A letter's Unicode name says which letter it is: LATIN SMALL LETTER U WITH DIAERESIS.
    private static func plain(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(Character(scalar)) }
        if scalar.properties.generalCategory == .nonspacingMark { return "" }
        if scalar == "ß" { return "ss" }
        let words = scalar.properties.name?.split(separator: " ") ?? []
        guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else { return "-" }
        return words[3].lowercased()
    }
}
