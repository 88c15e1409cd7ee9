public import Identity

/// What happened in a directory. Stored for good: a case or a label is never renamed, and a field that comes later is read with
/// a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference, not twenty fields.
public indirect enum DirectoryFact: Sendable, Equatable, Codable {
  case organisationFounded(name: String, zone: String)
  case organisationRenamed(name: String)
  case roleLabelled(role: Role, label: String)
  case channelAdded(channel: Channel)
  case channelRenamed(channel: String, name: String)
  case invitationOffered(invitation: Invitation)
  case invitationRevoked(invitation: String)
  case memberJoined(
    member: Identifier, name: String, roles: [Role], lead: Bool, invitation: String?)
  case memberRenamed(member: Identifier, name: String)
  case memberAssigned(member: Identifier, roles: [Role])
  case memberAppointed(member: Identifier, lead: Bool)
  case memberRemoved(member: Identifier)
  case showScheduled(show: ListedShow)
  case showAmended(show: Identifier, title: String, startsAt: Int64, endsAt: Int64?)
  /// `at`: the event of the show's log by which.
  case showHidden(show: Identifier, at: Int64?)
  case showUnhidden(show: Identifier, at: Int64?)
  case roomOpened(room: ListedRoom)
  case roomArchived(room: Identifier, archived: Bool)
}

extension DirectoryFact: KindFact {
  var since: Int {
    switch self {
    case .showHidden, .showUnhidden: 3
    case .roomArchived: 4
    default: 1
    }
  }

  var erasesWords: Bool { false }
  /// Nothing in a directory is anonymous.
  var naming: Naming { .told }
}

// MARK: - What each changes

extension LogFold {
  /// What each fact changes. Total: of a record that is gone, nothing.
  mutating func apply(_ fact: DirectoryFact, of event: Event) {
    switch fact {
    case .organisationFounded(let name, let zone):
      put(Organisation(name: name, zone: zone, labels: [:]))
    case .organisationRenamed(let name):
      revise(Organisation.self, "organisation") { $0.name = name }
    case .roleLabelled(let role, let label):
      revise(Organisation.self, "organisation") { $0.labels[role.rawValue] = label.isEmpty ? nil : label }
    case .channelAdded(let channel): put(channel.placed(in: log))
    case .channelRenamed(let channel, let name): revise(Channel.self, channel) { $0.name = name }
    case .invitationOffered(let invitation): put(invitation)
    case .invitationRevoked(let invitation):
      revise(Invitation.self, invitation) { $0.revoked = true }
    case .memberJoined(let member, let name, let roles, let lead, let invitation):
      put(
        Member(
          member: member, name: name, roles: roles, isLead: lead, active: true, rightsAt: event.seq)
      )
      if let invitation { revise(Invitation.self, invitation) { $0.uses -= 1 } }
    case .memberRenamed(let member, let name):
      revise(Member.self, member.description) { $0.name = name }
    case .memberAssigned(let member, let roles):
      reviseRights(of: member, event) { $0.roles = roles }
    case .memberAppointed(let member, let lead):
      reviseRights(of: member, event) { $0.isLead = lead }
    case .memberRemoved(let member): reviseRights(of: member, event) { $0.active = false }
    case .showScheduled(let show): put(show)
    case .showAmended(let show, let title, let startsAt, let endsAt):
      revise(ListedShow.self, show.description) {
        ($0.title, $0.startsAt, $0.endsAt) = (title, startsAt, endsAt)
      }
    case .showHidden(let show, let at): hide(show, true, at: at)
    case .showUnhidden(let show, let at): hide(show, false, at: at)
    case .roomOpened(let room): put(room)
    case .roomArchived(let room, let isArchived):
      revise(ListedRoom.self, room.description) { $0.isArchived = isArchived }
    }
  }

  private mutating func hide(_ show: Identifier, _ isHidden: Bool, at: Int64?) {
    revise(ListedShow.self, show.description) {
      $0.isHidden = isHidden
      $0.settledAt = at ?? $0.settledAt
      if at == nil { $0.isHiddenByHand = isHidden }
    }
  }

  private mutating func reviseRights(
    of member: Identifier, _ event: Event, _ change: (inout Member) -> Void
  ) {
    revise(Member.self, member.description) {
      change(&$0)
      $0.rightsAt = event.seq
    }
  }
}
