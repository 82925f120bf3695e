/// The schema of a file of message patterns.
struct SchemaOfMessages {
    let vocabulary: Vocabulary

    /// The whole file.
    var file: SchemaNode {
        .settings(
            [
                ("kind", SchemaNode.oneWord(of: words).described("what kind of message the patterns are for")),
                ("messages", .listOf(pattern)),
            ], needed: ["kind", "messages"])
    }

    private var words: [String] { vocabulary.messageKinds.flatMap { $0.messages + [$0.name] } }

    private var pattern: SchemaNode {
        .settings(
            [
                ("id", SchemaValues.text.described("its name, such as first-request")),
                ("title", SchemaValues.text.described("when it is right")), ("where", .ref("condition")),
                ("known", slots.described("what must be known for it")),
                ("subject", SchemaValues.text), ("text", .anyOf([SchemaValues.text, .listOf(paragraph)])),
                ("advice", SchemaValues.texts.described("the pieces of advice it follows")),
                (
                    "source",
                    .settings([("work", SchemaValues.text), ("at", SchemaValues.text)], needed: ["work"])
                ),
            ], needed: ["id", "title", "text"])
    }

    private var paragraph: SchemaNode {
        .anyOf([
            SchemaValues.text,
            .settings(
                [("known", slots), ("text", SchemaValues.text), ("otherwise", SchemaValues.text)],
                needed: ["known", "text"]),
        ])
    }

    private var slots: SchemaNode {
        let known = Slot.known(about: vocabulary.messageKinds.map(\.id), in: vocabulary)
        return .oneOrMore(.oneWord(of: known.filter { !$0.hasSuffix(".first_name") }))
    }
}
