import RulesEngine

/// Puts another version of an installed pack in its place: only after the person has seen how it behaves otherwise.
struct PackChange {
    let intake: PackIntake
    let options: LogOptions
    let format: ReportFormat

    /// Says what changes, and changes it when that is accepted.
    func run(
        _ known: LockFile.Pack, _ candidate: PackIntake.Candidate, accept: Bool, dryRun: Bool, _ console: Console
    ) throws -> ExitStatus {
        let isWhole = (try? intake.installed.store.files(of: known)) != nil
        let isSame = known.files == candidate.record.files
        let writer = RevisionWriter(known: known, candidate: candidate, format: format)
        if isSame, isWhole {
            console.write(writer.unchanged(isTrial: dryRun))
            if writer.isFromElsewhere, !dryRun { try intake.install(candidate) }
            return .inOrder
        }
        let revision = isSame ? nil : try revision(known.id, candidate, console)
        let isTaken = (accept || isSame) && !dryRun
        console.write(writer.text(revision, isWhole: isWhole, isTaken: isTaken, isTrial: dryRun))
        if isTaken { try intake.install(candidate) }
        return isTaken || dryRun ? .inOrder : .findings
    }

    /// How the person's rules behave otherwise with the candidate; nil when what is installed can no longer be read.
    private func revision(
        _ id: String, _ candidate: PackIntake.Candidate, _ console: Console
    ) throws -> PackRevision? {
        guard let old = try intake.presentRules() else { return nil }
        let fallback = try Workspace.zone(options.time.timeZone ?? console.systemZone)
        let log = try LogSource(options.log, console).document(rules: old, zone: fallback, console)
        let zone = try log.timeZone.map { try Workspace.zone($0.text) } ?? fallback
        let today = zone.wallTime(at: try Workspace.now(options.time, zone, console)).day
        let frame = TimeFrame(zone: zone, holidays: Holidays(log.holidays))
        return PackRevision(of: id, from: old, to: candidate.rules, in: log, frame, today: today)
    }
}
