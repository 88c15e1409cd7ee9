import JSON

/// The issue that everyone is shown. Whoever wants looks elsewhere meanwhile.
public struct Focus: Sendable, Equatable, Codable {
  public let issue: String
}

extension Focus: Recorded {
  static var kind: RecordKind { .focus }
  static let told = "`id:\"focus\", issue`"
  public var id: String { "focus" }
  var record: Record { .focus(self) }

  init?(_ record: Record) {
    guard case .focus(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("issue", issue)
  }
}

// Whoever steers takes everyone along to an issue, and lets them go.
extension Focus {
  static let acts = [set]

  /// Only to what everyone may see.
  static let set = Act(
    "focus.set", in: .room, zh: "带大家看", en: "Take everyone along", by: Room.steering,
    during: .through(.collect, .solve),
    .optional(.record("issue", .issue)),
    note: "without an issue everyone is let go",
    undo: { before, _ in
      let focus: Focus? = before.only()
      return Opposite("focus.set", focus.map { ["issue": .string($0.issue)] } ?? [:])
    }
  ) { fold, request, id in
    let focus: Focus? = fold.only()
    guard let id else { return focus == nil ? .nothing : Decision(.room(.focusLeft)) }
    let issue = try fold.visibleIssue(id, request)
    guard issue.revealed, issue.erased == nil else { throw Refusal.notFound }
    return focus?.issue == issue.id ? .nothing : Decision(.room(.focusSet(issue: issue.id)))
  }
}

extension LogFold {
  /// Where what everyone looked at is gone, and where the room goes on.
  mutating func loseFocus(of issue: String? = nil) {
    guard let focus: Focus = only(), issue == nil || issue == focus.issue else { return }
    remove(Focus.self, focus.id)
  }
}
