import RulesEngine

/// A small vocabulary that has nothing to do with what the program ships: neighbours who visit, write and lend.
///
/// It has one of everything the engine knows: fields of every type, records beside people, an episode with all its
/// steps, roles and a group.
package enum Neighbours {
    /// The pack's own page; `files` are further files it lists.
    package static func page(id: String = "street", files: [String] = ["rules/rules.yaml"], more: String = "") -> String
    {
        let listed = (["vocabulary.yaml"] + files).map { "  - \($0)\n" }.joined()
        return "id: \(id)\nversion: 1.0.0\ntitle: The street\nengine: 1\n\(more)files:\n\(listed)"
    }

    /// What rules and logs of the street may speak about.
    package static let vocabulary = """
        vocabulary: street
        records:
          - record: me
            fields: [street, mood, visits]
          - record: person
            plural: people
            fields: [age, street, moved_in, introduced_by, pets, visits, quiet, settled]
          - record: club
            plural: clubs
            fields: [motto, founder]
        fields:
          - field: until
            type: instant
          - field: street
            type: text
            asks: On which street does <person> live?
          - field: mood
            type: choice
            choices: [low, fair, high]
          - field: age
            type: choice
            choices: [young, middle, old]
            asks: How old is <person>?
          - field: moved_in
            type: date
          - field: introduced_by
            type: person
            title: introducer
          - field: pets
            type: list of text
          - field: motto
            type: text
          - field: founder
            type: person
          - field: starts
            type: instant
            title: start
            asks: When does it start?
          - field: length
            type: duration
            asks: How long was it?
          - field: place
            type: choice
            choices: [house, garden, street corner]
            asks: Where is it?
          - field: program
            type: activities
          - field: later
            type: activities
          - field: ready
            type: yes/no
          - field: guests
            type: number
          - field: by
            type: choice
            choices: [post, hand, phone]
            title: way
            asks: How was it sent?
          - field: names
            type: person
            title: named person
          - field: dishes
            type: list of choice
            choices: [soup, cake, bread]
          - field: words
            type: text
          - field: club
            type: club
          - field: due
            type: instant
          - field: invited
            type: list of person
            title: guests invited
          - field: news
            type: list of text
          - field: courses
            computed: count
            of: dishes
          - field: acts
            computed: count
            of: program
          - field: portion
            computed: ratio
            of: [guests, helpings]
          - field: helpings
            type: number
          - field: visits
            computed: count
            of: visit.held
          - field: quiet
            computed: days since
            of: word
            title: days of silence
          - field: settled
            computed: days since
            of: moved_in
          - field: spare
            computed: difference
            of: [length, break]
          - field: break
            type: duration
          - field: whole
            computed: sum
            of: [length, break]
        every_kind: [club, visit]
        kinds:
          - kind: visit.planned
            noun: planned visit
            happens: you plan a visit
            do: plan a visit
            words: [planned]
            person: needed
            fields: [starts, length, place, guests, program, later, ready, invited]
          - kind: visit.confirmed
            noun: confirmation
            happens: you confirm a visit
            do: confirm the visit
            words: [confirmed]
            person: needed
            fields: [by]
          - kind: visit.moved
            noun: new time
            happens: a visit is moved
            do: move the visit
            person: needed
            fields: [starts, length]
          - kind: visit.held
            noun: visit
            happens: you visit someone
            do: visit them
            words: [visited]
            person: needed
            fields: [length, place, guests, dishes, program, names, invited, news, courses, acts, portion, helpings, break, spare, whole]
          - kind: visit.cancelled
            noun: cancellation
            happens: a visit is cancelled
            do: cancel the visit
            person: needed
          - kind: visit.missed
            noun: missed visit
            happens: a visit is missed
            do: miss the visit
            person: needed
          - kind: note.sent
            noun: note
            happens: you send a note
            do: send a note
            messages: [note, letter]
            words: [wrote]
            person: needed
            fields: [by, words]
            main: words
          - kind: call.made
            noun: call
            happens: you call someone
            do: call them
            words: [called]
            person: needed
            fields: [words]
          - kind: rest.begun
            noun: rest
            happens: you rest
            do: rest
            person: possible
            fields: [until]
          - kind: rest.ended
            noun: end of a rest
            happens: you are rested
            do: end your rest
            person: possible
            fields: []
          - kind: gift.given
            noun: gift
            happens: you give a gift
            do: give a gift
            messages: [gift]
            person: possible
            fields: [words, guests]
            main: words
          - kind: tool.lent
            noun: loan
            happens: you lend a tool
            do: lend a tool
            person: needed
            fields: [words, names, due]
            main: words
          - kind: tool.asked
            noun: request for a tool
            happens: they ask for a tool
            do: be asked for a tool
            words: [asked]
            phrases: [may I have your]
            person: needed
            fields: [words]
            main: words
          - kind: greeting.said
            noun: greeting
            happens: you greet them
            do: greet them
            phrases: [good morning, hello]
            person: possible
            fields: [words]
            main: words
          - kind: story.told
            noun: story
            happens: you tell a story
            do: tell a story
            words: [tell]
            person: possible
            fields: [words, length]
            main: words
          - kind: hedge.cut
            noun: hedge cutting
            happens: you cut the hedge
            do: cut the hedge
            person: possible
            fields: []
          - kind: holiday.begun
            noun: holiday
            happens: your holiday begins
            do: go on holiday
            person: possible
            fields: []
        episodes:
          - episode: visit
            starts: starts
            length: length
            agenda: program
            ready: ready
            asks: Did the visit with <person> take place?
            steps:
              planned: visit.planned
              confirmed: visit.confirmed
              moved: visit.moved
              held: visit.held
              cancelled: visit.cancelled
              missed: visit.missed
        roles:
          - role: the introducer
            is: person.introduced_by
          - role: the named person
            is: names
          - role: someone else on the same street
            shares: street
        groups:
          - group: word
            noun: word
            happens: you are in touch
            do: get in touch
            kinds: [note.sent, call.made]
        spans:
          - span: loan
            reads: a loan is open
            opened_by: tool.lent
            closed_by: [tool.asked, gift.given]
            lapses_after: 30 days
          - span: holiday
            reads: you are on holiday
            opened_by: holiday.begun
            lapses_after: 7 days
          - span: rest
            reads: you rest
            opened_by: rest.begun
            closed_by: rest.ended
            until: until
            pauses: yes

        """

    /// The files of a pack of the street with these rules.
    package static func pack(_ rules: String, more: String = "") -> PackFiles {
        PackFiles(
            name: "street",
            files: [
                "pack.yaml": SourceFile(name: "pack.yaml", text: page(more: more)),
                "vocabulary.yaml": SourceFile(name: "vocabulary.yaml", text: vocabulary),
                "rules/rules.yaml": SourceFile(name: "rules.yaml", text: rules),
            ])
    }
}
