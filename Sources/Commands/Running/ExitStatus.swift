/// What a command's exit code means; the four codes are a contract.
package enum ExitStatus: Int32, Sendable {
    /// Everything that was asked holds; warnings may have been printed.
    case pass = 0
    /// Error findings, missing approvals, a broken chain.
    case refused = 1
    /// The command line cannot be understood, or asks for something that this command does not do.
    case usage = 2
    /// The tool cannot know: a shallow clone, missing objects, an unreadable repository. Never a pass.
    case undecided = 3
}
