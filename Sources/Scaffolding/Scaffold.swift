/// What `imprimatur init` writes.
package enum Scaffold {
    /// The six documents first, then what ships of the system, the jobs for continuous integration, and the schemas.
    package static func files(for request: ScaffoldRequest) -> [ScaffoldedFile] {
        let policy = MaterialityPolicyTemplate.file(request)
        return [
            ProjectTemplate.file(request),
            TrustRootTemplate.file(request, pinning: policy),
            policy,
            DeploymentPlanTemplate.file(request),
            AISystemTemplate.file(request),
            ReleasePackageTemplate.file(request),
            SystemPromptTemplate.file(request),
            InferenceTemplate.file(request),
            GitHubWorkflowTemplate.file(),
            GitLabJobTemplate.job(),
            GitLabJobTemplate.pipeline(),
        ] + SchemaFolder.files()
    }
}
