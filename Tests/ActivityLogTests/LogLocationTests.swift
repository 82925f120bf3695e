import ActivityLog
import Testing

struct LogLocationTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let askedFor: String?
        let environment: [String: String]
        let path: String?
    }

    static let rows = [
        Row(testDescription: "nothing is known", askedFor: nil, environment: [:], path: nil),
        Row(
            testDescription: "home", askedFor: nil, environment: ["HOME": "/home/ana"],
            path: "/home/ana/.local/share/explore/log.sqlite"),
        Row(
            testDescription: "data folder before home", askedFor: nil,
            environment: ["HOME": "/home/ana", "XDG_DATA_HOME": "/data"], path: "/data/explore/log.sqlite"),
        Row(
            testDescription: "a slash at the end is not doubled", askedFor: nil,
            environment: ["XDG_DATA_HOME": "/data/"], path: "/data/explore/log.sqlite"),
        Row(
            testDescription: "a relative data folder does not count", askedFor: nil,
            environment: ["HOME": "/home/ana", "XDG_DATA_HOME": "data"],
            path: "/home/ana/.local/share/explore/log.sqlite"),
        Row(
            testDescription: "empty values do not count", askedFor: "",
            environment: ["HOME": "/home/ana", "XDG_DATA_HOME": "", "EXPLORE_LOG": ""],
            path: "/home/ana/.local/share/explore/log.sqlite"),
        Row(
            testDescription: "the variable before the folders", askedFor: nil,
            environment: ["HOME": "/home/ana", "XDG_DATA_HOME": "/data", "EXPLORE_LOG": "my.sqlite"],
            path: "my.sqlite"),
        Row(
            testDescription: "the one asked for before all", askedFor: "other.sqlite",
            environment: ["HOME": "/home/ana", "EXPLORE_LOG": "my.sqlite"], path: "other.sqlite"),
        Row(testDescription: "an empty home is none", askedFor: nil, environment: ["HOME": ""], path: nil),
    ]

    @Test(arguments: rows)
    func theLogIsWhereItIsSaidToBe(_ row: Row) {
        #expect(LogLocation.path(askedFor: row.askedFor, environment: row.environment) == row.path)
    }
}
