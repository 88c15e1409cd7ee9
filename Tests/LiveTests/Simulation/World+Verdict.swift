import Identity
import JSON
import Rows

@testable import Board
@testable import Live

// C1–C6 over what clients saw and what the log holds.
extension World {
  func judge() {
    for client in clients {
      for asked in client.history { judge(asked, of: client) }
      for (log, copy) in client.copies { judge(copy, of: log) }
      guard !client.isGone else { continue }
      for log in client.follows { compare(client, log) }
    }
    for log in database.logs.keys { judgeOrder(log) }
    if isUnbroken { for log in channelLogs where clients.contains(where: { $0.follows.contains(log) }) { judge(log) } }
    for node in nodes {
      if node.node.connections.values.contains(where: { $0.inFlight != 0 }) { fail("a connection waits for ever") }
      for (id, log) in node.node.logs where log.isLive && log.ledger.isSettled {
        let (fold, at) = (log.ledger.fold, log.ledger.head)
        compare(fold, id, to: at)
        if !log.waiters.isEmpty { fail("a request was left behind") }
        if let head = database.logs[id]?.rows.count, at == head, fold != folded(id, to: at) {
          fail("a node's words of a \(log.kind) are not those kept")
        }
      }
    }
  }

  /// C1, C5: what was accepted is there once, where it was said to be; what was refused is not.
  private func judge(_ asked: Asked, of client: SimulatedClient) {
    let rows = database.logs[asked.log]?.rows.filter { $0.command == asked.id } ?? []
    if rows.count > 1 { fail("\(asked.op) is stored twice") }
    if let seq = asked.seq {
      // (Acknowledged as changing nothing by one node while another, to which it was sent as well, still decides: it may
      // come to change something later.)
      if let row = rows.first, row.seq < seq, !past.lost.contains(asked.id) {
        fail("\(asked.op) was acknowledged at \(seq), is at \(row.seq)")
      }
      guard !past.lost.contains(asked.id) else { return }
      if rows.isEmpty, asked.alwaysStores { fail("\(asked.op) was acknowledged at \(seq) and is lost") }
      if rows.isEmpty, asked.isDuplicate { fail("\(asked.op) was called a duplicate of nothing") }
    } else if asked.answeredAt == nil, !client.isGone {
      fail("\(asked.op) was never answered")
    }
  }

  /// C2, C3: the stream of each client is a piece of the log.
  private func judge(_ copy: Copy, of log: Identifier) {
    let rows = database.logs[log]?.rows ?? []
    for (seq, tag) in copy.tags where seq > 0 {
      if seq <= rows.count, Tag.text(rows[Int(seq - 1)].tag) == tag { continue }
      guard past.tags[log]?[seq]?.contains(where: { Tag.text($0) == tag }) == true else {
        return fail("an event nobody stored")
      }
    }
  }

  /// A channel's log lists what the directory lists of the channel, as it does.
  private func judge(_ channel: Identifier) {
    let (listed, directory) = (truth(channel), truth(organisation))
    let viewer = Viewer(member: nil, isLead: false)
    for case .listedShow(let show) in directory.records(.show).values
    where directory.channelLog(show.channel) == channel {
      let key = RecordKey(.show, show.id)
      if listed[key]?.render(for: viewer) != directory[key]?.render(for: viewer) {
        fail("a channel's log does not list a show as the directory does")
      }
    }
    for case .listedRoom(let room) in directory.records(.room).values {
      let channels = room.shows.compactMap { id -> Identifier? in
        guard case .listedShow(let show)? = directory[RecordKey(.show, id.description)] else { return nil }
        return directory.channelLog(show.channel)
      }
      if channels.contains(channel), listed[RecordKey(.room, room.id)] == nil {
        fail("a channel's log does not list a room")
      }
    }
  }

  /// C4: what was acknowledged before another was sent comes before it.
  private func judgeOrder(_ log: Identifier) {
    var seqs: [Identifier: Int64] = [:]
    for row in database.logs[log]?.rows ?? [] { seqs[row.command] = row.seq }
    let stored = clients.flatMap(\.history).filter {
      $0.log == log && seqs[$0.id] != nil && !past.lost.contains($0.id)
    }
    for earlier in stored where earlier.seq == seqs[earlier.id] {
      guard let answered = earlier.answeredAt, let first = seqs[earlier.id] else { continue }
      for later in stored where later.sentAt > answered {
        if let second = seqs[later.id], second < first { fail("\(later.op) overtook \(earlier.op)") }
      }
    }
  }

  /// C6, G7: what the client holds is what a fresh fold shows to that viewer.
  private func compare(_ client: SimulatedClient, _ log: Identifier) {
    let directory = truth(organisation)
    let viewer = Viewer(member: client.member, isLead: directory.actor(client.member)?.isLead == true)
    let fold = truth(log)
    var expected: [String: [String: JSON]] = [:]
    for key in fold.keys {
      guard let bytes = fold[key]?.render(for: viewer), let json = try? JSONReader.parse(bytes) else { continue }
      expected[key.kind.rawValue, default: [:]][key.id] = json
    }
    let held = (client.copies[log]?.records ?? [:]).filter { !$0.value.isEmpty }
    guard held != expected else { return }
    for kind in Set(expected.keys).union(held.keys) where expected[kind] != held[kind] {
      fail("client \(client.number) holds other \(kind) records of a \(fold.kind) than it should")
    }
  }

  /// A node may refuse what it does not know another has stored: it was true of the state it has. But not what it knows.
  func checkRefusals(_ bytes: [UInt8], by index: Int) {
    guard String(decoding: bytes, as: UTF8.self).contains(#""nack""#),
      case .array(let frames)? = try? JSONReader.parse(bytes)
    else { return }
    for frame in frames where frame.type == "nack" && frame["retry"] == false {
      guard let id = frame["id"]?.string.flatMap({ Identifier($0) }),
        let log = frame["log"]?.string.flatMap({ Identifier($0) }), frame["code"] != "taken",
        let row = database.logs[log]?.rows.first(where: { $0.command == id }),
        let known = nodes[index].node.logs[log]?.ledger.standing, known.head >= row.seq,
        isUnbroken || database.holds(known)
      else { continue }
      fail("\(row.op) at \(row.seq) was refused with \(frame["code"]?.string ?? "") by a node that is at \(known.head)")
    }
  }
}
