enum GitLabJobTemplate {
    private static let jobPath = ".gitlab/imprimatur.gitlab-ci.yml"

    static func job() -> ScaffoldedFile {
        ScaffoldedFile(
            path: jobPath,
            text: #"""
                # Checks merge requests, and verifies a release tag before anything is deployed from it.
                #
                # Set up once: Settings > CI/CD > Variables > Add variable, key IMPRIMATUR_TRUST_ROOT, not protected (merge
                # requests need it, too), value: what `git config imprimatur.trustRoot` prints in the clone where
                # `imprimatur init` ran. Without it nobody can tell the real trust root from one that a change brought
                # along, and the verdict on a release stays incomplete (exit 3).
                #
                # A .gitlab-ci.yml that was there before has to include this file:
                # include:
                #   - local: .gitlab/imprimatur.gitlab-ci.yml

                .imprimatur:
                  stage: test # any stage before the one that deploys
                  variables:
                    GIT_DEPTH: "0" # the whole history, all branches and tags
                  # The image has to have git and imprimatur on its PATH; or put imprimatur there, in the way in which you
                  # distribute tools:
                  # before_script:
                  #   - install -m 755 tools/imprimatur /usr/local/bin/imprimatur

                imprimatur-gate:
                  extends: .imprimatur
                  rules:
                    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
                  variables:
                    BASE: $CI_MERGE_REQUEST_TARGET_BRANCH_NAME
                  script:
                    # Where GitLab tests its own merge of the request, the commit that was pushed is judged all the same.
                    - imprimatur gate --base "origin/$BASE" --head "${CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-HEAD}"

                imprimatur-verify:
                  extends: .imprimatur
                  rules:
                    - if: $CI_COMMIT_TAG =~ /^release\//
                  variables:
                    TAG: $CI_COMMIT_TAG
                  script:
                    - imprimatur verify "$TAG"

                """#)
    }

    /// GitLab reads only this file, so it is written where there is none.
    static func pipeline() -> ScaffoldedFile {
        ScaffoldedFile(
            path: ".gitlab-ci.yml",
            text: """
                include:
                  - local: \(jobPath)

                """, ifPresent: .keep)
    }
}
