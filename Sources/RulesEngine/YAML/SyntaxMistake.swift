/// What a person did where libyaml stopped, in plain words and at the exact place.
///
/// libyaml says where *it* could not go on; the line, its neighbours and the value read last say what was meant.
struct SyntaxMistake {
    private let scene: SyntaxScene

    /// Takes the place where reading stopped.
    init(_ scene: SyntaxScene) {
        self.scene = scene
    }

    /// The mistake as people are shown it.
    var diagnostic: Diagnostic {
        if let mistake = wholeLineMistake ?? IndentationMistakes(scene).brokenDash { return mistake }
        let mistake = likelyMistake ?? QuoteMistakes(scene).textAfterQuotedName ?? unreadable
        return MisplacedLine(scene.table).better(than: mistake, stopped: scene.problemLine)
    }

    /// Mistakes that explain any problem on their line: a conflict, a Tab, a no-break space.
    private var wholeLineMistake: Diagnostic? {
        if let mistake = LineMistakes(scene).conflict { return mistake }
        for line in [scene.line(at: scene.contextAt), scene.problemLine] {
            if let mistake = LineMistakes(scene).noBreakSpace(line) { return mistake }
        }
        return scene.context.contains("quoted scalar") ? nil : LineMistakes(scene).tab()
    }

    private var likelyMistake: Diagnostic? {
        switch scene.problem {
        case "mapping values are not allowed in this context": ColonMistakes(scene).unexpectedColon
        case "could not find expected ':'": ColonMistakes(scene).missingColon
        case "did not find expected '-' indicator": afterValue ?? IndentationMistakes(scene).outOfList
        case "did not find expected key": afterValue ?? IndentationMistakes(scene).outOfSettings
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": BracketMistakes(scene).notClosed
        case "block sequence entries are not allowed in this context": IndentationMistakes(scene).misplacedDash
        case _ where scene.context.contains("anchor"):
            CharacterMistakes(scene).textAfterSign ?? characterMistake
        default: quoteMistake ?? characterMistake
        }
    }

    /// Text that goes on where a quotation or a bracket has ended.
    private var afterValue: Diagnostic? {
        CharacterMistakes(scene).textAfterSign ?? QuoteMistakes(scene).textAfterQuotation
            ?? BracketMistakes(scene).textAfterBracket ?? CharacterMistakes(scene).stray
    }

    private var quoteMistake: Diagnostic? {
        switch scene.problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            scene.context.contains("quoted") ? QuoteMistakes(scene).notClosed(at: scene.contextAt) : nil
        case "found unknown escape character": QuoteMistakes(scene).unknownEscape
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            QuoteMistakes(scene).badCharacterCode
        default: nil
        }
    }

    private var characterMistake: Diagnostic? {
        switch scene.problem {
        case "found character that cannot start any token": CharacterMistakes(scene).reserved(at: scene.at)
        case "did not find expected alphabetic or numeric character":
            CharacterMistakes(scene).reserved(at: scene.contextAt)
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            CharacterMistakes(scene).badTextBlock
        case "did not find expected node content":
            CharacterMistakes(scene).textAfterSign ?? CharacterMistakes(scene).stray
                ?? CharacterMistakes(scene).missingValue
        case "did not find expected <document start>": CharacterMistakes(scene).afterTheEnd
        case "mapping keys are not allowed in this context": CharacterMistakes(scene).questionKey
        case "found unexpected ':'": BracketMistakes(scene).colon
        case _ where (scene.context + scene.problem).contains("tag"): CharacterMistakes(scene).tag
        case _ where scene.context.contains("block scalar"): CharacterMistakes(scene).badTextBlock
        default: nil
        }
    }

    private var unreadable: Diagnostic {
        scene.mistake(
            .unreadableText, "this cannot be read here", scene.characterRange(at: scene.at),
            help: "compare the line with its neighbours, or put the text in quotes")
    }
}
