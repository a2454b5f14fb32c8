/// Where data may be processed: one region, a group of regions, or anywhere.
struct DataRegion: Equatable {
    /// From the widest group to the narrowest; empty for anywhere.
    private let path: [String]

    static let anywhere = DataRegion(path: [])

    private init(path: [String]) { self.path = path }

    /// Whether everything in `other` is in this one too.
    func contains(_ other: DataRegion) -> Bool { other.path.starts(with: path) }

    /// Reads a region as Amazon, Google and Azure write it, and a group as endpoints and inference profiles do; nil for
    /// anything else.
    init?(_ text: String) {
        let name = text.lowercased()
        if let group = Self.groups[name] {
            path = group
        } else if let group = Self.azure.first(where: { $0.value.contains(name) })?.key {
            path = group.split(separator: "/").map(String.init) + [name]
        } else if let group = Self.special[name] ?? Self.byPrefix(name) {
            path = group + [name]
        } else {
            return nil
        }
    }

    /// Amazon Bedrock, inference profiles; OpenAI, data residency; the continents of Google Cloud.
    private static let groups: [String: [String]] = [
        "global": [], "worldwide": [], "eu": ["eu"], "europe": ["eu"], "us": ["us"], "us-gov": ["us-gov"],
        "apac": ["apac"], "asia": ["apac"], "jp": ["apac", "jp"], "au": ["apac", "au"], "ca": ["ca"], "uk": ["uk"],
        "gb": ["uk"], "ch": ["ch"], "in": ["apac", "in"], "kr": ["apac", "kr"], "sg": ["apac", "sg"],
    ]

    /// Regions whose name says another group than they are in (docs.aws.amazon.com, Regions; cloud.google.com,
    /// Locations): London and Zurich are in no group of the EU.
    private static let special: [String: [String]] = [
        "eu-west-2": ["uk"], "eu-central-2": ["ch"], "europe-west2": ["uk"], "europe-west6": ["ch"],
        "ap-northeast-1": ["apac", "jp"], "ap-northeast-3": ["apac", "jp"], "ap-southeast-2": ["apac", "au"],
        "ap-southeast-4": ["apac", "au"], "asia-northeast1": ["apac", "jp"], "asia-northeast2": ["apac", "jp"],
        "ap-south-1": ["apac", "in"], "ap-northeast-2": ["apac", "kr"], "ap-southeast-1": ["apac", "sg"],
    ]

    /// learn.microsoft.com, Azure OpenAI, model summary table and region availability.
    private static let azure: [String: Set<String>] = [
        "eu": [
            "francecentral", "germanywestcentral", "italynorth", "northeurope", "polandcentral", "spaincentral",
            "swedencentral", "westeurope",
        ],
        "us": [
            "centralus", "eastus", "eastus2", "northcentralus", "southcentralus", "westus", "westus2", "westus3",
        ],
        "uk": ["uksouth", "ukwest"],
        "ch": ["switzerlandnorth", "switzerlandwest"],
        "no": ["norwayeast"],
        "ca": ["canadacentral", "canadaeast"],
        "apac/jp": ["japaneast", "japanwest"],
        "apac/au": ["australiaeast"],
        "apac/kr": ["koreacentral"],
        "apac/in": ["centralindia", "southindia"],
        "apac/sg": ["southeastasia"],
        "br": ["brazilsouth"],
        "za": ["southafricanorth"],
        "ae": ["uaenorth"],
    ]

    /// `eu-central-1`, `europe-west4`: a continent, a direction, a number.
    private static func byPrefix(_ name: String) -> [String]? {
        let parts = name.split(separator: "-")
        guard parts.count > 1, let last = parts.last?.last, last.isWholeNumber else { return nil }
        let directions = ["central", "east", "north", "south", "west"]
        let place = parts[parts[0] == "us" && parts[1] == "gov" ? 2 : 1]
        guard directions.contains(where: place.hasPrefix) else { return nil }
        switch parts[0] {
        case "us": return parts[1] == "gov" ? ["us-gov"] : ["us"]
        case "eu", "europe": return ["eu"]
        case "ap", "asia": return ["apac"]
        case "australia": return ["apac", "au"]
        case "ca", "northamerica": return ["ca"]
        case "af", "il", "me", "mx", "sa", "southamerica", "africa": return [String(parts[0])]
        default: return nil
        }
    }

    /// `GlobalStandard`, `DataZoneStandard`, `Standard` (learn.microsoft.com, Azure OpenAI deployment types). The
    /// first kind is processed anywhere, the second in a zone of the resource's region, the others in that region.
    static func ofDeployment(_ type: String) -> DataRegion? {
        let name = type.lowercased()
        if name.hasPrefix("global"), name != "global" { return .anywhere }
        if name.hasPrefix("datazone") { return DataRegion(path: ["zone"]) }
        if ["standard", "provisionedmanaged", "provisioned"].contains(name) {
            return DataRegion(path: ["zone", "region"])
        }
        return nil
    }
}

/// The parts of an address that say where data goes.
struct Endpoint {
    /// With its port, in lower case.
    let host: String
    /// The host without the part that names the region.
    let owner: String
    let region: DataRegion?

    init(_ uri: String) {
        let scheme = uri.prefix { $0 != ":" && $0 != "/" }
        let afterScheme = uri.dropFirst(scheme.count)
        let rest = afterScheme.hasPrefix("://") ? afterScheme.dropFirst(3) : uri[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let named = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        host = named.lowercased()
        var labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var region: DataRegion?
        // The last label is a country's or a kind of organisation's, whoever's computer it is.
        for (index, label) in labels.dropLast().enumerated() {
            guard let (found, remainder) = Self.region(in: label) else { continue }
            region = found
            labels[index] = remainder
            break
        }
        // Vertex AI: …/locations/europe-west4/… behind a host that may be the global one.
        let parts = rest.dropFirst(authority.count).split(separator: "/")
        if let place = parts.firstIndex(of: "locations"), place + 1 < parts.count {
            region = DataRegion(String(parts[place + 1])) ?? region
        }
        self.region = region
        owner = labels.filter { !$0.isEmpty }.joined(separator: ".")
    }

    /// `eu`, `eu-central-1`, `europe-west4-aiplatform`; and what the label is without it.
    private static func region(in label: String) -> (DataRegion, String)? {
        var parts = label.split(separator: "-", omittingEmptySubsequences: false)
        var rest: [Substring] = []
        while !parts.isEmpty {
            if let region = DataRegion(parts.joined(separator: "-")), rest.isEmpty || parts.count > 1 {
                return (region, rest.joined(separator: "-"))
            }
            rest.insert(parts.removeLast(), at: 0)
        }
        return nil
    }
}
