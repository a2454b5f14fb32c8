#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// librnp, opened by name when it is first needed: most runs meet no OpenPGP signature, and loading it takes longer
/// than everything else that they do at their start.
///
/// The functions are those of `rnp/rnp.h`, version 0.16 (interface version `librnp.so.0`). They are called only by
/// `CertificateFindings`, under its lock.
struct RNPLibrary {
    typealias Handle = OpaquePointer
    typealias Status = UInt32

    let createSession:
        @convention(c) (UnsafeMutablePointer<Handle?>, UnsafePointer<CChar>, UnsafePointer<CChar>) -> Status
    let destroySession: @convention(c) (Handle?) -> Status
    let setTimestamp: @convention(c) (Handle, UInt64) -> Status
    let addSecurityRule:
        @convention(c) (Handle, UnsafePointer<CChar>, UnsafePointer<CChar>, UInt32, UInt64, UInt32) -> Status
    let inputFromMemory: @convention(c) (UnsafeMutablePointer<Handle?>, UnsafePointer<UInt8>, Int, Bool) -> Status
    let destroyInput: @convention(c) (Handle?) -> Status
    let loadKeys: @convention(c) (Handle, UnsafePointer<CChar>, Handle, UInt32) -> Status
    let locateKey:
        @convention(c) (Handle, UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutablePointer<Handle?>) -> Status
    let destroyKey: @convention(c) (Handle?) -> Status
    let keyAllowsUsage: @convention(c) (Handle, UnsafePointer<CChar>, UnsafeMutablePointer<Bool>) -> Status
    let keyExpiration: @convention(c) (Handle, UnsafeMutablePointer<UInt32>) -> Status
    let keySignatureCount: @convention(c) (Handle, UnsafeMutablePointer<Int>) -> Status
    let keySignature: @convention(c) (Handle, Int, UnsafeMutablePointer<Handle?>) -> Status
    let userIDCount: @convention(c) (Handle, UnsafeMutablePointer<Int>) -> Status
    let userID: @convention(c) (Handle, Int, UnsafeMutablePointer<Handle?>) -> Status
    let destroyUserID: @convention(c) (Handle?) -> Status
    let userIDSignatureCount: @convention(c) (Handle, UnsafeMutablePointer<Int>) -> Status
    let userIDSignature: @convention(c) (Handle, Int, UnsafeMutablePointer<Handle?>) -> Status
    let signatureIsValid: @convention(c) (Handle, UInt32) -> Status
    let destroySignature: @convention(c) (Handle?) -> Status

    /// Names that the system's loader searches for; the number is that of the interface, not of the release.
    #if canImport(Darwin)
        static let names = ["librnp.0.dylib", "/opt/homebrew/lib/librnp.0.dylib", "/usr/local/lib/librnp.0.dylib"]
    #else
        static let names = ["librnp.so.0"]
    #endif

    /// Never closed: the functions stay callable until the process ends.
    static func open() throws(RNPError) -> RNPLibrary {
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else {
            throw .notInstalled
        }
        return try RNPLibrary(library)
    }

    private init(_ library: UnsafeMutableRawPointer) throws(RNPError) {
        /// The type is that of the property, which states the C declaration of the function called `name`.
        func function<Function>(_ name: String) throws(RNPError) -> Function {
            guard let address = dlsym(library, name) else { throw .missingFunction(name) }
            return unsafeBitCast(address, to: Function.self)
        }
        createSession = try function("rnp_ffi_create")
        destroySession = try function("rnp_ffi_destroy")
        setTimestamp = try function("rnp_set_timestamp")
        addSecurityRule = try function("rnp_add_security_rule")
        inputFromMemory = try function("rnp_input_from_memory")
        destroyInput = try function("rnp_input_destroy")
        loadKeys = try function("rnp_load_keys")
        locateKey = try function("rnp_locate_key")
        destroyKey = try function("rnp_key_handle_destroy")
        keyAllowsUsage = try function("rnp_key_allows_usage")
        keyExpiration = try function("rnp_key_get_expiration")
        keySignatureCount = try function("rnp_key_get_signature_count")
        keySignature = try function("rnp_key_get_signature_at")
        userIDCount = try function("rnp_key_get_uid_count")
        userID = try function("rnp_key_get_uid_handle_at")
        destroyUserID = try function("rnp_uid_handle_destroy")
        userIDSignatureCount = try function("rnp_uid_get_signature_count")
        userIDSignature = try function("rnp_uid_get_signature_at")
        signatureIsValid = try function("rnp_signature_is_valid")
        destroySignature = try function("rnp_signature_handle_destroy")
    }
}

/// Why librnp gave no answer. Says nothing about the certificate.
package enum RNPError: Error, Sendable, Hashable {
    case notInstalled
    /// The library is older than 0.16, or another one of the same name.
    case missingFunction(String)
    /// A call failed that only fails for want of memory, or because we call it wrongly.
    case failed(operation: String, status: UInt32)
}
