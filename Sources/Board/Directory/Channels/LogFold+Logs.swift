public import Identity

// Of the directory's fold: the organisation's logs, and who may follow them.
extension LogFold {
  /// The kind of a log of this organisation; nil: none of its logs.
  public func knows(log: Identifier) -> LogKind? {
    if log == self.log { return .directory }
    let id = log.description
    if self[RecordKey(.show, id)] != nil { return .show }
    if self[RecordKey(.room, id)] != nil { return .room }
    if log == Self.playbook(of: self.log) { return .playbook }
    return channel(of: log) == nil ? nil : .channel
  }

  /// Whether this member may follow that log. Every subscription, list, search, export and answer over HTTP asks this,
  /// and nothing else. Who may follow a channel's log may follow its shows and rooms; of a room of several channels, who
  /// may follow all of theirs.
  public func mayFollow(_ log: Identifier, _ member: Identifier) -> Bool {
    actor(member) != nil && knows(log: log) != nil && channels(of: log).allSatisfy { isOpen($0, to: member) }
  }

  /// Today every channel is every member's. One that is not is to be refused here.
  private func isOpen(_ channel: String, to member: Identifier) -> Bool { true }

  /// The channels a log belongs to: none of the directory and the playbook.
  private func channels(of log: Identifier) -> [String] {
    if let show = find(log.description, as: ListedShow.self) { return [show.channel] }
    if let room = find(log.description, as: ListedRoom.self) { return channels(of: room) }
    return channel(of: log).map { [$0.id] } ?? []
  }

  private func channels(of room: ListedRoom) -> [String] {
    room.shows.compactMap { find($0.description, as: ListedShow.self)?.channel }
  }

  /// The logs of the channels whose shows a room reviews, each once.
  public func channelLogs(of room: ListedRoom) -> [Identifier] {
    Set(channels(of: room).compactMap { log(ofChannel: $0) }).sorted()
  }

  // MARK: Channels

  /// The channel whose log that is.
  func channel(of log: Identifier) -> Channel? { all(Channel.self).first { $0.log == log } }

  /// A channel's log has no row in the directory: it is found by the organisation's id and the channel's.
  func channelLog(_ channel: String) -> Identifier { Self.log(ofChannel: channel, in: log) }

  /// Of a channel of this directory; nil where it has none of that id.
  public func log(ofChannel channel: String) -> Identifier? { find(channel, as: Channel.self)?.log }

  static func log(ofChannel channel: String, in organisation: Identifier) -> Identifier {
    organisation.derived(step: 6, channel)
  }

  func shows(of channel: Channel) -> [ListedShow] { all(ListedShow.self).filter { $0.channel == channel.id } }

  /// The rooms that review one of its shows.
  func rooms(of channel: Channel) -> [ListedRoom] {
    all(ListedRoom.self).filter { channels(of: $0).contains(channel.id) }
  }

  /// The rooms opened before this one that review shows of a channel of its own, the newest first.
  public func rooms(before room: Identifier) -> [ListedRoom] {
    guard let room = find(room.description, as: ListedRoom.self) else { return [] }
    let own = Set(channels(of: room))
    return all(ListedRoom.self)
      .filter { ($0.openedAt, $0.log) < (room.openedAt, room.log) && !own.isDisjoint(with: channels(of: $0)) }
      .sorted { ($1.openedAt, $1.log) < ($0.openedAt, $0.log) }
  }

  /// The show of the same channel that was planned to start last before this one; none that is hidden.
  func previousShow(before show: Identifier) -> Identifier? {
    guard let show = find(show.description, as: ListedShow.self) else { return nil }
    return all(ListedShow.self)
      .filter { $0.channel == show.channel && !$0.isHidden && $0.startsAt < show.startsAt }
      .max { ($0.startsAt, $0.log) < ($1.startsAt, $1.log) }?.log
  }

  /// The organisation's playbook has no row in the directory: its log is found by the organisation's id.
  public static func playbook(of organisation: Identifier) -> Identifier {
    organisation.derived(step: 2)
  }
}
