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
  case roomOpened(room: ListedRoom)
}

extension DirectoryFact: KindFact {
  var erasesWords: Bool { false }
  /// Nothing in a directory is anonymous.
  var naming: Naming { .told }
}
