/// An activity that would have answered an occasion, had it not come before it.
public struct CameBefore: Sendable, Hashable {
    /// The activity for people: `thank-you note to Ana Ruiz, Tue 24 Nov 2026 10:00`.
    public let activity: String
    /// The occasion for people: `meeting with Ana Ruiz, Tue 24 Nov 2026 11:00`.
    public let occasion: String
}

extension Evaluated {
    /// What a line of the log has to do with that came too early by some hours: the line itself, or what it would have
    /// been answered by. A wrong time is the likeliest reason. What lies on different days is no slip, and left out.
    public func cameBefore(_ line: ActivityLine) -> [CameBefore] {
        var found: [CameBefore] = []
        for verdict in verdicts where verdict.isAsking && verdict.occasion != Facts.none {
            let shape = rule(of: verdict).shape
            guard shape.timing == .after, shape.asking?.isOfAnyone == false, verdict.notBefore == .min,
                let early = early(verdict, shape.asksFor),
                [verdict.occasion, early].contains(where: { facts.source($0) == line })
            else { continue }
            let one = CameBefore(activity: narrator.activity(early), occasion: text(of: Int(verdict.occasion)))
            if !found.contains(one) { found.append(one) }
        }
        return found
    }

    /// The last activity of some kinds with the person of a verdict, on the day of its occasion and before it.
    private func early(_ verdict: Verdict, _ kinds: [KindID]) -> Int32? {
        guard verdict.person != Facts.none else { return nil }
        let begins = facts.begins[Int(verdict.occasion)]
        let day = frame.zone.startOfDay(frame.zone.wallTime(at: Instant(seconds: begins)).day).seconds
        let rows = kinds.flatMap { facts.index.places(of: $0, with: verdict.person).map { Int32(facts.index[$0]) } }
        return rows.filter { (day..<begins).contains(facts.begins[Int($0)]) && !facts.has(Int($0), .planned) }.max()
    }
}
