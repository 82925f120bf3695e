import Foundation
import TestSupport
import Testing

@testable import explore

/// `explore coverage`: a table, JSON and a picture.
struct CoverageCommandTests {
    private let terminal: LogTerminal

    init() throws { terminal = try LogTerminal() }

    private func fill() {
        terminal.run("path add 'People operations'")
        terminal.run("path add 'R&D <care>'")
        terminal.run("people add 'Ana Ruiz' --path 'People operations'")
        terminal.run("people add 'Tom Baker' --path 'People operations'")
        terminal.run("log met ana 10:00 learned='typical day'")
        terminal.run("log met tom 11:00 learned=day")
        terminal.run("log contradicts tom 'typical day' against='Ana Ruiz'")
        terminal.run("log researched culture path='R&D <care>'")
        terminal.run("plan tom tue 10:00 20m")
    }

    @Test func anEmptyLogIsAMapWithoutMarks() {
        let screen = terminal.run("coverage")
        #expect(screen.status == .inOrder)
        #expect(screen.output.contains("typical day           –\n") && screen.output.contains("0 of 18"))
    }

    @Test func theTableCountsPeopleByPath() {
        fill()
        let lines = terminal.run("coverage").output.split(separator: "\n").map(String.init)
        #expect(lines.contains("Topic                 People operations   R&D <care>"))
        #expect(lines.contains("typical day           2 voices ≠          –"))
        #expect(lines.contains("culture               –                   only read"))
        #expect(lines.contains(" typical day: Tom Baker contradicts Ana Ruiz (Fri 20 Nov 2026)"))
        #expect(lines.contains(" Tom Baker about People operations (meeting with Tom Baker, Tue 24 Nov 2026 10:00)"))
    }

    @Test func nobodyToAskSaysWhoIsMissing() {
        #expect(
            terminal.run("coverage").output.contains(
                "Nobody to ask just now: no talk is planned, and nobody you know well does this work.\n"))
    }

    @Test func whatWasDoneIsListedApartFromWhatWasSaid() {
        fill()
        terminal.run("log agreed ana")
        let output = terminal.run("coverage --path people").output
        #expect(output.contains("confidence            1 by deed\n"))
        #expect(
            output.contains(
                "\nShown by what was done; nobody said anything by that\n"
                    + " confidence: yes from Ana Ruiz, Fri 20 Nov 2026\n"))
        #expect(output.contains("1 of 18"))
    }

    @Test func voicesOfOneSourceSayWhy() {
        fill()
        terminal.run("people set tom introduced_by='Ana Ruiz'")
        let output = terminal.run("coverage --path people").output
        #expect(output.contains("typical day           2 voices ≠ ↔\n"))
        #expect(output.contains("(one source: an anecdote)\n"))
        #expect(
            output.contains(
                "\nNot independent of each other (↔), so still one source\n typical day: introducer of Tom Baker: Ana Ruiz\n"
            ))
    }

    @Test func aDroppedPathSaysSo() {
        fill()
        terminal.run("log decided against path='R&D <care>'")
        #expect(terminal.run("coverage").output.contains("   R&D <care> (dropped)\n"))
    }

    @Test func onePathSaysWhoSpoke() {
        fill()
        let output = terminal.run("coverage --path people").output
        #expect(output.contains(" typical day: Ana Ruiz, Fri 20 Nov 2026; Tom Baker, Fri 20 Nov 2026\n"))
        #expect(!output.contains("R&D"))
    }

    @Test func aPathNobodyKnowsIsAskedAbout() {
        fill()
        let screen = terminal.run("coverage --path poeple")
        #expect(screen.status == .notDone && screen.errors.contains("no path called 'poeple' is in the log"))
    }

    @Test func programsGetTheSame() throws {
        fill()
        let output = terminal.run("coverage --format json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        let paths = try #require(object["paths"] as? [[String: Any]])
        #expect(paths.map { $0["path"] as? String } == ["People operations", "R&D <care>"])
        let topics = try #require(paths.first?["topics"] as? [[String: Any]])
        let day = try #require(topics.first { $0["topic"] as? String == "typical day" })
        #expect(day["people"] as? [String] == ["Ana Ruiz", "Tom Baker"] && day["voices"] as? Int == 2)
    }

    // MARK: The picture

    @Test func thePictureIsWholeAndEscaped() throws {
        fill()
        #expect(terminal.run("coverage --svg @/map.svg").status == .inOrder)
        let picture = try terminal.read("map.svg")
        #expect(picture.hasPrefix("<svg xmlns=") && picture.hasSuffix("</svg>\n"))
        #expect(picture.contains("R&amp;D &lt;care&gt;") && !picture.contains("<care>"))
        #expect(picture.contains("<title id=\"title\">") && picture.contains("<desc id=\"desc\">"))
        for tag in ["text", "g", "title", "desc", "svg"] {
            let opened =
                picture.components(separatedBy: "<\(tag)>").count + picture.components(separatedBy: "<\(tag) ").count
                - 2
            #expect(opened == picture.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
        }
    }

    @Test func aDotStandsForEveryPerson() throws {
        fill()
        terminal.run("coverage --svg @/map.svg")
        let picture = try terminal.read("map.svg")
        // Two of them on the typical day, and two in the legend.
        #expect(picture.components(separatedBy: "<circle").count - 1 == 4)
        #expect(picture.contains("<title>2 voices ≠: Ana Ruiz, Tom Baker</title>"))
    }

    @Test(arguments: ["@/map.png", "@/notes.txt", "@/no/such/folder/map.svg"])
    func whatIsNoPictureIsNotWritten(_ path: String) throws {
        #expect(terminal.run("coverage --svg \(path)").status == .notDone)
    }
}
