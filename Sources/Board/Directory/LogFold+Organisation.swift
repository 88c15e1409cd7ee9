import JSON

// Commands on the organisation and its channels.
extension LogFold {
  /// Server: `name` 1–40, `zone?` (Asia/Shanghai).
  func foundOrganisation(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let name = try args.text("name", 1...40)
    let zone = try args.optionalText("zone", 1...64) ?? "Asia/Shanghai"
    try args.end()
    return organisation == nil ? Decision(.organisationFounded(name: name, zone: zone)) : .nothing
  }

  func renameOrganisation(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let name = try args.text("name", 1...40)
    try args.end()
    return organisation?.name == name ? .nothing : Decision(.organisationRenamed(name: name))
  }

  /// An empty label gives the role its own name back.
  func labelRole(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let role = try args.oneOf("role", as: Role.self)
    let label = try args.text("label", 0...12)
    try args.end()
    return organisation?.labels[role.rawValue] ?? "" == label
      ? .nothing : Decision(.roleLabelled(role: role, label: label))
  }

  func addChannel(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let name = try args.text("name", 1...40)
    try args.end()
    try checkRoom(for: .channel, limit: Limits.channels)
    return Decision(.channelAdded(channel: Channel(id: request.newID(), name: name)))
  }

  func renameChannel(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("channel")
    let name = try args.text("name", 1...40)
    try args.end()
    guard let channel = find(id, as: Channel.self) else { throw Refusal.notFound }
    return channel.name == name ? .nothing : Decision(.channelRenamed(channel: id, name: name))
  }
}
