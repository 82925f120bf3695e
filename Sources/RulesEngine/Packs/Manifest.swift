/// What a pack says about itself in `pack.yaml`.
public struct Manifest: Sendable {
    /// Its short name, the first part of its rules' ids.
    public let id: String
    /// Its version, such as `1.2.0`.
    public let version: String
    /// Its name for people.
    public let title: String
    /// Who publishes it.
    public let publisher: String
    /// The language of its texts, such as `en`.
    public let language: String
    /// The licence its texts stand under.
    public let licence: String
    /// Whether it rests, where it ships with the program, until a person switches it on.
    public let isOffByDefault: Bool
    /// The packs it builds on, by id.
    public let needs: [WrittenText]
    /// The day by which somebody should have looked at its advice again; nil when it does not say.
    public let reviewBy: CalendarDay?
    /// Where that day stands.
    let reviewByRange: SourceRange?
    /// Every file it consists of, beside `pack.yaml`.
    public let files: [WrittenText]
    /// The works its rules cite, by their short name.
    public let works: [String: Work]
    /// The disputes it knows of.
    public let disputes: [Dispute]
    /// The positions it takes in disputes.
    public let positions: [PositionChoice]
    /// What it changes in rules of the packs it builds on.
    public let overrides: [Override]

    /// A book, page or talk that rules cite.
    public struct Work: Sendable, Hashable {
        /// What it is called.
        public let title: String
        /// Who wrote it; empty when nobody is named.
        public let author: String
        /// Where it can be found; empty when it cannot be linked to.
        public let url: String
    }

    /// A point on which guides disagree (rules.md §7).
    public struct Dispute: Sendable, Hashable {
        /// Its short name.
        public let id: String
        /// The question guides answer differently.
        public let question: String
        /// The position that holds when nobody chose.
        public let preferred: String
        /// Why that one.
        public let because: String
        /// The positions guides take, also those that no rule speaks for; empty when it does not list them.
        public let positions: [Position]
        /// Where its name stands.
        public let range: SourceRange
    }

    /// One answer to the question of a dispute, as the dispute lists it.
    public struct Position: Sendable, Hashable {
        /// The answer, in the words by which it is chosen.
        public let name: String
        /// The pieces of advice that take it, by their full ids.
        public let advice: [WrittenText]
        /// Who takes it; nil when the dispute does not say.
        public let source: Rule.Citation?
    }
}
