import Board
import Identity
import JSON
import Live
import Rows
import ServiceLoop
import Store

/// How people come in and go out: links, joining, inviting, pairing a second device, signing out.
///
/// An invitation's uses are counted in the directory's log, where joining is a command like any other: sent again
/// under its id, someone joins once. The token only leads to the invitation. A pairing link keeps the id of the join it
/// was used for, so that this one may be sent again.
@ServiceLoop struct People {
  static let sessionSeconds = 90 * 86_400
  static let pairingSeconds = 600

  let stage: Stage

  func route(_ router: Router) {
    router.change("/api/link", offer)
    router.change("/api/join", join)
    router.change("/api/invitations", invite)
    router.change("/api/pairing", pair)
    router.change("/api/signout", signOut)
    router.answer("/api/me", me)
    router.answer("/api/members", members)
  }

  // MARK: Coming in

  private func offer(_ request: HTTPRequest) async throws -> HTTPResponse {
    var args = try request.arguments()
    let token = try args.text("token", 1...64)
    let name = try args.optionalText("name", 1...20)
    try args.end()
    let link = try await link(token)
    let directory = try await stage.look(at: link.organisation, in: link.organisation).fold
    let here = try await stage.sessions(of: request).compactMap { directory.activeMember($0.session.member) }.first
    var json = JSONWriter()
    try json.object { json throws(HTTPRefusal) in
      if let here { json.object("here") { $0.member("name", here.name) } }
      if let name { json.member("namesakes", directory.members(called: name)) }
      json.member("organisation", directory.organisationName)
      switch link.kind {
      case .pairing:
        json.member("kind", "pairing")
        json.member("roles", [])
        json.member("member", link.member.flatMap(directory.member)?.name)
      case .invitation, .lead:
        guard let invitation = directory.invitation(link.reference), invitation.isOpen(at: now) else {
          throw HTTPRefusal(.notFound)
        }
        json.member("kind", invitation.isLead ? "lead" : "invitation")
        json.member("roles", invitation.roles.map(\.rawValue))
      }
    }
    return .json(json.bytes)
  }

  private func join(_ request: HTTPRequest) async throws -> HTTPResponse {
    var args = try request.arguments()
    guard let id = try Identifier(args.id("id")) else { throw Refusal.invalid("id", .invalid) }
    let token = try args.text("token", 1...64)
    let name = try args.optionalText("name", 1...20)
    let roles = try args.someOf("roles", as: Role.self, 0...Role.allCases.count)
    let device = try args.optionalText("device", 1...40) ?? ""
    try args.end()
    let link = try await link(token, for: id)
    let member: Identifier
    switch link.kind {
    case .pairing:
      let directory = try await stage.look(at: link.organisation, in: link.organisation).fold
      guard link.member.flatMap(directory.actor) != nil,
        let paired = try await stage.redeem(token, for: id)?.member
      else {
        throw HTTPRefusal(.notFound)
      }
      member = paired
    case .invitation, .lead:
      guard let name else { throw Refusal.invalid("name", .missing) }
      // The client's id makes the member, and whoever knows it may come back as that member. Everyone sees the
      // command's id, so that is another one.
      member = id.derived(step: 4)
      let command = Command(
        id: id.derived(step: 5), log: link.organisation, op: "member.join",
        args: [
          "name": .string(name), "roles": .array(roles.map { .string($0.rawValue) }),
          "invitation": .string(link.reference.description),
        ])
      _ = try await stage.submit(command, by: .server(for: member), in: link.organisation).get()
    }
    let secret = SecretToken()
    try await stage.openSession(
      secret.text, organisation: link.organisation, member: member, device: device, seconds: Self.sessionSeconds)
    Journal.write(.info, "member.joined", ["organisation": "\(link.organisation)", "member": "\(member)"])
    var json = JSONWriter()
    json.object { json in
      json.member("member", member.description)
      json.member("organisation", link.organisation.description)
    }
    var response = HTTPResponse.json(json.bytes)
    for (name, _) in try await stage.sessions(of: request) where name != stage.cookie.name(for: request) {
      stage.cookie.clear(name, on: &response, for: request)
    }
    stage.cookie.set(secret.text, seconds: Self.sessionSeconds, on: &response, for: request)
    return response
  }

  private func link(_ token: String, for join: Identifier? = nil) async throws -> LinkRow {
    guard SecretToken.isPlausible(token), let link = try await stage.peek(token, for: join) else {
      throw HTTPRefusal(.notFound)
    }
    // Another node may have made it a moment ago, and the directory here not know it yet.
    try await stage.catchUp(with: link.organisation)
    return link
  }

  // MARK: Letting others in

  private func invite(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    try visitor.requireLead()
    var args = try request.arguments()
    let isLead = try args.bool("lead", default: false)
    let roles = try args.someOf("roles", as: Role.self, (isLead ? 0 : 1)...Role.allCases.count)
    let hours = try args.optionalInt("hours", 1...24 * 90) ?? 168
    let uses = try args.optionalInt("uses", 1...500) ?? 50
    try args.end()
    let invitation = try await stage.offerInvitation(
      organisation: visitor.organisation, by: visitor.member, roles: roles, isLead: isLead, hours: hours, uses: uses)
    try await stage.audit("invitation.offered", by: visitor, ["invitation": .string(invitation.id.description)])
    var json = JSONWriter()
    json.object { json in
      json.member("invitation", invitation.id.description)
      json.member("link", "/join#" + invitation.token)
    }
    return .json(json.bytes)
  }

  private func pair(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    try request.arguments().end()
    let secret = SecretToken()
    let expires = now + Int64(Self.pairingSeconds) * 1000
    try await stage.createLink(
      secret.text, kind: .pairing, organisation: visitor.organisation, reference: CommandID.fresh(at: now),
      member: visitor.member, expires: expires, uses: 1)
    var json = JSONWriter()
    json.object { json in
      json.member("link", "/join#" + secret.text)
      json.member("expires", expires)
    }
    return .json(json.bytes)
  }

  // MARK: Being in, and going out

  private func me(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    var json = JSONWriter()
    json.object { json in
      json.member("member", visitor.member.description)
      json.member("name", visitor.directory.member(visitor.member)?.name)
      json.member("organisation", visitor.organisation.description)
      json.member("directory", visitor.organisation.description)
      json.member("playbook", LogFold.playbook(of: visitor.organisation).description)
    }
    return .json(json.bytes)
  }

  /// For leads: what tells members of one name apart.
  private func members(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    try visitor.requireLead()
    let joined = try await stage.joinedMembers(of: visitor.organisation)
    var json = JSONWriter()
    json.object { json in
      json.array("members") { json in
        for row in joined {
          json.object { json in
            json.member("member", row.member.description)
            json.member("joined", row.joined)
            json.member("devices", row.devices)
          }
        }
      }
    }
    return .json(json.bytes)
  }

  private func signOut(_ request: HTTPRequest) async throws -> HTTPResponse {
    try request.arguments().end()
    var response = HTTPResponse.json(Array("{}".utf8))
    for (name, session) in try await stage.sessions(of: request) {
      stage.cookie.clear(name, on: &response, for: request)
      try await stage.endSession(session.id)
    }
    return response
  }

  private var now: Int64 { stage.now }
}

extension LogFold {
  fileprivate func invitation(_ id: Identifier) -> Invitation? {
    guard case .invitation(let invitation)? = self[RecordKey(.invitation, id.description)] else { return nil }
    return invitation
  }

  fileprivate func activeMember(_ id: Identifier) -> Member? { member(id).flatMap { $0.active ? $0 : nil } }

  fileprivate func members(called name: String) -> Int {
    records(.member).values.count { record in
      if case .member(let member) = record { member.active && member.name == name } else { false }
    }
  }

  func member(_ id: Identifier) -> Member? {
    guard case .member(let member)? = self[RecordKey(.member, id.description)] else { return nil }
    return member
  }

  var organisationName: String {
    guard case .organisation(let organisation)? = self[RecordKey(.organisation, "organisation")] else { return "" }
    return organisation.name
  }
}
