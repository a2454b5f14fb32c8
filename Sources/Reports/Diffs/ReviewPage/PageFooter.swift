/// What was compared, by git's names, and what made the page.
enum PageFooter {
    static func html(_ report: DiffReport) -> HTML {
        HTML(.footer) {
            HTML(.h2) { "What was compared" }
            HTML(.dl) {
                side("Before", report.base, report.objects.base)
                side("Now", report.head, report.objects.head)
            }
            HTML(.p) {
                "Written by \(Tool.name) \(Tool.version). This page holds everything that it shows and loads nothing. It "
                "says what changed and what the policy asks for; whether that was approved is what "
                HTML(.code, .translate(false)) { "imprimatur verify" }
                " answers."
            }
        }
    }

    private static func side(_ label: String, _ name: String, _ side: ComparedObjects.Side) -> [HTML] {
        [
            HTML(.dt) { label },
            HTML(.dd, .translate(false)) {
                name
                if let commit = side.commit {
                    ", commit "
                    HTML(.code) { commit }
                }
            },
        ]
    }
}
