/// What happens to a single line when it is typed, pasted or moved without care.
enum LineSlip: String, CaseIterable {
    case dashLost, dashLostWithItsColumn, dashWithoutSpace, bullet, asterisk, enDash, dashBesideText
    case oneTooFar, twoTooFar, oneTooNear, twoTooNear, tab
    case colonLost, spaceAfterColonLost, spaceBeforeColon, equalsSign, wideColon
    case openingQuoteLost, closingQuoteLost, openingBracketLost, closingBracketLost, commaLost
    case secondColon, atSign, lineLost, lineTwice

    /// The line after the slip, as the lines that stand for it; nil when it cannot happen to this line.
    func applied(to line: String) -> [String]? {
        let blanks = line.prefix { $0 == " " }
        let text = line.dropFirst(blanks.count)
        guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
        func replacing(_ mark: String, _ other: String) -> [String]? {
            guard let place = line.firstRange(of: mark) else { return nil }
            return [line[..<place.lowerBound] + other + line[place.upperBound...]]
        }
        func dash(_ other: String) -> [String]? {
            text.hasPrefix("- ") ? [blanks + other + text.dropFirst(2)] : nil
        }
        switch self {
        case .dashLost: return dash("  ")
        case .dashLostWithItsColumn: return dash("")
        case .dashWithoutSpace: return dash("-")
        case .bullet: return dash("• ")
        case .asterisk: return dash("* ")
        case .enDash: return dash("– ")
        case .dashBesideText: return text.hasPrefix("- ") ? nil : [blanks + "- " + text]
        case .oneTooFar: return [" " + line]
        case .twoTooFar: return ["  " + line]
        case .oneTooNear: return blanks.isEmpty ? nil : [String(line.dropFirst())]
        case .twoTooNear: return blanks.count < 2 ? nil : [String(line.dropFirst(2))]
        case .tab: return blanks.count < 2 ? nil : ["\t" + text]
        case .colonLost: return replacing(": ", " ") ?? (line.hasSuffix(":") ? [String(line.dropLast())] : nil)
        case .spaceAfterColonLost: return replacing(": ", ":")
        case .spaceBeforeColon: return replacing(": ", " : ")
        case .equalsSign: return replacing(": ", " = ")
        case .wideColon: return replacing(": ", "：")
        case .openingQuoteLost: return replacing(" '", " ")
        case .closingQuoteLost: return line.hasSuffix("'") ? [String(line.dropLast())] : nil
        case .openingBracketLost: return replacing("[", "")
        case .closingBracketLost: return replacing("]", "")
        case .commaLost: return line.contains("[") ? replacing(", ", " ") : nil
        case .secondColon: return text.contains(": ") ? [line + ": more"] : nil
        case .atSign: return replacing(": ", ": @")
        case .lineLost: return []
        case .lineTwice: return [line, line]
        }
    }
}
