import TestSupport
import Testing

@testable import RulesEngine

/// After X, don't Y for D.
struct HoldOffTests {
    private static let rule = """
        after: note.sent
        avoid: [note.sent, call.made]
        to: same person
        for: 24 hours
        """

    private static func rule(_ changes: String) -> String {
        "after: note.sent\navoid: call.made\nto: same person\n" + changes
    }

    // MARK: Verdicts

    @Test(arguments: [
        StreetCase("nothing to leave", rule, log: "- Mon 10:00: call.made with Ana", now: "Tue 10:00"),
        StreetCase("the window is open", rule, log: "- Mon 10:00: note.sent with Ana", now: "Mon 11:00", "Ana ok"),
        StreetCase(
            "crossed", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ana", now: "Tue 12:00",
            "Ana broken found Mon 12:00"),
        StreetCase(
            "a second one crosses the window of the first", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Tue 09:59: note.sent with Ana", now: "Tue 12:00",
            "Ana broken found Tue 09:59", "Ana ok"),
        StreetCase(
            "the first crossing is the one", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ana\n- Mon 13:00: call.made with Ana",
            now: "Tue 12:00", "Ana broken found Mon 12:00"),
        StreetCase(
            "somebody else", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ben",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "anyone", "after: note.sent\navoid: call.made\nfor: 24 hours",
            log: "- Mon 10:00: note.sent with Ana\n- Mon 12:00: call.made with Ben", now: "Tue 12:00",
            "Ana broken found Mon 12:00"),
        StreetCase(
            "two people are two windows", rule,
            log: "- Mon 10:00: note.sent with Ana and Ben\n- Mon 12:00: call.made with Ben", now: "Tue 12:00", "Ana ok",
            "Ben broken found Mon 12:00"),
        StreetCase(
            "what came before does not cross", rule,
            log: "- Mon 09:00: call.made with Ana\n- Mon 10:00: note.sent with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "what is dated later has not happened", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Mon 20:00: call.made with Ana", now: "Mon 12:00", "Ana ok"),
    ])
    func verdict(_ row: StreetCase) throws { try row.check() }

    // MARK: Boundaries

    @Test(arguments: [
        StreetCase(
            "at the moment it opens", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 10:00: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "a minute after it opens", rule, log: "- Mon 10:00: note.sent with Ana\n- Mon 10:01: call.made with Ana",
            now: "Tue 12:00", "Ana broken found Mon 10:01"),
        StreetCase(
            "a minute before it closes", rule, log: "- Mon 10:00: note.sent with Ana\n- Tue 09:59: call.made with Ana",
            now: "Tue 12:00", "Ana broken found Tue 09:59"),
        StreetCase(
            "at the moment it closes", rule, log: "- Mon 10:00: note.sent with Ana\n- Tue 10:00: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "calendar days end with the day", rule("for: 1 day"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue 23:59: call.made with Ana", now: "Wed 12:00",
            "Ana broken found Tue 23:59"),
        StreetCase(
            "the next day is free", rule("for: 1 day"),
            log: "- Mon 10:00: note.sent with Ana\n- Wed 00:00: call.made with Ana",
            now: "Wed 12:00", "Ana ok"),
        StreetCase(
            "business days skip the weekend", rule("for: 2 business days"),
            log: "- Fri 10:00: note.sent with Ana\n- day 9 23:59: call.made with Ana", now: "day 12",
            "Ana broken found day 9 23:59"),
        StreetCase(
            "the window opens when the visit is over",
            "after: visit.held\navoid: call.made\nto: same person\nfor: 1 hours".replacing("hours", with: "hour"),
            log: "- Mon 10:00: visit.held with Ana\n  length: 30 minutes\n- Mon 10:20: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "and counts from its end", "after: visit.held\navoid: call.made\nto: same person\nfor: 1 hour",
            log: "- Mon 10:00: visit.held with Ana\n  length: 30 minutes\n- Mon 11:20: call.made with Ana",
            now: "Tue 12:00",
            "Ana broken found Mon 11:20"),
        StreetCase(
            "a day alone is read in the user's favour", rule,
            log: "- Mon 10:00: note.sent with Ana\n- Mon: call.made with Ana",
            now: "Tue 12:00", "Ana ok"),
        StreetCase(
            "a day that lies inside is no doubt", rule("for: 3 days"),
            log: "- Mon 10:00: note.sent with Ana\n- Tue: call.made with Ana", now: "Fri 12:00",
            "Ana broken found Tue 00:00"),
        StreetCase(
            "after a doubtful one a sure one", rule("for: 3 days"),
            log: "- Mon 10:00: note.sent with Ana\n- Mon: call.made with Ana\n- Tue 10:00: call.made with Ana",
            now: "Fri 12:00",
            "Ana broken found Tue 10:00"),
    ])
    func boundary(_ row: StreetCase) throws { try row.check() }
}
