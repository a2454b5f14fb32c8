enum ProjectTemplate {
    static func file(_ request: ScaffoldRequest) -> ScaffoldedFile {
        ScaffoldedFile(
            document: "Project", at: "imprimatur.yaml",
            """
            # Imprimatur reads this file first: it says which files are documents. It changes none of them.
            # `imprimatur check` reads them all, and `imprimatur explain RULE` explains what it found.
            apiVersion: imprimatur/v1
            kind: Project
            metadata:
              name: governance
              owner: role:grc-control-owner
            spec:
              documents:
                - imprimatur.yaml
                - governance/**/*.yaml             # who decides, and by which rules
                - systems/*/system.yaml            # what each AI system is
                - systems/*/release.yaml           # what ships of it next
                - systems/*/records/**/*.yaml      # what happened: evidence, rollouts, monitoring, reviews

            """)
    }
}
