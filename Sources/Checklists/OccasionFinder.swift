import RulesEngine

/// Finds the episode of a log that a checklist or questions are wanted for.
package struct OccasionFinder: Sendable {
    private let episodes: [EpisodeView]
    private let now: Instant

    /// A finder among the episodes of these names.
    package init(_ evaluated: Evaluated, named names: Set<String>) {
        episodes = evaluated.episodes.filter { names.contains($0.name) }
        now = evaluated.now
    }

    /// Those that lie ahead or are under way, by their starts.
    package var ahead: [EpisodeView] {
        episodes.filter { $0.isOpen && ($0.ends ?? now) >= now }
    }

    /// The next one with a person, or with anybody; nil when none lies ahead.
    package func next(with person: String? = nil) -> EpisodeView? {
        ahead.first { person == nil || $0.person == person }
    }

    /// The latest one that is over, with a person or with anybody, and was not called off; nil when there is none.
    package func latest(with person: String? = nil) -> EpisodeView? {
        episodes.last { episode in
            guard episode.isHeld || episode.isOpen, let ends = episode.ends, ends < now else { return false }
            return person == nil || episode.person == person
        }
    }
}
