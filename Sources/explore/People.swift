import RulesEngine

/// The people of a log, found by part of a name; a doubt is asked, never guessed.
struct People {
    private let names: [String]

    init(_ document: LogDocument) {
        let recorded = document.records.filter { $0.kind == "person" }.map(\.name.text)
        let mentioned = document.activities.flatMap(\.with).map(\.text)
        var seen: Set<String> = []
        names = (recorded + mentioned).filter { seen.insert($0.lowercased()).inserted }
    }

    /// The full name of the one person meant.
    func find(_ written: String) throws -> String {
        switch NameFinder(names).find(written) {
        case .one(let name): return name
        case .several(let several):
            throw CommandFailure(
                "'\(written)' could be several people", help: "write one of: " + several.joined(separator: ", "))
        case .none(let nearest):
            throw CommandFailure(
                "nobody called '\(written)' is in the log",
                help: nearest.map { "did you mean '\($0)'?" } ?? "add them with: explore people add '\(written)'")
        }
    }
}
