import JSON

// What is done with a channel.
extension Channel {
  static let acts: [Act] = [add, rename]
  private static let called = Argument.text("name", 1...40)

  static let add = Act(
    "channel.add", in: .directory, zh: "加直播间", en: "Add channel", by: .leadOrOperations, called,
    example: ["name": "新名"],
    final: "a channel with its log is there for good; it is renamed"
  ) { fold, request, name in
    try fold.checkRoom(for: .channel, limit: Bounds.channels)
    return Decision(.directory(.channelAdded(channel: Channel(id: request.newID(), name: name))))
  }

  static let rename = Act(
    "channel.rename", in: .directory, zh: "改直播间名", en: "Rename channel", by: .leadOrOperations,
    .record("channel", .channel), called,
    example: ["name": "新名"],
    undo: { before, event in
      guard case .directory(.channelRenamed(let id, _))? = event.facts.first,
        let channel = before.find(id, as: Channel.self)
      else { return nil }
      return Opposite("channel.rename", ["channel": .string(id), "name": .string(channel.name)])
    }
  ) { fold, _, id, name in
    guard let channel = fold.find(id, as: Channel.self) else { throw Refusal.notFound }
    return channel.name == name ? .nothing : Decision(.directory(.channelRenamed(channel: id, name: name)))
  }
}
