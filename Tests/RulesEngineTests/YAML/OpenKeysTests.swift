import Testing

@testable import RulesEngine

struct OpenKeysTests {
    private static func insert(_ text: String, _ node: UInt32, into keys: inout OpenKeys) -> UInt32? {
        Array(text.utf8).withUnsafeBufferPointer { keys.insert(node, text: $0) }
    }

    @Test(arguments: [1, 15, 16, 17, 18, 1000])
    func everyRepetitionIsFound(count: Int) {
        var keys = OpenKeys()
        keys.open()
        for index in 0..<count { #expect(Self.insert("k\(index)", UInt32(index), into: &keys) == nil) }
        for index in 0..<count { #expect(Self.insert("k\(index)", 9999, into: &keys) == UInt32(index)) }
    }

    @Test func onlyTheInnermostCounts() {
        var keys = OpenKeys()
        keys.open()
        for index in 0..<20 { _ = Self.insert("k\(index)", UInt32(index), into: &keys) }
        keys.open()
        for index in 0..<20 { #expect(Self.insert("k\(index)", UInt32(100 + index), into: &keys) == nil) }
        keys.close()
        #expect(Self.insert("k19", 500, into: &keys) == 19)
        keys.close()
        keys.open()
        #expect(Self.insert("k19", 600, into: &keys) == nil)
    }

    @Test func aRepetitionThatMakesTheTableLeavesNoTrace() {
        var keys = OpenKeys()
        keys.open()
        for index in 0..<16 { _ = Self.insert("k\(index)", UInt32(index), into: &keys) }
        #expect(Self.insert("k3", 99, into: &keys) == 3)
        keys.close()
        keys.open()
        for index in 0..<17 { #expect(Self.insert("k\(index)", UInt32(index), into: &keys) == nil) }
    }

    @Test func composedAndDecomposedAreTheSame() {
        var keys = OpenKeys()
        keys.open()
        #expect(Self.insert("caf\u{E9}", 1, into: &keys) == nil)
        #expect(Self.insert("cafe\u{301}", 2, into: &keys) == 1)
        #expect(Self.insert("cafe", 3, into: &keys) == nil)
    }
}
