import Foundation

/// Texts of the four shapes that YAML files of this project have, of about a given size.
enum Samples {
    static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
        ("pack", pack), ("log", log), ("flow", flow), ("prose", prose),
    ]

    private static func repeated(_ head: String, _ size: Int, _ piece: (Int) -> String) -> String {
        var text = head
        text.reserveCapacity(size + 1000)
        var number = 0
        while text.utf8.count < size {
            text += piece(number)
            number += 1
        }
        return text
    }

    @Sendable private static func pack(_ size: Int) -> String {
        repeated("rules:\n", size) { number in
            """
              - id: rule-\(number)
                title: Thank people within a day of meeting them
                strength: must
                after: meeting.held
                expect: thank_you.sent
                to: same person
                within: 24 hours
                say:
                  due: Thank <person> by <deadline>.
                because: A prompt note is remembered; a late one reads as an afterthought.
                examples:
                  - name: still inside the day
                    log:
                      - Mon 10:00: meeting.held with Ana
                    now: Mon 20:00
                    verdict: due

            """
        }
    }

    @Sendable private static func log(_ size: Int) -> String {
        repeated("log: 1\nactivities:\n", size) { number in
            "  - 2026-11-\(10 + number % 20) 10:00: meeting.held with Person \(number % 400)\n    length: 26 minutes\n"
        }
    }

    @Sendable private static func flow(_ size: Int) -> String {
        repeated("items:\n", size) { number in "  - {id: \(number), kind: met, tags: [a, b, c], at: 2026-11-20, n: 26}\n" }
    }

    @Sendable private static func prose(_ size: Int) -> String {
        let sentence = "A prompt note is remembered; a late one reads as an afterthought and is easily forgotten. "
        return repeated("texts:\n", size) { number in
            "  - title: Text \(number)\n    body: |\n" + String(repeating: "      " + sentence + sentence + "\n", count: 12)
        }
    }
}
