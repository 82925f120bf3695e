#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writing a picture that is made anew each time.
enum PictureFile {
    /// Writes the text of a picture; an earlier picture of that name is replaced, anything else is left alone.
    static func write(_ text: String, to path: String) throws {
        guard path.lowercased().hasSuffix(".svg") else {
            throw CommandFailure("'\(path)' is no name for a picture", help: "write a name that ends in .svg")
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(
                "'\(path)' cannot be written", help: "check that its folder exists, may be written and has room")
        }
    }
}
