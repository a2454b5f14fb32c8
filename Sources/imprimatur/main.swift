import Commands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

exit(Imprimatur.run(Array(CommandLine.arguments.dropFirst()), in: .ofProcess()).rawValue)
