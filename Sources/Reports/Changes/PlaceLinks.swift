import Materiality
import SourceText

/// The places of a change on both sides, each with the address where it can be looked at, if there is one.
struct PlaceLinks {
    struct Place {
        /// `path:line:column`
        let label: String
        let address: String?
    }

    let old: Place?
    let new: Place?

    init(_ change: Change, _ objects: ComparedObjects) {
        old = change.old.map { Self.place($0.location, objects.base, objects.host) }
        new = change.new.map { Self.place($0.location, objects.head, objects.host) }
    }

    private static func place(
        _ location: Location, _ side: ComparedObjects.Side, _ host: RepositoryHost?
    ) -> Place {
        var address: String?
        if let host, let commit = side.commit, let path = location.path, side.blobs[path] != nil {
            address = host.address(ofFile: path, commit: commit, line: location.position?.line)
        }
        return Place(label: location.label, address: address)
    }
}
