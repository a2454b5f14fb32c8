import Foundation
import Synchronization

/// Takes connections of this machine, answers nothing, and keeps the first line that each of them sends: given to a
/// browser as its proxy, it knows of everything that would have been fetched.
package final class ConnectionRecorder: Sendable {
    package let port: UInt16
    private let listener: Int32
    private let received = Mutex<[String]>([])

    package init() throws {
        #if canImport(Glibc)
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard listener >= 0 else { throw TestFailure("no socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw TestFailure("no port to listen on") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                var bytes = [UInt8](repeating: 0, count: 4_096)
                let count = recv(connection, &bytes, bytes.count, 0)
                close(connection)
                let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
                let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "(nothing)"
                self?.received.withLock { $0.append(line) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1`, in the order of arrival.
    package var lines: [String] { received.withLock { $0 } }
}
