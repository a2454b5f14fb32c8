/// Words that name an AI system wherever they stand: in what users read, and in what prompts have them told.
enum AIWords {
    static let names: Set<String> = ["ai", "bot", "chatbot", "virtual"]
}
