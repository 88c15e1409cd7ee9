import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Members` {
  private let newcomer = Team.member(9, [])

  private func offer(_ team: inout Team, roles: [Role], uses: Int = 1, lead: Bool = false)
    throws(Refusal)
  {
    try team.inDirectory(
      "invitation.offer",
      [
        "invitation": "inv", "roles": .array(roles.map(\.json)), "lead": .bool(lead),
        "expires": .int(Int(team.world.now) + 1000), "uses": .int(uses),
      ], as: .server(for: team.lead.member))
  }

  private func join(_ team: inout Team, roles: [Role], as member: Actor? = nil) -> Refusal? {
    refusal { () throws(Refusal) in
      try team.inDirectory(
        "member.join", ["name": "新人", "roles": .array(roles.map(\.json)), "invitation": "inv"],
        as: .server(for: (member ?? newcomer).member))
    }
  }

  @Test func `only the active take a place: who was removed makes room`() throws {
    var team = try Team()
    func newcomer(_ number: Int) -> Actor { .server(for: Identifier(high: 7, low: UInt64(number))) }
    func join(_ team: inout Team, _ number: Int) -> Refusal? {
      refusal { () throws(Refusal) in
        try team.inDirectory("member.join", ["name": "新人", "roles": ["host"]], as: newcomer(number))
      }
    }
    let present = team.world.directory.records(.member).count
    for number in present..<Bounds.members { #expect(join(&team, number) == nil) }
    #expect(join(&team, 9_999) == Refusal(.full, .limit(2_000)))
    let gone = Identifier(high: 7, low: UInt64(present))
    try team.inDirectory("member.remove", ["member": .string(gone.description)], as: team.lead)
    #expect(join(&team, 9_999) == nil)
    #expect(join(&team, 9_998) == Refusal(.full, .limit(2_000)))
  }

  @Test func `an invitation by which nobody can join any more takes no place`() throws {
    var team = try Team()
    func offer(_ team: inout Team, _ id: String) -> Refusal? {
      refusal { () throws(Refusal) in
        try team.inDirectory(
          "invitation.offer",
          ["invitation": .string(id), "roles": ["host"], "expires": .int(Int(team.world.now) + 60_000), "uses": 1],
          as: .server(for: team.lead.member))
      }
    }
    for number in 0..<Bounds.invitations { #expect(offer(&team, "i\(number)") == nil) }
    #expect(offer(&team, "more") == Refusal(.full, .limit(Bounds.invitations)))
    try team.inDirectory("invitation.revoke", ["invitation": "i0"], as: team.lead)
    #expect(offer(&team, "more") == nil)
    #expect(offer(&team, "again") == Refusal(.full, .limit(Bounds.invitations)))
    team.world.now += 60_001
    #expect(offer(&team, "again") == nil)
  }

  @Test func `joining by an invitation uses it up`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor, .host])
    #expect(join(&team, roles: [.floor]) == nil)
    let actor = team.world.directory.actor(newcomer.member)
    #expect(actor?.roles == [.floor])
    #expect(actor?.isLead == false)
    #expect(join(&team, roles: [.floor], as: Team.member(10, [])) == .notFound)
  }

  @Test func `joining twice is joining once`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor], uses: 2)
    #expect(join(&team, roles: [.floor]) == nil)
    #expect(join(&team, roles: [.floor]) == nil)
    #expect(team.world.directory.find("inv", as: Invitation.self)?.uses == 1)
  }

  @Test func `a role that is not offered cannot be taken`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor])
    #expect(join(&team, roles: [.floor, .operations]) == .invalid("roles", .invalid))
    #expect(join(&team, roles: []) == .invalid("roles", .missing))
  }

  @Test func `a revoked or expired invitation is none`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor])
    try team.inDirectory("invitation.revoke", ["invitation": "inv"], as: team.lead)
    #expect(
      try team.inDirectory("invitation.revoke", ["invitation": "inv"], as: team.lead).event == nil)
    #expect(join(&team, roles: [.floor]) == .notFound)
    var late = try Team()
    try offer(&late, roles: [.floor])
    late.world.now += 1000
    #expect(join(&late, roles: [.floor]) == .notFound)
  }

  @Test func `an invitation may make a lead`() throws {
    var team = try Team()
    try offer(&team, roles: [], lead: true)
    #expect(join(&team, roles: []) == nil)
    #expect(team.world.directory.actor(newcomer.member)?.isLead == true)
  }

  @Test func `invitations are seen by leads alone`() throws {
    var team = try Team()
    try offer(&team, roles: [.floor])
    let key = RecordKey(.invitation, "inv")
    #expect(
      team.sees(team.lead, team.world.directory)[key]
        == #"{"id":"inv","roles":["floor"],"lead":false,"expires":\#(team.world.now + 1000),"uses":1,"revoked":false}"#
    )
    for member in team.everyone.dropFirst() {
      #expect(team.sees(member, team.world.directory)[key] == nil)
    }
  }

  @Test func `a change of rights moves the view, a change of name does not`() throws {
    var team = try Team()
    let host = team.host.member
    let before = team.world.directory.rights(of: host)
    try team.inDirectory("member.rename", ["name": "小檬"], as: team.host)
    #expect(team.world.directory.rights(of: host) == before)
    try team.inDirectory(
      "member.assign", ["member": .string(host.description), "roles": ["floor", "host"]],
      as: team.lead)
    #expect(team.world.directory.rights(of: host) > before)
    #expect(team.world.directory.actor(host)?.roles == [.host, .floor])
    #expect(
      try team.inDirectory(
        "member.assign", ["member": .string(host.description), "roles": ["host", "floor"]],
        as: team.lead
      ).event == nil)
  }

  @Test func `the last lead stays`() throws {
    var team = try Team()
    let lead = JSON.string(team.lead.member.description)
    let host = JSON.string(team.host.member.description)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("member.remove", ["member": lead], as: team.lead)
      }
        == Refusal(.lastLead))
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("member.appoint", ["member": lead, "lead": false], as: team.lead)
      } == Refusal(.lastLead))
    try team.inDirectory("member.appoint", ["member": host, "lead": true], as: team.lead)
    try team.inDirectory("member.appoint", ["member": lead, "lead": false], as: team.lead)
    #expect(
      refusal { () throws(Refusal) in
        try team.inDirectory("member.remove", ["member": host], as: team.lead)
      }
        == Refusal(.lastLead))
  }

  @Test func `a removed member is known by name and may nothing`() throws {
    var team = try Team()
    let host = team.host.member
    let args: JSON = ["member": .string(host.description)]
    try team.inDirectory("member.remove", args, as: team.lead)
    #expect(team.world.directory.actor(host) == nil)
    #expect(
      team.sees(team.lead, team.world.directory)[RecordKey(.member, host.description)]
        == #"{"id":"\#(host)","name":"阿檬","roles":["host"],"active":false}"#)
    #expect(
      refusal { () throws(Refusal) in try team.inDirectory("member.remove", args, as: team.lead) }
        == .notFound)
    #expect(
      String(decoding: team.world.directory.summary(), as: UTF8.self)
        == #"{"members":5,"channels":1}"#)
  }
}
