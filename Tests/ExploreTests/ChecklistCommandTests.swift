import Foundation
import TestSupport
import Testing

@testable import explore

/// `explore checklist`: for the next meeting, a person, a plan file or a list; ticks by hand stay.
struct ChecklistCommandTests {
    private let terminal: LogTerminal

    init() throws {
        terminal = try LogTerminal()
        terminal.run("people add 'Tom Baker'")
        terminal.run("people add 'Ana Ruiz'")
    }

    private func item(_ id: String, _ line: String) throws -> [String: Any] {
        let screen = terminal.run(line + " --format json")
        let object = try JSONSerialization.jsonObject(with: Data(screen.output.utf8)) as? [String: Any]
        let items = object?["items"] as? [[String: Any]] ?? []
        return try #require(items.first { $0["item"] as? String == id }, "\(screen.text)")
    }

    @Test func withoutANameItIsTheNextMeeting() {
        terminal.run("plan ana wed 10:00 20m format=phone")
        terminal.run("plan tom tue 10:00 20m format=video")
        #expect(terminal.run("checklist").output.hasPrefix("meeting with Tom Baker, Tue 24 Nov 2026 10:00\n"))
        #expect(terminal.run("checklist ana").output.hasPrefix("meeting with Ana Ruiz, Wed 25 Nov 2026 10:00\n"))
    }

    @Test func withNothingPlannedItIsTheListThatStandsOpen() {
        #expect(terminal.run("checklist").output.hasPrefix("Finding people to talk to\n"))
    }

    @Test func aBreakIsTold() {
        terminal.run("plan tom tue 10:00 20m")
        terminal.run("pause until 2026-11-27")
        let first = terminal.run("checklist").output.split(separator: "\n").prefix(2)
        #expect(first.last == "You are taking a break until Fri 27 Nov 2026.")
        #expect(
            terminal.run("checklist --format html").output.contains(">You are taking a break until Fri 27 Nov 2026.<"))
    }

    /// A decision ends the search for people, and what the talks left is one command away.
    @Test func afterADecisionNobodyIsSentToFindPeople() {
        terminal.run("log decided")
        let screen = terminal.run("checklist")
        #expect(screen.status == .notDone)
        #expect(screen.errors.contains("explore today"))
        #expect(terminal.run("checklist finding-people").output.hasPrefix("Finding people to talk to\n"))
    }

    @Test func nothingPlannedWithSomebodySaysWhatToDo() {
        let screen = terminal.run("checklist tom")
        #expect(screen.status == .notDone)
        #expect(screen.errors.contains("nothing is planned with Tom Baker"))
        #expect(screen.errors.contains("explore plan 'Tom Baker' tue 10:00 20m"))
    }

    @Test func theLogTicksWithItsProof() throws {
        terminal.run("plan tom tue 10:00 20m format=video")
        terminal.run("log confirmed tom")
        let item = try item("confirm-the-time", "checklist tom")
        #expect(item["done"] as? Bool == true)
        #expect(item["proof"] as? String == "confirmation with Tom Baker, Fri 20 Nov 2026 18:00")
    }

    @Test func aTickByHandStaysAndCanBeTakenBack() throws {
        terminal.run("plan tom tue 10:00 20m format=video")
        let screen = terminal.run("checklist tom --done see-what-is-open --done listen")
        #expect(screen.status == .inOrder && screen.output.hasSuffix("Not right? Take it back with: explore undo\n"))
        #expect(try item("see-what-is-open", "checklist tom")["state"] as? String == "done")
        #expect(try item("listen", "checklist")["proof"] as? String == "ticked Fri 20 Nov 2026 18:00")
        terminal.run("undo")
        #expect(try item("listen", "checklist tom")["state"] as? String == "open")
    }

    @Test func aTickStaysWhenTheMeetingIsMovedOrBeginsLate() throws {
        terminal.run("plan tom tue 10:00 20m format=video")
        terminal.run("checklist tom --done see-what-is-open")
        terminal.run("log moved tom to wed 11:00")
        #expect(try item("see-what-is-open", "checklist tom")["state"] as? String == "done")
        terminal.now += 5 * 86_400 - 6 * 3600
        terminal.run("log met tom 11:05")
        #expect(try item("see-what-is-open", "checklist tom")["state"] as? String == "done")
    }

    @Test func whatWasPutAwayIsShownWithItsReason() throws {
        terminal.run("log met tom 10:00 20m format=phone")
        terminal.run("dismiss --rule thank-you-within-a-day --because 'thanked in person'")
        let item = try item("send-thanks", "checklist tom")
        #expect(item["state"] as? String == "put_away" && item["done"] as? Bool == false)
        #expect(
            terminal.run("checklist tom").output.contains(
                " [–] Write Tom Baker a thank-you note, within a day  (put away: thanked in person)  [send-thanks]\n"))
    }

    @Test func aTrialTicksNothing() throws {
        terminal.run("plan tom tue 10:00 20m format=video")
        #expect(terminal.run("checklist tom --done listen --dry-run").output.hasSuffix("Nothing was recorded.\n"))
        #expect(try item("listen", "checklist tom")["state"] as? String == "open")
    }

    @Test func anItemNobodyKnowsIsAskedAbout() {
        terminal.run("plan tom tue 10:00 20m format=video")
        let screen = terminal.run("checklist tom --done lissten")
        #expect(screen.status == .notDone && screen.errors.contains("did you mean 'listen'?"))
    }

    @Test func aTextLogIsReadAndNotTicked() {
        let log = "--log Examples/sam.yaml --now '2026-11-20 18:00'"
        #expect(terminal.run("checklist tom \(log)").status == .inOrder)
        #expect(terminal.run("checklist tom --done listen \(log)").status == .notDone)
    }

    @Test func aPlanFileNeedsNoLog() throws {
        let screen = terminal.run("checklist Examples/plan-mended.yaml")
        #expect(screen.status == .inOrder && screen.output.contains("(in the plan)  [thank-them]"))
    }

    // MARK: Formats

    private static let hostile = "Ann <b>\"&' *_x_* [y]"

    @Test func aPageHoldsNoMarkupOfANameAndNothingFromElsewhere() throws {
        try terminal.write(
            "plan.yaml",
            Array("plan: meeting\nwith: '\(Self.hostile.replacing("'", with: "''"))'\nstarts: 2026-11-24 10:00\n".utf8))
        terminal.run("people add '\(Self.hostile.replacing("'", with: ""))'")
        try terminal.write("solo.yaml", Array("plan: meeting\nwith: Tom Baker\nstarts: 2026-11-24 10:00\n".utf8))
        let page = try LogTerminal().run("checklist \(terminal.folder)/plan.yaml --format html").output
        #expect(page.contains("Ann &lt;b&gt;&quot;&amp;&#39;") && !page.contains("<b>"))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && page.hasSuffix("</html>\n"))
        for word in ["http", "src=", "@import", "url(", "<script"] { #expect(!page.contains(word), "\(word)") }
    }

    @Test func everyBoxOfThePageHasItsLabel() throws {
        let page = terminal.run("checklist Examples/plan-mended.yaml --format html").output
        let boxes = page.matches(of: /<input type="checkbox" id="([^"]+)"/).map { String($0.1) }
        let labels = page.matches(of: /<label for="([^"]+)">/).map { String($0.1) }
        #expect(boxes == labels && Set(boxes).count == boxes.count && boxes.count > 25)
        let sections = page.matches(of: /aria-labelledby="([^"]+)"/).map { String($0.1) }
        #expect(sections.allSatisfy { page.contains("<h2 id=\"\($0)\">") } && sections.count == 4)
    }

    @Test func theTagsOfThePageClose() {
        let page = terminal.run("checklist Examples/plan-mended.yaml --format html").output
        for tag in ["main", "section", "ul", "li", "label", "h1", "h2", "div", "footer", "style", "small"] {
            let opened =
                page.components(separatedBy: "<\(tag)>").count + page.components(separatedBy: "<\(tag) ").count - 2
            #expect(opened == page.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
        }
    }

    @Test func markdownIsATaskListWhoseSignsStandForThemselves() throws {
        try terminal.write(
            "plan.yaml", Array("plan: meeting\nwith: 'A*b <i> [c]_d_'\nstarts: 2026-11-24 10:00\nformat: video\n".utf8))
        let text = try LogTerminal().run("checklist \(terminal.folder)/plan.yaml --format markdown").output
        #expect(
            text.hasPrefix(
                "# meeting with A\\*b &lt;i&gt; \\[c\\]\\_d\\_, Tue 24 Nov 2026 10:00\n\n## Before\n\n- [ ] "))
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("- [ ] ") || $0.hasPrefix("- [x] ") })
    }

    @Test func twiceTheSameIsTheSame() {
        let first = terminal.run("checklist Examples/plan-mended.yaml --format html")
        #expect(first.output == terminal.run("checklist Examples/plan-mended.yaml --format html").output)
    }
}
