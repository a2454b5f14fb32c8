import PlanModel

enum ReleasePackageTemplate {
    static func file(_ request: ScaffoldRequest) -> ScaffoldedFile {
        ScaffoldedFile(
            document: "ReleasePackage", at: "\(request.systemFolder)/release.yaml",
            """
            # What ships next. One file that evolves: its versions are git's history and the release tags.
            # `imprimatur release \(request.system)` tags it, when everything that its class of change takes is there.
            apiVersion: imprimatur/v1
            kind: ReleasePackage
            metadata:
              name: \(request.system.asYAML)
              owner: role:release-manager
            spec:
              system: system:\(request.system)
              version: 1.0.0
              plan: {name: \(request.system.asYAML), version: 1}
              previous: none                   # the version before, from the second release on

              change:
                ticket: "#1"
                type: normal
                summary: First release.
                reason: The system is put under the deployment plan from its first day.
                aiSystem: true                 # the change touches what the AI does
                class: initial                 # none, minor, material or critical from the second release on

              # Every part of the system, or the reason why there is none. The reasons below are examples: put the
              # component in their place before the first release, or say in your own words why there is none.
              components:
                # A hosted model, whose provider stands in system.yaml, looks like this:
                # model:
                #   id: chat-large-2026-05-01
                #   source: {kind: hosted, thirdParty: chat-model}
                #   revision: "2026-05-01"
                model: {notApplicable: The model is not chosen yet; this release holds the prompt and its settings.}
                prompts:
                  - {id: system, path: \(SystemPromptTemplate.path(request)), role: system}
                guardrails: {notApplicable: No filter runs beside the rules in the prompt yet.}
                retrieval: {notApplicable: Nothing is looked up; everything it needs comes with the request.}
                inference: {path: \(InferenceTemplate.path(request))}
                routing: {notApplicable: One model behind one endpoint; there is nothing to route.}
                tools: {notApplicable: It calls no tools.}
                experience: {notApplicable: No text or screen of its own is shown to users yet.}

              # What a rollback goes back to. From the second release on:
              # {kind: previous-release, release: "release:\(request.system)@1.0.0"}
              rollback:
                target: {kind: safe-mode}      # the plan describes it

              knownIssues: []

            """)
    }
}
