/// Why libyaml stopped, in its own words and marks; people are never shown this.
struct YAMLProblem {
    /// libyaml's problem, such as "did not find expected key".
    let problem: String
    /// What it was reading, such as "while parsing a block mapping"; empty when it does not say.
    let context: String
    /// Where it stopped, in Unicode scalars without a byte order mark.
    let mark: Int
    /// Where the thing it was reading began, in Unicode scalars without a byte order mark.
    let contextMark: Int
}
