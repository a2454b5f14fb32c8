import SourceText
import Synchronization
import YAMLDocuments

/// A file read as YAML when a format asks for it, and once: a dozen formats look at each file before one takes it.
final class YAMLReading: Sendable {
    private let source: SourceFile
    private let read = Mutex<YAMLStream?>(nil)

    init(_ source: SourceFile) { self.source = source }

    var stream: YAMLStream {
        read.withLock { known in
            if let known { return known }
            let stream = YAMLReader.read(source)
            known = stream
            return stream
        }
    }
}
