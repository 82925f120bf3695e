import Foundation
import TestSupport
import Testing

/// What a script can hold of the house style.
struct HouseStyleTests {
    static let sources = SourceTree.files(below: "Sources")

    @Test func noForbiddenWordStandsInTheSources() {
        let forbidden = ["TODO", "FIXME", "try!", "as!", "@unchecked", "nonisolated(unsafe)", "fatalError("]
        for file in Self.sources {
            for (place, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for word in forbidden { #expect(!line.contains(word), "\(file):\(place + 1): \(word)") }
            }
        }
    }

    @Test func noFileIsLongerThanFiveHundredLines() {
        for file in Self.sources { #expect(file.text.split(separator: "\n").count <= 500, "\(file)") }
    }

    @Test func noFolderIsADrawer() {
        let drawers = ["Utilities", "Helpers", "Common", "Manager", "Misc"]
        for file in Self.sources {
            let parts = Set(file.path.split(separator: "/").map(String.init))
            #expect(parts.isDisjoint(with: drawers), "\(file)")
        }
    }

    @Test(arguments: [
        "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "Makefile", ".swift-format",
        ".ci/run",
        "Documentation/Decisions", "Documentation/Diagnostics", "Examples", "Rules", "Benchmarks",
    ])
    func theTreeIsWhole(_ path: String) {
        #expect(FileManager.default.fileExists(atPath: ProjectFiles.root.appendingPathComponent(path).path))
    }

    @Test func nothingDependsOnWhatLiesBesideTheProject() {
        let files = SourceTree.files(below: "Sources") + SourceTree.files(below: "Plugins")
        for file in files { #expect(!file.text.contains("../shared"), "\(file)") }
    }
}
