import Identity
import JSON

/// Whom a comment names: members, and roles, which are whoever has them when it is written.
struct Mentions: Sendable, Equatable, Codable {
  var members: [Identifier] = []
  var roles: [Role] = []

  var isEmpty: Bool { members.isEmpty && roles.isEmpty }

  func write(into json: inout JSONWriter) {
    guard !isEmpty else { return }
    json.object("mentions") { json in
      if !members.isEmpty { json.member("members", members.map(\.description)) }
      if !roles.isEmpty { json.member("roles", roles.map(\.rawValue)) }
    }
  }

  /// As a command gives them.
  var arguments: JSONObject {
    var args = JSONObject()
    args["members"] = .array(members.map { .string($0.description) })
    args["roles"] = .array(roles.map { .word($0) })
    return args
  }
}

extension Argument<Mentions> {
  static var mentions: Argument {
    .group(.members("members", 0...20), .words("roles", Role.self, 0...Role.allCases.count)) {
      Mentions(members: $0, roles: $1)
    }
  }
}

extension Mentions {
  /// The directory, where somebody is named.
  static let needs: Act.Needs = { args, directory in
    let names = ["members", "roles"].contains { args[$0]?.array?.isEmpty == false }
    return names ? [directory().log] : []
  }

  /// Without who is not in the organisation (any more).
  func known(to request: Request) -> Mentions {
    guard let directory = request.directory else { return Mentions() }
    return Mentions(members: members.filter { directory.actor($0) != nil }, roles: roles)
  }

  /// Who is told, in the order of ids: whoever is named that `before` did not name, but nobody of themselves.
  func notified(by request: Request, besides before: Mentions = Mentions()) -> [Identifier] {
    guard !isEmpty, let directory = request.directory else { return [] }
    let named = directory.all(Member.self).filter {
      $0.active && $0.member != request.actor.member && names($0) && !before.names($0)
    }
    return Array(named.map(\.member).sorted().prefix(Bounds.notified))
  }

  private func names(_ member: Member) -> Bool {
    members.contains(member.member) || !Set(member.roles).isDisjoint(with: roles)
  }
}

extension Request {
  fileprivate var directory: LogFold? { context.others[room.organisation] }
}
