/// Everything rules and logs may speak about: kinds of activity, fields, records, episodes, roles, groups and words.
///
/// Made by `VocabularyBuilder` from YAML; it cannot be changed afterwards. The numbers it hands out are valid for it
/// alone.
public struct Vocabulary: Sendable {
    /// All kinds, by number.
    public let kinds: [Kind]
    /// All fields, by number; the first is `person`.
    public let fields: [Field]
    /// All kinds of record, by number; the first two are `me` and `person`.
    public let recordKinds: [RecordKind]
    /// All episodes.
    public let episodes: [Episode]
    /// The roles rules may name in `to` and `by`.
    public let roles: [Role]
    /// Groups of kinds: `touch`.
    public let groups: [Group]
    /// What can be open: `request`.
    public let spans: [OpenSpan]
    /// What messages may recall from a log: `introducer`.
    public let recalls: [Recall]
    /// What people say in many ways, for rules about wording: `thanks.expressed`.
    public let sayings: [Saying]
    /// Other ways to type a line.
    public let phrasings: [Phrasing]

    /// A name for several kinds.
    public struct Group: Sendable {
        /// Its name, used where a kind may stand.
        public let name: String
        /// How it reads in a sentence: `any contact`.
        public let noun: String
        /// How it reads as an instruction: `get in touch`.
        public let instruction: String
        /// How it reads as a clause: `you are in touch with someone`.
        public let happens: String
        /// Its kinds.
        public let kinds: [KindID]
    }

    /// Which step of which episode each kind is, by number.
    let stages: [Kind.Stage?]
    /// The fields that are worked out from others.
    let computed: [FieldID: ComputedField]

    private let kindsByName: [String: KindID]
    private let kindsByWord: [String: KindID]
    private let fieldsByName: [String: FieldID]

    init(
        kinds: [Kind], fields: [Field], recordKinds: [RecordKind], episodes: [Episode], roles: [Role], groups: [Group],
        spans: [OpenSpan] = [], recalls: [Recall] = [], sayings: [Saying] = [], phrasings: [Phrasing] = []
    ) {
        self.kinds = kinds
        self.fields = fields
        self.recordKinds = recordKinds
        self.episodes = episodes
        self.roles = roles
        self.groups = groups
        self.spans = spans
        self.recalls = recalls
        self.sayings = sayings
        self.phrasings = phrasings
        stages = kinds.map(\.stage)
        let ways = fields.compactMap { field in field.computed.map { (field.id, $0) } }
        computed = Dictionary(ways, uniquingKeysWith: { first, _ in first })
        kindsByName = Dictionary(kinds.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        kindsByWord = Dictionary(
            kinds.flatMap { kind in kind.words.map { ($0.lowercased(), kind.id) } },
            uniquingKeysWith: { first, _ in first })
        fieldsByName = Dictionary(fields.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// The kind of a number this vocabulary gave.
    public subscript(_ id: KindID) -> Kind { kinds[Int(id.raw)] }
    /// The field of a number this vocabulary gave.
    public subscript(_ id: FieldID) -> Field { fields[Int(id.raw)] }
    /// The kind of record of a number this vocabulary gave.
    public subscript(_ id: RecordKindID) -> RecordKind { recordKinds[Int(id.raw)] }

    /// The kind of this name; nil when there is none.
    public func kind(named name: String) -> KindID? { kindsByName[name] }
    /// The kind a short word stands for, in any letter case; nil when there is none.
    public func kind(word: String) -> KindID? { kindsByWord[word.lowercased()] }
    /// The field of this name; nil when there is none.
    public func field(named name: String) -> FieldID? { fieldsByName[name] }
    /// The kind of record of this name; nil when there is none.
    public func recordKind(named name: String) -> RecordKindID? { recordKinds.first { $0.name == name }?.id }
    /// The kind of record whose records stand under this heading; nil when there is none.
    public func recordKind(plural: String) -> RecordKindID? { recordKinds.first { $0.plural == plural }?.id }

    /// Every name and short word of a kind, for completion and the nearest right word.
    public var kindWords: [String] { kinds.map(\.name) + kinds.flatMap(\.words) }

    /// The kinds that a message may become.
    public var messageKinds: [Kind] { kinds.filter { !$0.messages.isEmpty } }

    /// The kind of a message, by one of its names in any letter case or by the kind's own name; nil when there is none.
    public func kind(message name: String) -> KindID? {
        let wanted = name.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
        return messageKinds.first { $0.messages.contains(wanted) || $0.name == name }?.id
    }

    /// The word to type for a kind: its first that means nothing else, else its name.
    public func loggingWord(_ kind: KindID) -> String {
        let taken = Set(phrasings.flatMap(\.words))
        return self[kind].words.first { !taken.contains($0) } ?? self[kind].name
    }

    /// The kinds that a word may stand for: by name, noun, verb or short word, and else by the noun in its name.
    ///
    /// `meeting` is `meeting.held`, `confirmation.sent` is `meeting.confirmed`.
    public func kinds(meantBy written: String) -> [Kind] {
        let word = written.lowercased()
        let isWord = { (kind: Kind) in
            kind.name == word || kind.noun == word || kind.words.contains { $0.lowercased() == word }
        }
        let exact = kinds.filter(isWord)
        if !exact.isEmpty { return exact }
        let noun = word.split(separator: ".").first.map { String($0).replacing("_", with: " ") } ?? word
        return kinds.filter { $0.noun.lowercased() == noun || $0.words.contains(noun) }
    }

    /// The kinds one of whose words begins as `word` does, such as `decision.made` for "decide"; none when they are many.
    func kinds(akinTo written: String) -> [Kind] {
        let word = written.lowercased()
        let stem = word.prefix(max(4, word.count - 3))
        guard word.count >= 4, word.allSatisfy(\.isLetter) else { return [] }
        let akin = kinds.filter { kind in
            ([kind.name, kind.noun] + kind.words).contains { text in
                text.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(stem) }
            }
        }
        return akin.count <= 6 ? akin : []
    }

    /// The episode a kind is a step of; nil when it stands alone.
    public func episode(of kind: KindID) -> Episode? {
        self[kind].stage.map { episodes[$0.episode] }
    }
}
