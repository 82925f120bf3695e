/// A stretch of somebody's text in single quotes for a message, cut after forty characters.
package func quoted(_ text: some StringProtocol) -> String {
    text.count <= 40 ? "'\(text)'" : "'\(text.prefix(39))…'"
}
