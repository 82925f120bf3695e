/// How much of the notation a file may use.
enum YAMLProfile {
    /// What rule files may contain: one document without anchors, tags, `? ` keys, `<<` and `%` lines.
    case ruleFiles
    /// Everything libyaml can read; for inspection and the conformance suite.
    case everything
}
