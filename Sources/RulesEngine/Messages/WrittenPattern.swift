/// A stretch of a message with slots, such as `Dear <person.first_name>,`.
package struct WrittenPattern: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case text(String)
        case slot(Slot)
    }

    let pieces: [Piece]

    /// The names of its slots, in order.
    package var slots: [String] {
        pieces.compactMap { if case .slot(let slot) = $0 { slot.name } else { nil } }
    }

    /// The text as it was written, slots included.
    package var text: String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .slot(let slot): "<\(slot.name)>"
            }
        }.joined()
    }
}
