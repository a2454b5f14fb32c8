enum GitHubWorkflowTemplate {
    static func file() -> ScaffoldedFile {
        ScaffoldedFile(
            path: ".github/workflows/imprimatur.yml",
            text: """
                # Checks pull requests, and verifies a release tag before anything is deployed from it.
                #
                # Set up once: Settings > Secrets and variables > Actions > Variables > New repository variable, name
                # IMPRIMATUR_TRUST_ROOT, value: what `git config imprimatur.trustRoot` prints in the clone where
                # `imprimatur init` ran. Without it nobody can tell the real trust root from one that a change brought
                # along, and the verdict on a release stays incomplete (exit 3).
                name: imprimatur

                on:
                  pull_request:
                  push:
                    tags: ["release/**"]

                permissions:
                  contents: read

                env:
                  IMPRIMATUR_TRUST_ROOT: ${{ vars.IMPRIMATUR_TRUST_ROOT }}

                jobs:
                  gate:
                    if: github.event_name == 'pull_request'
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                        with:
                          ref: ${{ github.event.pull_request.head.sha }} # what was pushed, not GitHub's merge of it
                          fetch-depth: 0 # the whole history, all branches and tags
                          persist-credentials: false
                      # Put imprimatur on the PATH, in the way in which you distribute tools:
                      # - name: Install imprimatur
                      #   run: sudo install -m 755 tools/imprimatur /usr/local/bin/imprimatur
                      - name: Gate
                        env:
                          BASE: ${{ github.base_ref }}
                        run: imprimatur gate --base "origin/$BASE" --head HEAD

                  verify:
                    if: github.event_name == 'push'
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                        with:
                          fetch-depth: 0
                      # The checkout puts a plain tag in the place of the signed one; this brings the signed one back.
                      - name: Fetch the signed tags
                        run: git fetch --force --tags origin
                      # - name: Install imprimatur
                      #   run: sudo install -m 755 tools/imprimatur /usr/local/bin/imprimatur
                      - name: Verify
                        env:
                          TAG: ${{ github.ref_name }}
                        run: imprimatur verify "$TAG"

                  # Deploy in a job that waits for the verdict:
                  # deploy:
                  #   needs: verify

                """)
    }
}
