/// The identity of an activity as people write it: "a1", "a2", or any text a document brought along.
enum ActivityHandle {
    /// The handle that the log gives to its n-th activity.
    static func text(_ number: Int64) -> String { "a\(number)" }

    /// The n of a handle "an", written as the log would write it; nil for other texts and for numbers beyond counting.
    static func number(_ handle: String) -> Int64? {
        guard handle.utf8.first == UInt8(ascii: "a"), let number = Int64(handle.dropFirst()) else { return nil }
        return 1...highest ~= number && text(number) == handle ? number : nil
    }

    /// Far below the largest integer, so that counting on from it never overflows.
    private static let highest: Int64 = 1_000_000_000_000_000
}
