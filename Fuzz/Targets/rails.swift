import ComponentFormats
import FuzzInvariants
import PlanModel
import SourceText

/// Any bytes as a guardrail's file in a language of its own, which the first byte chooses: RAIL, which is XML, or Colang.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    checkRecognition(UnsafeBufferPointer(start: start, count: count), as: ["g.rail", "g.co"], .guardrails)
}
