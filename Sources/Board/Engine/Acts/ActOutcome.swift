import Identity

/// How an act in another log ended.
struct ActOutcome: Sendable {
  let act: Identifier
  let isAccepted: Bool
  let code: Refusal.Code?

  /// The id of the record the act made: every node can tell it.
  var made: String { ShortID.make(from: act) }
}

extension Argument<ActOutcome> {
  static var outcome: Argument {
    .group(.act("act"), .flag("accepted"), .optional(.text("code", 1...40))) {
      ActOutcome(act: $0, isAccepted: $1, code: $2.flatMap(Refusal.Code.init(rawValue:)))
    }
  }
}
