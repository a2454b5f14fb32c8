import Materiality
import SourceText

/// The places of a change on both sides, each with the address where it can be looked at, if there is one.
struct PlaceLinks {
    struct Place {
        /// `path:line:column`
        let label: String
        let address: String?
        /// Object id of the file, if it has one.
        let object: String?
    }

    let old: Place?
    let new: Place?

    init(_ change: Change, _ objects: ComparedObjects) {
        old = change.old.map { Self.place($0.location, objects, objects.base) }
        new = change.new.map { Self.place($0.location, objects, objects.head) }
    }

    private static func place(
        _ location: Location, _ objects: ComparedObjects, _ side: ComparedObjects.Side
    ) -> Place {
        let address = objects.address(of: location.path, in: side, line: location.position?.line)
        return Place(
            label: location.label, address: address, object: location.path.flatMap { side.blobs[$0] })
    }
}
