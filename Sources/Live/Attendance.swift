import Identity

/// A member on this node: all of their connections together.
final class Attendance {
  let member: Identifier
  let organisation: Identifier
  var connections: [ConnectionID: Connection] = [:]
  var bucket: Bucket
  /// The rights under which they see every log, and the layout by which it is told; part of each position.
  var view = ""
  var audience = Audience.common

  init(member: Identifier, organisation: Identifier, bucket: Bucket) {
    self.member = member
    self.organisation = organisation
    self.bucket = bucket
  }
}
