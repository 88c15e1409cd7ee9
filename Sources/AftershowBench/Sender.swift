import JSON

/// Makes one member's commands: new cards, edits of its own cards, and votes.
///
/// A slot has at most one command unanswered, and owns one card, so that edits never run into each other.
final class Sender {
  private enum Act { case post, edit, vote }

  private let load: LoadOptions
  private let room: LoadRoom
  private let tally: LoadTally
  private let ids: LoadCommandID
  private let first: Int
  private var cards: [Card]
  private var idle: [Int]
  private var open: [Int: (slot: Int, act: Act, asked: Int64)] = [:]
  private var sent = 0
  private var chance: SystemRandomNumberGenerator
  private let text: String
  private let log: String

  /// Commands are numbered from `first`, of which every sender has its own million.
  init(load: LoadOptions, room: LoadRoom, cards: [Card], ids: LoadCommandID, first: Int, tally: LoadTally) {
    self.load = load
    self.room = room
    self.cards = cards
    self.ids = ids
    self.first = first
    self.tally = tally
    idle = Array(cards.indices)
    chance = SystemRandomNumberGenerator()
    text = String(repeating: "复盘时说清楚是第几分钟", count: load.text / 11 + 1)
    log = String(decoding: room.id, as: UTF8.self)
  }

  var hasRoom: Bool { !idle.isEmpty }
  var unanswered: Int { open.count }

  /// The next command as a frame; `time` is when it was due.
  func command(due time: Int64) -> [UInt8] {
    let slot = idle.removeLast()
    let act = nextAct()
    let serial = first + sent
    sent += 1
    open[serial] = (slot, act, time)
    return WebSocketWriter.frame(json(serial, slot, act))
  }

  private func nextAct() -> Act {
    let dice = Double.random(in: 0..<1, using: &chance)
    if dice < load.votes { return .vote }
    guard dice < load.votes + load.posts, room.posts < load.arena.mostPosts else { return .edit }
    room.posts += 1
    return .post
  }

  private func json(_ serial: Int, _ slot: Int, _ act: Act) -> [UInt8] {
    let words = String(text.prefix(load.text - min(load.text - 1, 8))) + String(serial % 10_000_000)
    let card = cards[slot]
    let (op, args) =
      switch act {
      case .post: load.arena.post(words)
      case .edit: load.arena.edit(card.id, words)
      case .vote: load.arena.vote(card.id, hadVote: card.hasVote)
      }
    var json = JSONWriter()
    json.beginArray()
    json.beginObject()
    json.member("t", "cmd")
    json.member("id", ids.text(serial))
    json.member("log", log)
    json.member("op", op)
    json.member("args", args)
    json.member("on", act == .edit ? card.edited : nil)
    json.endObject()
    json.endArray()
    return json.bytes
  }

  func acknowledged(_ serial: Int?, _ seq: Int64, _ now: Int64) {
    guard let serial, let command = open.removeValue(forKey: serial) else { return }
    switch command.act {
    case .post: break
    case .edit: cards[command.slot].edited = Int(seq)
    case .vote: cards[command.slot].hasVote.toggle()
    }
    idle.append(command.slot)
    room.acknowledged(seq, asked: command.asked)
    tally.acknowledged()
  }

  func refused(_ serial: Int?, _ code: String) {
    tally.refusals[code, default: 0] += 1
    if let serial, let command = open.removeValue(forKey: serial) { idle.append(command.slot) }
  }
}
