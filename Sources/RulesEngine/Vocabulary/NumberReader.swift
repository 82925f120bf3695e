/// Numbers of a field: read from what a person wrote, and written back.
enum NumberReader {
    /// The number, or what is wrong with it: leading zeros, separators and anything outside 64 bits are refused
    /// (yaml.md §3.2).
    static func read(_ text: String) -> Result<Double, ValueProblem> {
        switch WrittenNumber(text) {
        case .clear:
            guard let number = Double(text), number.isFinite, abs(number) <= 9.0e15 else {
                return .failure(ValueProblem("'\(text)' is too large a number", help: "write a smaller number"))
            }
            return .success(number)
        case .unclear(let meant):
            return .failure(
                ValueProblem("'\(text)' could be read in two ways", help: "write \(meant)", replacement: meant))
        case .none:
            return .failure(ValueProblem("'\(text)' is not a number", help: "write a number such as 3"))
        }
    }

    /// How a number is written back: without a decimal point when it is whole.
    static func written(_ number: Double) -> String {
        number.rounded() == number && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    }
}
