/// Reads `source:`: a work that the pack lists, and the place in it.
enum CitationReader {
    /// The citation; nil when there is none, or when it names a work that the pack does not list, which is reported.
    static func read(
        _ node: Node?, among works: [String: Manifest.Work], _ diagnostics: inout Diagnostics
    ) -> Rule.Citation? {
        guard let node,
            let keyed = KeyedNode(
                node, of: "a source", keys: ["work", "at"],
                instead:
                    "write 'work:' and a short name listed under 'sources:' in pack.yaml, and 'at:' and the place in it",
                &diagnostics),
            let work = keyed.required("work", &diagnostics)
        else { return nil }
        guard let known = works[work.text] else {
            diagnostics.report(.unknownWork(work.text, at: work.range, among: works.keys.sorted()))
            return nil
        }
        return Rule.Citation(work: known, place: keyed["at"]?.readText("the place", &diagnostics) ?? "")
    }
}
