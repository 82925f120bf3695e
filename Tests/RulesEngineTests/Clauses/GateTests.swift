import TestSupport
import Testing

@testable import RulesEngine

/// `only_if`, and what is open, in every shape.
struct GateTests {
    private static func rule(_ gate: String) -> String {
        "after: visit.held\nexpect: note.sent\nto: same person\nwithin: 24 hours\n" + gate
    }

    @Test(arguments: [
        StreetCase(
            "what it needs is there", rule("only_if:\n  happened: gift.given"),
            log: "- Mon 09:00: gift.given with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "it is not", rule("only_if:\n  happened: gift.given"), log: "- Mon 10:00: visit.held with Ana",
            now: "Mon 12:00", "Ana does not apply"),
        StreetCase(
            "with somebody else it is not", rule("only_if:\n  happened: gift.given"),
            log: "- Mon 09:00: gift.given with Ben\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana does not apply"),
        StreetCase(
            "with anyone it is", rule("only_if:\n  happened: gift.given\n  to: anyone"),
            log: "- Mon 09:00: gift.given with Ben\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "before the occasion", rule("only_if:\n  happened: gift.given\n  before: occasion"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 11:00: gift.given with Ana", now: "Mon 12:00",
            "Ana does not apply"),
        StreetCase(
            "since the occasion", rule("only_if:\n  happened: gift.given\n  since: occasion"),
            log: "- Mon 10:00: visit.held with Ana\n- Mon 11:00: gift.given with Ana", now: "Mon 12:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "with a condition", rule("only_if:\n  happened: gift.given\n  where:\n    words: cake"),
            log: "- Mon 09:00: gift.given with Ana\n  words: soap\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana does not apply"),
        StreetCase(
            "a condition nobody answered", rule("only_if:\n  happened: gift.given\n  where:\n    words: cake"),
            log: "- Mon 09:00: gift.given with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana cannot tell without words by Tue 10:00 found Mon 09:00"),
        StreetCase(
            "which does not matter to what was done",
            rule("only_if:\n  happened: gift.given\n  where:\n    words: cake"),
            log: "- Mon 09:00: gift.given with Ana\n- Mon 10:00: visit.held with Ana\n- Mon 11:00: note.sent with Ana",
            now: "Mon 12:00",
            "Ana ok by Tue 10:00 found Mon 11:00"),
        StreetCase(
            "several of them", rule("only_if:\n  happened: gift.given\n  count: 2"),
            log: "- Mon 09:00: gift.given with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana does not apply"),
        StreetCase(
            "a prohibition looks at what came before the act", "never: tool.lent\nonly_if:\n  happened: gift.given",
            log: "- Mon 10:00: tool.lent with Ana\n- Mon 11:00: gift.given with Ana", now: "Mon 12:00",
            "Ana does not apply"),
        StreetCase(
            "and finds it", "never: tool.lent\nonly_if:\n  happened: gift.given",
            log: "- Mon 09:00: gift.given with Ana\n- Mon 10:00: tool.lent with Ana", now: "Mon 12:00", "Ana broken"),
        StreetCase(
            "beside an 'unless'", rule("unless:\n  happened: call.made\nonly_if:\n  happened: gift.given"),
            log: "- Mon 09:00: gift.given with Ana\n- Mon 10:00: visit.held with Ana\n- Mon 11:00: call.made with Ana",
            now: "Mon 12:00",
            "Ana does not apply found Mon 11:00"),
    ])
    func onlyIf(_ row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        StreetCase(
            "unless it is open", rule("unless:\n  open: loan"),
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana does not apply found Mon 09:00"),
        StreetCase(
            "closed", rule("unless:\n  open: loan"),
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 09:30: gift.given with Ana\n- Mon 10:00: visit.held with Ana",
            now: "Mon 12:00", "Ana due by Tue 10:00"),
        StreetCase(
            "opened again", rule("unless:\n  open: loan"),
            log:
                "- Mon 09:00: tool.lent with Ana\n- Mon 09:30: gift.given with Ana\n- Mon 09:40: tool.lent with Ana\n- Mon 10:00: visit.held with Ana",
            now: "Mon 12:00",
            "Ana does not apply found Mon 09:40"),
        StreetCase(
            "opened and closed at one moment", rule("unless:\n  open: loan"),
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 09:00: gift.given with Ana\n- Mon 10:00: visit.held with Ana",
            now: "Mon 12:00", "Ana due by Tue 10:00"),
        StreetCase(
            "with somebody else", rule("unless:\n  open: loan"),
            log: "- Mon 09:00: tool.lent with Ben\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana due by Tue 10:00"),
        StreetCase(
            "with anyone", rule("unless:\n  open: loan\n  to: anyone"),
            log: "- Mon 09:00: tool.lent with Ben\n- Mon 10:00: visit.held with Ana", now: "Mon 12:00",
            "Ana does not apply found Mon 09:00"),
        StreetCase(
            "with anyone: what another one closed stays open with the first",
            rule("unless:\n  open: loan\n  to: anyone"),
            log:
                "- Mon 08:00: tool.lent with Ben\n- Mon 08:30: tool.lent with Cleo\n- Mon 09:30: gift.given with Cleo\n- Mon 10:00: visit.held with Ana",
            now: "Mon 12:00", "Ana does not apply found Mon 08:00"),
        StreetCase(
            "with anyone: closed with each of them", rule("unless:\n  open: loan\n  to: anyone"),
            log:
                "- Mon 08:00: tool.lent with Ben and Cleo\n- Mon 09:30: gift.given with Cleo and Ben\n- Mon 10:00: visit.held with Ana",
            now: "Mon 12:00", "Ana due by Tue 10:00"),
        StreetCase(
            "with anyone: the last moment before it lapses", rule("unless:\n  open: loan\n  to: anyone"),
            log: "- day 1 09:00: tool.lent with Ben\n- day 31 10:00: visit.held with Ana", now: "day 31 23:59",
            "Ana does not apply found Mon 09:00"),
        StreetCase(
            "with anyone: lapsed", rule("unless:\n  open: loan\n  to: anyone"),
            log: "- day 1 09:00: tool.lent with Ben\n- day 31 10:00: visit.held with Ana", now: "day 32 00:00",
            "Ana due by day 32 10:00"),
        StreetCase(
            "the last moment before it lapses", rule("unless:\n  open: loan"),
            log: "- day 1 09:00: tool.lent with Ana\n- day 31 10:00: visit.held with Ana", now: "day 31 23:59",
            "Ana does not apply found Mon 09:00"),
        StreetCase(
            "lapsed", rule("unless:\n  open: loan"),
            log: "- day 1 09:00: tool.lent with Ana\n- day 31 10:00: visit.held with Ana", now: "day 32 00:00",
            "Ana due by day 32 10:00"),
        StreetCase(
            "what is asked for looks at now: it asks again when it is closed", rule("unless:\n  open: loan"),
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 10:00: visit.held with Ana\n- Mon 11:00: gift.given with Ana",
            now: "Mon 12:00", "Ana due by Tue 10:00"),
        StreetCase(
            "a prohibition looks at the act", "never: call.made\nunless:\n  open: loan",
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 10:00: call.made with Ana\n- Mon 11:00: gift.given with Ana",
            now: "Mon 12:00",
            "Ana does not apply found Mon 09:00"),
        StreetCase(
            "only if it is open", rule("only_if:\n  open: loan"),
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 10:00: visit.held with Ana and Ben", now: "Mon 12:00",
            "Ana due by Tue 10:00", "Ben does not apply"),
        StreetCase(
            "the occasion itself opens it",
            "after: tool.lent\nexpect: call.made\nto: same person\nwithin: 7 days\nonly_if:\n  open: loan",
            log: "- Mon 09:00: tool.lent with Ana", now: "Mon 12:00", "Ana due by day 8 23:59:59"),
        StreetCase(
            "and does not keep itself out",
            "after: tool.lent\nexpect: call.made\nto: same person\nwithin: 7 days\nunless:\n  open: loan",
            log: "- Mon 09:00: tool.lent with Ana", now: "Mon 12:00", "Ana due by day 8 23:59:59"),
        StreetCase(
            "what the answer opens does not keep the rule out",
            "after: visit.held\nexpect: tool.lent\nto: same person\nwithin: 7 days\nunless:\n  open: loan",
            log: "- Mon 09:00: visit.held with Ana\n- Tue 10:00: tool.lent with Ana", now: "Tue 12:00",
            "Ana ok by day 8 23:59:59 found Tue 10:00"),
        StreetCase(
            "another one does",
            "after: tool.lent\nexpect: call.made\nto: same person\nwithin: 7 days\nunless:\n  open: loan",
            log: "- Mon 09:00: tool.lent with Ana\n- Mon 10:00: tool.lent with Ana", now: "Mon 12:00",
            "Ana does not apply found Mon 10:00", "Ana does not apply found Mon 09:00"),
    ])
    func open(_ row: StreetCase) throws { try row.check() }

    @Test(arguments: [
        SentenceCase(
            rule("only_if:\n  happened: gift.given\n  before: occasion"),
            "After you visit someone, send the same person a note within 24 hours, only if you give a gift before."),
        SentenceCase(
            rule("unless:\n  open: loan\n  to: same person"),
            "After you visit someone, send the same person a note within 24 hours, unless a loan is open with the same person."
        ),
        SentenceCase(
            rule("which: first\nonly_if:\n  open: loan"),
            "After you visit someone, send the same person a note within 24 hours, only if a loan is open. Only the first time with each person counts."
        ),
    ])
    func sentence(_ row: SentenceCase) throws { try row.check() }

    @Test(arguments: [
        MistakeCase(
            "nothing said", rule("only_if:\n  before: occasion"), "missing-key 'before': 'only_if' needs 'happened'"),
        MistakeCase(
            "nothing of that name", rule("only_if:\n  open: lone"),
            "unknown-word 'lone': 'lone' is not something that can be open"),
        MistakeCase(
            "a key it does not have", rule("only_if:\n  open: loan\n  before: occasion"),
            "unknown-key 'before': 'only_if' has no key 'before'"),
        MistakeCase(
            "no such kind", rule("unless:\n  happened: gift.gven"),
            "unknown-word 'gift.gven': 'gift.gven' is not a kind of activity"),
    ])
    func mistake(_ row: MistakeCase) { row.check() }
}
