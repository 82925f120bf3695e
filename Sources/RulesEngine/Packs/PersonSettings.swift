/// What a person chose for themselves in `settings.yaml`: overrides of rules and positions in disputes.
struct PersonSettings: Sendable {
    /// The overrides, in the order written.
    let overrides: [Override]
    /// The positions, in the order written.
    let positions: [PositionChoice]

    /// Nothing chosen.
    static let none = PersonSettings(overrides: [], positions: [])

    private static let keys = ["settings", "overrides", "positions"]

    /// The settings of a file; mistakes are reported with their places, and what could be read is given.
    static func read(_ file: SourceFile, _ diagnostics: inout Diagnostics) -> PersonSettings {
        guard let root = YAMLLoader.load(file, &diagnostics)?.root,
            let keyed = KeyedNode(root, of: "a file of settings", keys: keys, &diagnostics)
        else { return .none }
        _ = keyed.required("settings", example: "1", &diagnostics)?.readWholeNumber(
            "'settings'", in: 1...1, &diagnostics)
        return PersonSettings(
            overrides: OverrideReader.read(keyed["overrides"], by: .person, &diagnostics),
            positions: PositionReader.read(keyed["positions"], by: .person, &diagnostics))
    }
}
