/// Puts people into the places of one way to fill a quorum: a maximum matching by augmenting paths, in which somebody
/// who can sit in two places moves over where that helps another to a seat. Whoever is seated stays seated.
struct QuorumSeating {
    private struct Person: Hashable {
        let name: String
        /// Nil where a person fills one place only, in whichever role.
        let role: String?
    }

    /// The role that each place asks for.
    private let places: [String]
    private let onePersonOneRole: Bool
    private var placeOfPerson: [Person: Int] = [:]
    /// Who may sit in a role, in the order in which they came.
    private var peopleOfRole: [String: [Person]] = [:]
    private var approvers: Set<Person> = []

    init(places: [String], onePersonOneRole: Bool) {
        self.places = places
        self.onePersonOneRole = onePersonOneRole
    }

    /// Seats as many as can be of those who approved.
    mutating func seat(_ approvals: [(role: String, principal: String)]) {
        for approval in approvals { approvers.insert(add(approval)) }
        fill()
    }

    /// Seats people who could still approve in what is left; those who did keep a place, maybe another one.
    mutating func offer(_ offers: [(role: String, principal: String)]) {
        for offer in offers where !approvers.contains(person(offer)) { _ = add(offer) }
        fill()
    }

    /// True when everybody's place is taken, by those who approved or who could.
    var isFull: Bool { placeOfPerson.count == places.count }

    /// What those who approved fill, and what is missing.
    var result: QuorumResult {
        var missing: [String: Int] = [:]
        var filled: [(role: String, principal: String)] = []
        let personOfPlace = Dictionary(
            placeOfPerson.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        for (place, role) in places.enumerated() {
            if let person = personOfPlace[place], approvers.contains(person) {
                filled.append((role, person.name))
            } else {
                missing[role, default: 0] += 1
            }
        }
        return QuorumResult(
            missing: missing.map { QuorumResult.Gap(role: $0.key, count: $0.value) }.sorted { $0.role < $1.role },
            filled: filled)
    }

    private func person(_ approval: (role: String, principal: String)) -> Person {
        // Without the one-person rule somebody may still fill each role only once.
        Person(name: approval.principal, role: onePersonOneRole ? nil : approval.role)
    }

    private mutating func add(_ approval: (role: String, principal: String)) -> Person {
        let person = person(approval)
        peopleOfRole[approval.role, default: []].append(person)
        return person
    }

    private mutating func fill() {
        let taken = Set(placeOfPerson.values)
        for place in places.indices where !taken.contains(place) {
            var visited: Set<Person> = []
            _ = findPerson(for: place, &visited)
        }
    }

    private mutating func findPerson(for place: Int, _ visited: inout Set<Person>) -> Bool {
        for person in peopleOfRole[places[place]] ?? [] where visited.insert(person).inserted {
            let current = placeOfPerson[person]
            if current == nil || current.map({ findPerson(for: $0, &visited) }) == true {
                placeOfPerson[person] = place
                return true
            }
        }
        return false
    }
}
