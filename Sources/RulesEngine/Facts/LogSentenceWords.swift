/// The few English words that give a typed line its form.
enum LogSentenceWords {
    /// Words that may stand before what happened: "I met", "we just met".
    static let openers: Set<String> = ["i", "we", "just", "have", "i've"]
    /// Words that may stand before a name.
    static let beforeNames: Set<String> = ["with", "to", "from", "for", "by", "of"]
    /// Words between two names.
    static let betweenNames: Set<String> = ["and", "&", "+", ","]
    /// Words before the way something was done: "by phone".
    static let beforeWays: Set<String> = ["by", "via", "over", "on", "through", "per"]
    /// Words that begin a clause: a time behind them may belong to it.
    static let clauses: Set<String> = ["to", "if", "whether", "that", "when", "how", "why", "what", "who", "because"]
    /// Words that begin a text about somebody.
    static let abouts: Set<String> = clauses.union(["about", "regarding", "on", "re"])
    /// Words between the two ends of a time.
    static let untils: Set<String> = ["-", "–", "—", "to", "until", "till"]
    /// Words that may be left out of the words for what happened.
    static let articles: Set<String> = ["a", "an", "the"]
    /// Words that say about when, and not when.
    static let vagueTimes: Set<String> = [
        "this", "that", "in", "the", "at", "last", "past", "next", "morning", "afternoon", "evening", "night", "noon",
        "midnight",
        "tonight", "week", "month", "year", "weekend", "earlier", "recently", "lately", "ago", "before", "after",
        "lunch",
    ]
    /// Vague times that are a time even alone.
    static let vagueAlone: Set<String> = [
        "morning", "afternoon", "evening", "night", "noon", "midnight", "tonight", "week", "month", "year", "weekend",
        "earlier", "recently", "lately", "ago",
    ]
    /// Words for a day, for what is misspelt.
    static let days = [
        "yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    /// Words that stand in the middle of a name: "Ana de la Cruz".
    static let insideNames: Set<String> = [
        "de", "del", "della", "la", "le", "van", "von", "der", "den", "di", "da", "bin", "al",
    ]

    /// Words that are no beginning of a name, whoever is in the log.
    static func isCommon(_ word: String) -> Bool { common.contains(word.lowercased()) }

    private static let common: Set<String> = [
        "a", "about", "after", "all", "an", "and", "any", "as", "at", "because", "before", "but", "by", "for", "from",
        "he",
        "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "more", "my", "no", "not", "of",
        "on",
        "one", "or", "our", "over", "she", "so", "some", "someone", "somebody", "that", "the", "their", "them", "they",
        "this", "to", "up", "us", "very", "via", "was", "we", "what", "when", "where", "which", "who", "why", "with",
        "you",
        "your",
    ]
}
