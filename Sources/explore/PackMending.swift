import RulesEngine

/// `explore pack check --fix`: the sure repairs of one pack, made in its own files.
struct PackMending {
    private let argument: PackArgument
    private let today: CalendarDay
    private let installed: [PackFiles]

    init(_ argument: PackArgument, today: CalendarDay, _ console: Console) throws {
        self.argument = argument
        self.today = today
        installed = try InstalledPacks.files(console)
    }

    /// What was done.
    struct Outcome {
        /// What was repaired and written, in order.
        let repairs: [PackFixer.Repair]
        /// Files that were left as they are, each with the reason.
        let left: [String]
    }

    /// Repairs what can be repaired and writes the files that changed.
    func run() throws -> Outcome {
        guard Workspace.isPack(argument.pack) || !Workspace.everyShipped().contains(where: { $0.name == argument.pack })
        else {
            throw CommandFailure(
                "'\(argument.pack)' comes with the program and cannot be changed", help: "name the folder of a pack")
        }
        guard Workspace.isPack(argument.pack) || !installed.contains(where: { $0.name == argument.pack }) else {
            throw CommandFailure(
                "'\(argument.pack)' is somebody else's pack and stays as it was installed",
                help: "repair it where it comes from, or name the folder of a pack")
        }
        let pack = try Workspace.files(of: argument.pack)
        let mended = try PackFixer(check: checker()).mend(pack)
        var left: [String: String] = [:]
        for (path, file) in pack.files.sorted(by: { $0.key < $1.key }) {
            guard let new = mended.pack.files[path], new != file else { continue }
            left[file.name] = Self.reason(FileReplacement.replace(file.name, readAs: file.bytes, with: new.bytes))
        }
        let repairs = mended.repairs.filter { left[$0.fix.range.file.name] == nil }
        return Outcome(
            repairs: repairs, left: left.keys.sorted().compactMap { name in left[name].map { "\(name) \($0)" } })
    }

    private func checker() throws -> (PackFiles) -> Diagnostics {
        let others = try Workspace.packs(argument.rules.packs + [argument.pack], installed: installed).filter {
            $0.name != argument.pack
        }
        return { pack in
            var diagnostics = Diagnostics()
            let rules = PackLoader.load(others + [pack], today: today, &diagnostics)
            if let loaded = rules.packs.first(where: { $0.name == pack.name }) {
                PackCheck(rules: rules, zones: PackUnderWork.zones).check(loaded, today: today, &diagnostics)
            }
            return diagnostics
        }
    }

    private static func reason(_ outcome: FileReplacement.Outcome) -> String? {
        switch outcome {
        case .replaced: nil
        case .changedMeanwhile: "was changed by somebody else meanwhile, and was left"
        case .notWritten: "could not be written, and was left"
        }
    }
}
