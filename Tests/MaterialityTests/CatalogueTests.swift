import SourceText
import Testing

@testable import Materiality

struct CatalogueTests {
    @Test("Each rule id is given once, as component/what-happened")
    func identifiers() {
        let ids = ChangeCatalogue.rules.map(\.id.rawValue)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            let parts = id.split(separator: "/", omittingEmptySubsequences: false)
            #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty }, "\(id)")
            #expect(id.allSatisfy { $0.isLowercase || $0 == "/" || $0 == "-" }, "\(id)")
        }
    }

    @Test("Each loosened rule has its mirror, which mirrors it, or says why there is none")
    func symmetry() throws {
        for rule in ChangeCatalogue.rules {
            switch rule.symmetry {
            case .mirror(let id):
                let mirror = try #require(ChangeCatalogue.rule(id), "\(rule.id) names \(id)")
                guard case .mirror(let back) = mirror.symmetry else {
                    Issue.record("\(id) does not mirror \(rule.id)")
                    continue
                }
                #expect(back == rule.id)
                #expect(rule.confidence == mirror.confidence)
                if rule.direction == .loosened { #expect(mirror.direction != .loosened, "\(id)") }
                if rule.direction == .tightened { #expect(mirror.direction == .loosened, "\(id)") }
            case .waiver(let reason):
                #expect(reason.hasSuffix("."), "\(rule.id)")
                #expect(rule.direction != .tightened, "\(rule.id)")
            }
        }
    }

    @Test("A loosened rule never weighs less than its mirror")
    func loosenedWeighsMore() throws {
        for rule in ChangeCatalogue.rules where rule.direction == .loosened {
            guard case .mirror(let id) = rule.symmetry, let mirror = ChangeCatalogue.rule(id) else { continue }
            #expect(rule.changeClass >= mirror.changeClass, "\(rule.id)")
        }
    }

    @Test("Each row of the polarity table names its source, and an order to compare by")
    func polaritySources() {
        for row in Polarity.all {
            #expect(!row.source.isEmpty, "\(row.key)")
            #expect(!row.stricterInWords.isEmpty, "\(row.key)")
            guard case .inTiers(let tiers) = row.stricter else { continue }
            let words = tiers.flatMap { $0 }.map { $0.lowercased() }
            #expect(tiers.count > 1 && Set(words).count == words.count, "\(row.key)")
            if let absent = row.whenAbsent { #expect(words.contains(absent.lowercased()), "\(row.key)") }
        }
    }
}
