import ComponentFormats
import FuzzInvariants
import PlanModel
import SourceText

/// Any bytes as a prompt; the first byte chooses the language of the template.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let paths = ["p.hbs", "p.mustache", "p.j2", "p.prompt", "p.prompty", "p.yaml"]
    return checkRecognition(UnsafeBufferPointer(start: start, count: count), as: paths, .prompts)
}
