import Testing

/// The fine print of the rule language has eighteen points; each is held by tests named after it, and a new point needs
/// one before it counts as settled.
struct FinePrintTests {
    @Test(arguments: 1...18)
    func everyPointHasATestNamedAfterIt(_ point: Int) {
        let name = "func finePrint" + (point < 10 ? "0" : "") + "\(point)_"
        let files = SourceTree.files(below: "Tests/RulesEngineTests").filter { file in
            file.code.contains { $0.text.contains(name) }
        }
        #expect(!files.isEmpty, "point \(point): no test begins with '\(name)'")
    }
}
