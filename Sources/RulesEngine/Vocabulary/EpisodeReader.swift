/// Reads an episode, such as a meeting with its steps, from a vocabulary file.
enum EpisodeReader {
    static let keys = ["episode", "starts", "length", "before", "agenda", "ready", "asks", "steps"]

    static func read(
        _ node: KeyedNode, _ names: inout VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> Episode? {
        guard let nameNode = node.required("episode", &diagnostics),
            let starts = node.required("starts", &diagnostics).flatMap({ names.field($0, &diagnostics) }),
            let length = node.required("length", &diagnostics).flatMap({ names.field($0, &diagnostics) }),
            let link = names.field(nameNode, &diagnostics),
            let kinds = readSteps(node, names, &diagnostics)
        else { return nil }
        return Episode(
            name: nameNode.text, starts: starts, length: length,
            before: node["before"].flatMap { names.field($0, &diagnostics) },
            agenda: node["agenda"].flatMap { names.field($0, &diagnostics) },
            ready: node["ready"].flatMap { names.field($0, &diagnostics) },
            link: link, kinds: kinds,
            asks: node["asks"]?.readText("the question", &diagnostics) ?? "Did it take place?")
    }

    /// Which step of which episode each kind is.
    static func stages(of episodes: [Episode]) -> [KindID: Kind.Stage] {
        var stages: [KindID: Kind.Stage] = [:]
        for (place, episode) in episodes.enumerated() {
            for (step, kind) in episode.kinds { stages[kind] = Kind.Stage(episode: place, step: step) }
        }
        return stages
    }

    private static func readSteps(
        _ node: KeyedNode, _ names: VocabularyNames, _ diagnostics: inout Diagnostics
    ) -> [Kind.Step: KindID]? {
        guard let steps = node.required("steps", &diagnostics),
            let keyed = KeyedNode(steps, of: "the steps", keys: Kind.Step.allCases.map(\.rawValue), &diagnostics),
            keyed.required("planned", &diagnostics) != nil, keyed.required("held", &diagnostics) != nil
        else { return nil }
        var kinds: [Kind.Step: KindID] = [:]
        for step in Kind.Step.allCases {
            guard let written = keyed[step.rawValue] else { continue }
            kinds[step] = names.kind(written, &diagnostics)
        }
        return kinds[.planned] != nil && kinds[.held] != nil ? kinds : nil
    }
}
