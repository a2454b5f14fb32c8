/// What reports for other programs call this one.
package enum Tool {
    package static let name = "imprimatur"
    package static let version = "0.1.0"
}
