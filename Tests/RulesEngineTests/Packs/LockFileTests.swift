import Testing

@testable import RulesEngine

/// The record of installed packs: it reads back as it was written, and what was changed by hand is noticed.
struct LockFileTests {
    static let pack = LockFile.Pack(
        id: "north-campus", version: "1.10", source: "https://example.org/it's #1: packs.git", revision: "00ff",
        added: CalendarDay(number: 20_000),
        files: ["pack.yaml": LockFileDigest(of: [1]), "rules/a.yaml": LockFileDigest(of: [2])])
    static let other = LockFile.Pack(
        id: "a", version: "yes", source: "/home/sam/a pack", revision: nil, added: CalendarDay(number: 1),
        files: ["pack.yaml": LockFileDigest(of: [])])

    private func read(_ text: String) -> (LockFile, Diagnostics) {
        var diagnostics = Diagnostics()
        let lock = LockFileReader.read(SourceFile(name: "explore.lock", text: text), &diagnostics)
        return (lock, diagnostics)
    }

    @Test(arguments: [LockFile(), LockFile([pack]), LockFile([pack, other])])
    func aRecordReadsBackAsItWasWritten(_ lock: LockFile) {
        let (again, diagnostics) = read(lock.text)
        #expect(diagnostics.all.isEmpty)
        #expect(again == lock)
        #expect(again.text == lock.text)
    }

    @Test func itIsReadable() {
        let text = LockFile([Self.other]).text
        #expect(
            text == """
                # The packs that are installed, and what was in them. Written by 'explore pack'; please do not edit.
                lock: 1
                packs:
                  - id: a
                    version: "yes"
                    source: /home/sam/a pack
                    added: 1970-01-02
                    sha256: \(Self.other.digest)
                    files:
                      - file: pack.yaml
                        sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

                """)
    }

    @Test func aChangedDigestIsNoticed() {
        let text = LockFile([Self.other]).text.replacing("e3b0c442", with: "e3b0c443")
        let (_, diagnostics) = read(text)
        #expect(diagnostics.all.map(\.message) == ["the record of the pack 'a' was changed by hand"])
    }

    @Test(arguments: ["../x", "a/b", "A", "", "-x", "con", "x y"])
    func anIDThatIsNoNameOfAFolderIsRefused(_ id: String) {
        let (lock, diagnostics) = read(LockFile([Self.other]).text.replacing("id: a\n", with: "id: '\(id)'\n"))
        #expect(lock.packs.isEmpty && diagnostics.hasErrors)
    }

    @Test func whatIsNoDigestIsRefused() {
        let (lock, diagnostics) = read(
            "lock: 1\npacks:\n  - id: a\n    version: 1\n    source: x\n    added: 2026-11-20\n    sha256: abc\n    files: []\n"
        )
        #expect(lock.packs.isEmpty)
        #expect(diagnostics.all.map(\.code) == [.lockChanged])
    }

    @Test func addingAndRemovingKeepTheOrder() {
        let lock = LockFile([Self.pack]).adding(Self.other)
        #expect(lock.packs.map(\.id) == ["a", "north-campus"])
        #expect(lock.adding(Self.pack) == lock)
        #expect(lock.removing("a").removing("b").packs.map(\.id) == ["north-campus"])
    }
}
