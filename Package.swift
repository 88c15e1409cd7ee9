// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Everything outside the three C fences: an unsafe line must say so, or it does not compile.
let safe: [SwiftSetting] = house + [.strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error)]

/// What is first in and first out.
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")

let package = Package(
  name: "Aftershow",
  products: [
    .executable(name: "aftershow", targets: ["Aftershow"]),
    .executable(name: "aftershow-bench", targets: ["AftershowBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
  ],
  targets: [
    .executableTarget(
      name: "Aftershow",
      dependencies: ["Service", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: safe),
    .executableTarget(
      name: "AftershowBench",
      dependencies: ["CEpoll", "JSON", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: house),

    .target(
      name: "Service",
      dependencies: [
        "ServiceLoop", "Postgres", "Store", "Live", "Rows", "Board", "Metrics", "Tables", "Workbooks", "Privacy",
        "JSON", "Identity", "Likeness",
      ],
      swiftSettings: safe),
    .target(name: "Store", dependencies: ["Rows", "Postgres", "ServiceLoop", "Identity"], swiftSettings: safe),
    // For tests: databases of a throw-away PostgreSQL.
    .target(name: "StoreTesting", dependencies: ["Store", "Postgres"], swiftSettings: safe),
    .target(name: "Live", dependencies: ["Rows", "Board", "JSON", "Identity", deque], swiftSettings: safe),
    .target(name: "Rows", dependencies: ["Identity"], swiftSettings: safe),
    .target(name: "Board", dependencies: ["Metrics", "Privacy", "JSON", "Identity"], swiftSettings: safe),
    .target(name: "Metrics", dependencies: ["Tables"], swiftSettings: safe),
    .target(name: "Tables", swiftSettings: safe),
    .target(name: "JSON", swiftSettings: safe),
    .target(name: "Identity", swiftSettings: safe),
    .target(name: "Privacy", swiftSettings: safe),
    .target(name: "Likeness", swiftSettings: safe),

    // The three fences: the only Swift of the server that touches C. Each unsafe line there carries its proof.
    .target(
      name: "ServiceLoop", dependencies: ["CLibwebsockets", "CLibuv", "CZlib", "CJemalloc", "CScheduler"],
      swiftSettings: house),
    .target(name: "Postgres", dependencies: ["CLibpq", "ServiceLoop", deque], swiftSettings: house),
    .target(name: "Workbooks", dependencies: ["CLibzip", "CExpat", "Tables"], swiftSettings: house),

    .systemLibrary(name: "CEpoll"),
    .systemLibrary(name: "CScheduler"),
    .systemLibrary(name: "CLibwebsockets", pkgConfig: "libwebsockets", providers: [.apt(["libwebsockets-dev"])]),
    .systemLibrary(name: "CLibuv", pkgConfig: "libuv", providers: [.apt(["libuv1-dev"])]),
    // Linked for its malloc, which takes the place of the C library's for all of the process.
    .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CLibzip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    // For tests: seeded randomness, and the sample files.
    .target(name: "Fixtures", dependencies: ["JSON"], path: "Tests/Fixtures", swiftSettings: safe),
    .testTarget(
      name: "ServiceLoopTests", dependencies: ["ServiceLoop", "CJemalloc", "Fixtures"], swiftSettings: house),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "StoreTesting", "Rows", "Postgres", "ServiceLoop", "Identity", "Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "LiveTests", dependencies: ["Live", "Rows", "Board", "JSON", "Identity", "Fixtures"], swiftSettings: house),
    .testTarget(
      name: "BoardTests", dependencies: ["Board", "Metrics", "Privacy", "JSON", "Identity", "Fixtures"],
      swiftSettings: house),
    .testTarget(
      name: "TablesTests", dependencies: ["Tables", "Workbooks", "Metrics", "Fixtures"], swiftSettings: house),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "Fixtures"], swiftSettings: house),
    .testTarget(name: "LikenessTests", dependencies: ["Likeness"], swiftSettings: house),
    .testTarget(name: "PrivacyTests", dependencies: ["Privacy", "Tables", "Fixtures"], swiftSettings: house),
    .testTarget(
      name: "ServiceTests",
      dependencies: ["Service", "ServiceLoop", "Store", "Rows", "Board", "Tables", "Identity", "JSON", "Fixtures"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
