/// Something that was done in another way than the plan says.
package struct Deviation: Sendable {
    package let fields: Fields
    package let text: Located<String>?
    /// Id of the plan's step, when it concerns one.
    package let step: Located<String>?
    /// The Exception that allowed it.
    package let exception: Located<DocumentReference>?

    init(_ fields: Fields) {
        self.fields = fields
        text = fields.string("text")
        step = fields.string("step")
        exception = fields.reference("exception")
    }
}
