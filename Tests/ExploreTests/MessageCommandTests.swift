import Foundation
import TestSupport
import Testing

@testable import explore

/// `explore lint` on messages and `explore draft`.
struct MessageCommandTests {
    private let terminal: LogTerminal

    init() throws {
        terminal = try LogTerminal()
        terminal.run("people set me name='Sam Okafor'")
        terminal.run("people add 'Maya Lindt' relation=colleague")
        terminal.run("people add 'Ana Ruiz' organization='Delta Logistics' introduced_by='Maya Lindt'")
    }

    private static let good = """
        Dear Ana,

        Maya Lindt suggested that I write to you. I am exploring a move into logistics, and your path from the floor to the \
        office is the one I am thinking of.

        Could I ask you a few questions, for 20 minutes, over coffee or on the phone? I am not looking for a job, and would be \
        grateful for your view.

        Kind regards,
        Sam

        """

    private func lint(_ text: String, _ options: String = "--kind request --to ana") throws -> LogTerminal.Screen {
        try terminal.write("message.md", Array(text.utf8))
        return terminal.run("lint @/message.md \(options)")
    }

    private func findings(_ text: String, _ options: String = "--kind request --to ana") throws -> [String] {
        let screen = try lint(text, options + " --format json")
        return try screen.output.split(separator: "\n").map { line in
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            return "\(object["severity"] ?? "") \(object["rule"] ?? object["code"] ?? "")"
        }
    }

    // MARK: Checking

    @Test func aGoodRequestPasses() throws {
        let screen = try lint(Self.good)
        #expect(screen.text == "@/message.md: nothing to mend.\n")
        #expect(screen.status == .inOrder)
    }

    @Test func whatIsDoneWellIsListed() throws {
        #expect(
            try lint(Self.good, "--kind request --to ana --all").output.contains("✓ Name the person who referred you"))
    }

    @Test func theLogCounts() throws {
        let text = Self.good.replacing("Maya Lindt suggested that I write", with: "I write")
        #expect(try findings(text) == ["error messages/name-who-referred-you"])
        #expect(try findings(text, "--kind request") == [])
    }

    @Test func withoutAPersonNothingIsAskedAboutThem() throws {
        #expect(try lint(Self.good, "--kind request").text == "@/message.md: nothing to mend.\n")
    }

    @Test func theTimeAskedForIsReadFromTheWords() throws {
        let screen = try lint(Self.good.replacing("20 minutes", with: "45 minutes"))
        #expect(
            screen.output.contains("message.md:5:38: warning: You mean to ask Ana Ruiz for 45 minutes"),
            "\(screen.text)")
        #expect(screen.output.contains("guides disagree on this"))
        #expect(screen.status == .findings)
    }

    @Test func theHeadSaysWhatTheCommandLineWould() throws {
        #expect(try findings("To: Ana\nKind: request\n\n" + Self.good, "") == [])
        let screen = try lint("To: Ana\nKind: request\nAttach: resume.pdf\n\n" + Self.good, "")
        #expect(screen.output.contains("message.md:3:9: error: A resume turns"), "\(screen.text)")
    }

    @Test func columnsCountCharactersAndNotBytes() throws {
        let screen = try lint(Self.good.replacing("Kind regards", with: "👋🏽 é [your name]"))
        let line = try #require(screen.output.split(separator: "\n").first { $0.contains("fill-in-the-blanks") })
        #expect(line.contains("message.md:7:6:"), "\(line)")
    }

    @Test func aReminderTooSoonIsFound() throws {
        terminal.run("log asked ana yesterday 10:00 by email")
        let text = "Dear Ana,\nI have read your report since. Would Tuesday suit you?\nSam"
        #expect(try findings(text, "--kind reminder --to ana") == ["suggestion asking/give-them-a-week"])
    }

    @Test(arguments: ["sarif", "github"])
    func otherProgramsCanReadIt(_ format: String) throws {
        let screen = try lint("Dear Ana, [hello]", "--kind thank-you --to ana --format \(format)")
        #expect(screen.output.contains("messages/fill-in-the-blanks") && screen.output.contains("message.md"))
    }

    // MARK: What cannot be checked

    @Test func aPersonWhoIsNotInTheLogIsShownAtTheirPlace() throws {
        let screen = try lint("Kind: request\nTo: Ana Riuz\n\nDear Ana,", "")
        #expect(screen.errors.contains("@/message.md:2:5: error: nobody called 'Ana Riuz' is in the log"))
        #expect(screen.errors.contains("did you mean 'Ana Ruiz'?"))
        #expect(screen.status == .notDone)
        let named = try lint("Dear Ana,", "--kind request --to riuz")
        #expect(named.status == .notDone && named.errors.contains("nobody called 'riuz' is in the log"))
    }

    @Test func whereNobodyIsKnownEveryNameIsRight() throws {
        let empty = try LogTerminal()
        try empty.write("note.md", Array(("To: Ana Ruiz\nKind: request\n\n" + Self.good).utf8))
        #expect(empty.run("lint @/note.md").status == .inOrder)
        #expect(empty.run("lint @/note.md --to 'Ana Ruiz'").status == .inOrder)
    }

    @Test func whatIsNoMessageFileIsSaid() throws {
        #expect(terminal.run("lint @/nothing.md --kind request").errors.contains("there is no file"))
        #expect(terminal.run("lint @ --kind request").errors.contains("is a folder"))
        #expect(try lint("Hello", "").status == .notDone)
        #expect(try lint("Hello", "--kind reqest").errors.contains("did you mean 'request'?"))
    }

    @Test func oneFileThatCannotBeReadDoesNotHideTheOthers() throws {
        try terminal.write("bad.md", [0xFF, 0xFE, 0x41, 0x00])
        try terminal.write("good.md", Array(Self.good.utf8))
        let screen = terminal.run("lint @/bad.md @/good.md --kind request --to ana")
        #expect(screen.status == .notDone && screen.errors.contains("UTF-16"))
        #expect(screen.output.contains("good.md: nothing to mend."))
    }

    // MARK: Drafting

    @Test func aDraftIsPrinted() {
        let screen = terminal.run("draft request ana")
        #expect(
            screen.output.hasPrefix(
                "To: Ana Ruiz\nKind: request\nSubject: Maya Lindt suggested that I write to you\n\n"))
        #expect(screen.output.hasSuffix("Kind regards,\nSam Okafor\n"))
        #expect(
            screen.errors
                == "Ask somebody whom a person you know has named (request-by-referral). 2 blanks to fill in.\n")
        #expect(screen.status == .inOrder)
    }

    @Test func aDraftGoesIntoANewFileOfItsOwner() throws {
        let screen = terminal.run("draft thanks ana --to @/thanks.md")
        #expect(screen.output == "@/thanks.md was written.\n")
        let path = terminal.folder + "/thanks.md"
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let text = try terminal.read("thanks.md")
        #expect(text.hasPrefix("To: Ana Ruiz\nKind: thank-you\n"))
        let second = terminal.run("draft thanks ana --to @/thanks.md")
        #expect(second.status == .notDone && second.errors.contains("is there already and was left alone"))
        #expect(try terminal.read("thanks.md") == text)
    }

    @Test func theBlanksOfADraftAreFound() throws {
        terminal.run("draft request ana --to @/draft.md")
        let found = terminal.run("lint @/draft.md --format json").output.split(separator: "\n")
        #expect(found.count == 2 && found.allSatisfy { $0.contains("fill-in-the-blanks") })
    }

    @Test func thePatternsAreListed() {
        #expect(terminal.run("draft").output.contains("reply-to-no\n  reply-to-no: Thank somebody who said no"))
        #expect(!terminal.run("draft request").output.contains("reply-to-no"))
        #expect(terminal.run("draft request --format json").output.contains("\"pattern\":\"request-to-alum\""))
    }

    @Test func whatCannotBeDraftedIsSaid() {
        #expect(terminal.run("draft thank-yuo ana").errors.contains("did you mean 'thank-you'?"))
        #expect(terminal.run("draft thank-you nobody").errors.contains("nobody called 'nobody' is in the log"))
        #expect(terminal.run("draft thank-you --to @/x.md").errors.contains("there is nobody to write to"))
    }

    // MARK: Nothing is kept

    @Test func noWordOfAMessageIsKept() throws {
        _ = try lint(Self.good + "\nxylophone")
        terminal.run("draft thank-you ana")
        let files = try FileManager.default.subpathsOfDirectory(atPath: terminal.folder)
        for file in files where !file.hasSuffix("message.md") {
            let bytes = FileManager.default.contents(atPath: terminal.folder + "/" + file) ?? Data()
            #expect(bytes.range(of: Data("xylophone".utf8)) == nil, "\(file)")
        }
        #expect(terminal.run("history").output.contains("xylophone") == false)
    }
}
