// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target: Swift 6 mode, and a warning is an error.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

// Targets stand in dependency order; `ARCHITECTURE.md` says who may import whom, `ProjectTests` holds it.
let package = Package(
    name: "explore",
    platforms: [.macOS(.v13)],
    products: [
        .executable(name: "explore", targets: ["explore"]),
        .library(name: "RulesEngine", targets: ["RulesEngine"]),
        .library(name: "Checklists", targets: ["Checklists"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "RulesEngine", dependencies: ["CYAML"], swiftSettings: settings),
        .target(name: "Checklists", dependencies: ["RulesEngine"], swiftSettings: settings),
        .target(
            name: "ActivityLog",
            dependencies: [
                "RulesEngine", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "explore",
            dependencies: [
                "RulesEngine", "Checklists", "ActivityLog",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings,
            plugins: ["EmbedRules"]),
        // Builds Rules/ into the program (Documentation/Decisions/0003).
        .executableTarget(name: "EmbedRulesTool"),
        .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["EmbedRulesTool"]),
        .target(
            name: "TestSupport", dependencies: ["RulesEngine", "Checklists"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "RulesEngineTests", dependencies: ["RulesEngine", "TestSupport"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "ActivityLogTests",
            dependencies: ["ActivityLog", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(
            name: "ChecklistsTests", dependencies: ["Checklists", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ExploreTests", dependencies: ["explore", "TestSupport"], exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "ProjectTests", dependencies: ["explore", "Checklists", "ActivityLog", "RulesEngine", "TestSupport"],
            swiftSettings: settings),
    ]
)
