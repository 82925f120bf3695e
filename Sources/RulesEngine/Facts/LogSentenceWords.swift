/// The few English words that give a typed line its form.
enum LogSentenceWords {
    /// Words that may stand before what happened: "I met", "we just met".
    static let openers: Set<String> = ["i", "we", "just", "have", "i've"]
    /// Words that may stand before a name.
    static let beforeNames: Set<String> = ["with", "to", "from", "for", "by", "of"]
    /// Words behind the name of somebody that is written down, which belong to what is known about them.
    static let afterNames: Set<String> = ["from", "at", "with", "via", "through", "who", "works", "is", "as"]
    /// Words between two names.
    static let betweenNames: Set<String> = ["and", "&", "+", ","]
    /// Words before the way something was done: "by phone".
    static let beforeWays: Set<String> = ["by", "via", "over", "on", "through", "per"]
    /// Words that begin a clause: a time behind them may belong to it.
    static let clauses: Set<String> = ["to", "if", "whether", "that", "when", "how", "why", "what", "who", "because"]
    /// Words that begin a text about somebody.
    static let abouts: Set<String> = clauses.union(["about", "regarding", "on", "re"])
    /// Words that begin a text about something, in which a vague time is part of the text.
    static let texts: Set<String> = clauses.union(["about", "regarding", "re"])
    /// Parts of a day, with a time in each that may be written instead.
    static let dayParts = [
        "morning": "9:00", "afternoon": "15:00", "evening": "19:00", "night": "21:00", "lunchtime": "12:30",
    ]
    /// Lengths in words that are not a number with a unit.
    static let lengths = [
        "half an hour": "30 minutes", "half hour": "30 minutes", "a half hour": "30 minutes",
        "half-hour": "30 minutes", "an hour": "1 hour", "one hour": "1 hour", "an hour and a half": "1 hour 30 minutes",
        "one and a half hours": "1 hour 30 minutes", "1 and a half hours": "1 hour 30 minutes",
        "quarter of an hour": "15 minutes", "a quarter of an hour": "15 minutes", "a quarter hour": "15 minutes",
        "three quarters of an hour": "45 minutes", "an hour and a quarter": "1 hour 15 minutes",
    ]
    /// Numbers in words, before a unit of time.
    static let numbers = [
        "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10", "fifteen": "15", "twenty": "20",
        "thirty": "30", "forty": "40", "forty-five": "45", "fifty": "50", "sixty": "60", "ninety": "90",
    ]
    /// Words behind a stretch of time that is not how long something took: `20 minutes late`.
    static let afterDistances: Set<String> = [
        "late", "early", "later", "earlier", "before", "after", "behind", "away", "ago", "longer", "more", "less",
        "walk", "drive", "old", "of", "overdue", "notice", "from",
    ]
    /// Days in other languages, each with the word to write.
    static let foreignDays = [
        "gestern": "yesterday", "heute": "today", "morgen": "tomorrow", "vorgestern": "2 days ago", "hier": "yesterday",
        "demain": "tomorrow", "ayer": "yesterday", "hoy": "today", "mañana": "tomorrow",
        "ieri": "yesterday", "oggi": "today", "domani": "tomorrow", "ontem": "yesterday",
    ]
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
    /// Words that make a vague time of a part of the calendar: `last week`.
    static let beforeVague: Set<String> = ["this", "that", "last", "past", "next", "other", "late", "early", "some"]
    /// The parts of the calendar they stand before.
    static let vagueUnits: Set<String> = [
        "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year", "day",
    ]
    /// Vague times that need no other word, at the beginning or the end of a text.
    static let vagueEdges: Set<String> = ["tonight", "recently", "lately", "earlier"]
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
