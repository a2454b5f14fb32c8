/// What happened in a made-up repository, as whoever made it up knows it: who signed what with whose key. Nothing here is
/// read from git. Things are named by their place in a list.
struct Story {
    /// What a policy asks of a material change.
    indirect enum Need {
        case role(String, Int)
        case all([Need])
        case any([Need])
        case atLeast(Int, [Need])
    }

    struct Root {
        /// Roles of each person; the same people in every version.
        var roles: [String: [String]]
        /// Keys that a person lists.
        var keys: [String: [Int]]
        var revoked: [Int: (reason: String, since: Int)] = [:]
        /// The last release that this version saw.
        var head: (sequence: Int, release: Int)?
        var void: [Int] = []
        var delegations: [(from: String, to: String, role: String, ends: Int)] = []
        var separations: [[String]] = []
        var signerMayApprove = false
        var multiRole = false
    }

    struct Package: Equatable {
        /// The first number of `<n>.0.0`.
        var version: Int
        /// The version that its text names as the one before; nil for `none`.
        var previous: Int?
        var declared: String
        var variant: Int
    }

    /// One commit of a line without branches.
    struct Commit {
        var package: Int
        var changesPackage: Bool
        /// Nil when it is not signed.
        var key: Int?
        var author: String
        /// 1-based.
        var root: Int
    }

    enum Kind { case approve, reject, withdraw, release }

    /// A statement as it was signed.
    struct Said {
        var kind: Kind
        var key: Int
        var role = ""
        /// The package that it names; nil for withdrawals.
        var about: Int?
        var namesPlan = true
        var shownClass = "material"
        /// The package that it names as the base.
        var base: Int?
        /// Seconds since 1970.
        var ends: Int?
        var isOfOtherRepository = false
        /// Whether the tag's name says what its text says.
        var isWellNamed = true
        var withdraws: Int?
        var supersedes: Int?
        /// For releases.
        var commit = 0
        var sequence = 0
        var previous: Int?
        var listed: [Int] = []
        var evidenceIsRight = true
        var time = 0

        /// Where it can be found now.
        var isInTag = true
        /// False when somebody moved the tag to another name.
        var isUnderItsName = true
        var isInFile = false
        var isThere: Bool { isInTag || isInFile }
    }

    var need = Need.all([])
    var roots: [Root] = []
    /// Owner of each key; nil for somebody whom no root names.
    var owners: [String?] = []
    var packages: [Package] = []
    var commits: [Commit] = []
    var said: [Said] = []
    /// False when the last version of the trust root lacks its signature.
    var isRootSigned = true
    /// Seconds since 1970.
    var now = 0

    static let robot = "rob"
    static let robotOperator = "ann"
}
