// swift-tools-version: 6.1
import PackageDescription

// The import rules of docs/architecture.md are the `dependencies` below: the compiler refuses an import that is not
// listed (Tests/ArchitectureTests checks that the table in the documentation says the same).

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-warnings-as-errors"]),
]

#if compiler(>=6.2)
    // `strictMemorySafety()` needs tools version 6.2; the flag is the same and lets Swift 6.1 build the package too.
    let memorySafe: [SwiftSetting] = settings + [.unsafeFlags(["-strict-memory-safety"])]
#else
    let memorySafe = settings
#endif

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "_CryptoExtras", package: "swift-crypto")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// One module of ours: its name is its folder, its dependencies are what it may import.
func module(_ name: String, _ dependencies: [Target.Dependency], cFacing: Bool = false) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: cFacing ? settings : memorySafe)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "imprimatur",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "imprimatur", targets: ["imprimatur"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibgit2", pkgConfig: "libgit2",
            providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),

        // Keeps libgit2 from reading certificates; linked, never imported.
        .target(name: "CLibgit2Start"),

        module("SourceText", []),
        module("DiskFiles", [], cFacing: true),
        module("GitObjects", ["CLibgit2"], cFacing: true),
        module("YAMLDocuments", ["SourceText"], cFacing: true),
        // Opens librnp by name when it is first needed: nothing of it is linked.
        module("LibRNP", [], cFacing: true),
        module("Signatures", ["LibRNP", crypto, cryptoExtras]),
        module("SignatureSurvey", ["Signatures", "GitObjects", "DiskFiles"]),
        module("SchemaValidation", ["YAMLDocuments", "SourceText"]),
        module("PlanModel", ["YAMLDocuments", "SourceText"]),
        module("ComponentFormats", ["PlanModel", "YAMLDocuments", "SourceText"]),
        module("PackageContents", ["ComponentFormats", "PlanModel", "SourceText", crypto]),
        module("FileValidation", ["DiskFiles", "SchemaValidation", "YAMLDocuments", "SourceText"]),
        module(
            "Snapshots",
            ["GitObjects", "DiskFiles", "SchemaValidation", "PlanModel", "YAMLDocuments", "SourceText"]),
        module("PlanRules", ["PackageContents", "PlanModel", "YAMLDocuments", "SourceText"]),
        module("FindingPolicy", ["PlanRules", "PlanModel", "YAMLDocuments", "SourceText", crypto]),
        module(
            "Materiality", ["PackageContents", "ComponentFormats", "PlanModel", "YAMLDocuments", "SourceText"]),
        module(
            "Approvals",
            ["GitObjects", "DiskFiles", "Signatures", "Materiality", "PackageContents", "PlanModel", "SourceText"]),
        module(
            "Releases",
            [
                "Approvals", "GitObjects", "DiskFiles", "Snapshots", "Materiality", "FindingPolicy", "PlanRules",
                "PackageContents",
                "PlanModel", "YAMLDocuments", "SourceText",
            ]),
        module("Scaffolding", ["PackageContents", "PlanModel", "SourceText"]),
        module(
            "Reports",
            [
                "SignatureSurvey", "Signatures", "Releases", "Approvals", "Materiality", "FindingPolicy", "PlanRules",
                "PackageContents", "ComponentFormats", "PlanModel", "SourceText",
            ]),
        module(
            "Commands",
            [
                "SignatureSurvey", "Reports", "Scaffolding", "Releases", "Approvals", "Materiality", "FindingPolicy",
                "PlanRules",
                "Snapshots",
                "PackageContents", "PlanModel", "FileValidation", "SchemaValidation", "Signatures", "GitObjects",
                "DiskFiles", "SourceText", argumentParser,
            ],
            cFacing: true),
        .executableTarget(name: "imprimatur", dependencies: ["Commands", "CLibgit2Start"], swiftSettings: memorySafe),

        // For `make bench`; not part of the product.
        .executableTarget(
            name: "ValidationBenchmark",
            dependencies: ["DiskFiles", "SchemaValidation", "YAMLDocuments", "SourceText"],
            path: "Benchmarks/Validation", swiftSettings: memorySafe),
        .executableTarget(
            name: "PromptBenchmark",
            dependencies: ["DiskFiles", "Materiality", "PackageContents", "PlanModel", "YAMLDocuments", "SourceText"],
            path: "Benchmarks/Prompts", swiftSettings: memorySafe),

        // Used by tests only, never part of a product. libyaml is the oracle for our own YAML parser.
        .systemLibrary(
            name: "CLibyaml", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(
            name: "TestSupport", dependencies: ["Commands", "PackageContents", "SourceText"], swiftSettings: settings),

        // Fixtures of several files in one text.
        .target(name: "TextArchives", swiftSettings: settings),

        tests("ArchitectureTests", ["TestSupport", "Reports", "PlanRules", "PlanModel"]),
        tests("DiskFilesTests", ["DiskFiles"]),
        tests("FindingPolicyTests", ["FindingPolicy", "SourceText"]),
        tests("GitObjectsTests", ["GitObjects"]),
        tests("SignaturesTests", ["Signatures", crypto, cryptoExtras]),
        tests(
            "ApprovalsTests",
            [
                "TestSupport", "Releases", "Approvals", "Snapshots", "PackageContents", "GitObjects", "Signatures",
                "PlanModel",
                "SourceText",
            ]),
        tests(
            "VerdictTests",
            [
                "Releases", "Approvals", "Snapshots", "Materiality", "PlanRules", "PackageContents", "GitObjects",
                "Signatures", "PlanModel", "SourceText", crypto,
            ]),
        tests("YAMLDocumentsTests", ["YAMLDocuments", "SourceText", "CLibyaml"]),
        tests("SchemaValidationTests", ["SchemaValidation", "YAMLDocuments", "SourceText"]),
        tests(
            "PlanModelTests",
            ["PlanModel", "Snapshots", "PlanRules", "SchemaValidation", "YAMLDocuments", "SourceText"]),
        tests(
            "PlanRulesTests",
            [
                "FindingPolicy", "PlanRules", "Snapshots", "PackageContents", "PlanModel", "YAMLDocuments",
                "SourceText",
                "TextArchives",
            ]),
        tests(
            "ComponentFormatsTests", ["ComponentFormats", "PlanModel", "YAMLDocuments", "SourceText"]),
        tests(
            "MaterialityTests",
            [
                "Materiality", "PackageContents", "ComponentFormats", "PlanModel", "YAMLDocuments", "SourceText",
                "TextArchives",
            ]),
        tests(
            "ScaffoldingTests",
            [
                "Scaffolding", "PlanRules", "Snapshots", "SchemaValidation", "PackageContents", "PlanModel",
                "YAMLDocuments", "SourceText",
            ]),
        tests(
            "ReportsTests",
            [
                "Reports", "SignatureSurvey", "Releases", "Approvals", "Materiality", "FindingPolicy", "PlanRules",
                "PackageContents", "ComponentFormats", "PlanModel", "Signatures", "GitObjects", "SchemaValidation",
                "YAMLDocuments",
                "SourceText",
            ]),
        tests(
            "EndToEndTests",
            [
                "TestSupport", "Commands", "PackageContents", "PlanModel", "SchemaValidation", "YAMLDocuments",
                "SourceText", "GitObjects",
            ]),
        tests(
            "AttackTests",
            [
                "TestSupport", "Commands", "PackageContents", "PlanModel", "SchemaValidation", "YAMLDocuments",
                "SourceText", "GitObjects",
            ]),
    ])
