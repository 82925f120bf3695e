// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what it needs never reaches the product.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "explore", path: "..")],
    targets: [
        .target(name: "EventLoop", linkerSettings: [.linkedLibrary("yaml")]),
        .target(name: "Allocations"),
        .executableTarget(
            name: "bench",
            dependencies: ["EventLoop", "Allocations", .product(name: "RulesEngine", package: "explore")]),
    ]
)
