enum InferenceTemplate {
    static func path(_ request: ScaffoldRequest) -> String { "\(request.systemFolder)/inference.yaml" }

    static func file(_ request: ScaffoldRequest) -> ScaffoldedFile {
        ScaffoldedFile(
            path: path(request),
            text: """
                # How the model is called. Not a document of Imprimatur: any names that your own code reads will do.
                temperature: 0.2
                topP: 0.9
                maxTokens: 600

                """)
    }
}
