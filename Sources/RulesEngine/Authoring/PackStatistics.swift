/// The counts that matter about packs in use.
public struct PackStatistics: Sendable {
    /// One pack.
    public struct PackCount: Sendable {
        /// Its id.
        public let id: String
        /// Its rules, in force or not.
        public let rules: Int
        /// Their examples.
        public let examples: Int
    }

    /// One sentence shape.
    public struct ShapeCount: Sendable {
        /// Its name.
        public let name: String
        /// Its rules in each pack that has any, in the order of the packs.
        public let packs: [(id: String, rules: Int)]

        /// Its rules in all packs.
        public var rules: Int { packs.reduce(0) { $0 + $1.rules } }
    }

    /// The packs, in the order they are used.
    public let packs: [PackCount]
    /// All shapes there are, also those that no rule has.
    public let shapes: [ShapeCount]
    /// Rules of each strength, the weightiest first.
    public let strengths: [(word: String, rules: Int)]
    /// Rules in force.
    public let inForce: Int
    /// Rules that rest.
    public let resting: Int
    /// Rules in force in which something was overridden.
    public let changed: Int
    /// Questions that guides answer differently.
    public let disputes: Int
    /// Works that are cited at least once.
    public let worksCited: Int
    /// Different pieces of advice that rules encode.
    public let adviceCited: Int
    /// Rules without a source, a reason or an example.
    public let unfinished: Int
    /// Kinds of activity.
    public let kinds: Int
    /// Fields.
    public let fields: Int
    /// Kinds of mistakes in texts, each with a page.
    public let diagnostics = DiagnosticCode.allCases.count

    /// Counts what these packs hold.
    public init(_ rules: RuleSet) {
        let all = rules.packs.flatMap(\.rules)
        packs = rules.packs.map { pack in
            PackCount(
                id: pack.manifest.id, rules: pack.rules.count, examples: pack.rules.reduce(0) { $0 + $1.exampleCount })
        }
        shapes = Shapes.all.map { shape in
            let counts = rules.packs.map { pack in
                (id: pack.manifest.id, rules: pack.rules.count { $0.shapeName == shape.name })
            }
            return ShapeCount(name: shape.name, packs: counts.filter { $0.rules > 0 })
        }
        strengths = Rule.Strength.allCases.reversed().map { strength in
            (word: strength.rawValue, rules: all.count { $0.strength == strength })
        }
        inForce = rules.rules.count
        resting = rules.resting.count
        changed = rules.rules.count { !$0.changes.isEmpty }
        disputes = rules.positions.count
        worksCited = Set(all.compactMap { $0.source?.work }).count
        adviceCited = Set(all.flatMap(\.advice).map(\.text)).count
        unfinished = all.count { $0.source == nil || $0.because.isEmpty || $0.exampleCount == 0 }
        kinds = rules.vocabulary.kinds.count
        fields = rules.vocabulary.fields.count
    }
}

extension Rule {
    /// How many examples it has, readable or not.
    fileprivate var exampleCount: Int { examples?.items.count ?? 0 }
}
