/// The client hooks as files. A test checks that .githooks holds the same.
package enum HookScripts {
    package static let all: [(name: String, text: String)] = [
        (
            "pre-commit",
            script("pre-commit", "Checks what is about to be committed, and says how much it changes.", "commit")
        ),
        ("pre-push", script("pre-push", "Refuses to push a release tag that does not verify.", "push")),
    ]

    private static func script(_ name: String, _ purpose: String, _ action: String) -> String {
        """
        #!/bin/sh
        # \(purpose)
        # Installed with `imprimatur hooks install`, or by hand: git config core.hooksPath .githooks
        command -v imprimatur >/dev/null 2>&1 || {
            echo "\(name): the program imprimatur is not on the PATH, so nothing could be checked." >&2
            echo "help: install it, or \(action) with --no-verify." >&2
            exit 1
        }
        exec imprimatur hooks run \(name) "$@"

        """
    }
}
