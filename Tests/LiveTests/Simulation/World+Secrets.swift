import Board
import Identity
import JSON

@testable import Live

// Every byte a client gets is read.
extension World {
  /// A card's text carries its number between two marks: while the cards lie face down, only its author may get it.
  func inspect(_ bytes: [UInt8], for client: SimulatedClient) {
    let mark = UInt8(ascii: "#")
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(of: mark) {
      var number = 0
      var end = start + 1
      while end < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) {
        number = number * 10 + Int(bytes[end] - UInt8(ascii: "0"))
        end += 1
      }
      if end > start + 1, end < bytes.count, bytes[end] == mark, cards.indices.contains(number) {
        let card = cards[number]
        if card.author != client.member, truth(card.room).room?.revealed != true,
          !past.revealed.contains(card.room)
        {
          fail("client \(client.number) got card \(number) face down")
        }
        end += 1
      }
      index = end
    }
  }

  /// Nobody but the author may learn who acts on an anonymous card, nor get another's ballot.
  func check(_ frame: JSON, for client: SimulatedClient) {
    let own = client.member.description
    var puts: [JSON] = []
    if frame.type == "snap", let put = frame["put"] { puts.append(put) }
    for event in frame["events"]?.array ?? [] {
      if let put = event["put"] { puts.append(put) }
      guard let id = event["id"]?.string, let known = asked[id] else { continue }
      if known.asked.isSecret, known.member != client.member { fail("client \(client.number) learnt a secret act") }
      if event["put"] == nil, event["cut"] == nil { fail("an event that shows nothing is named") }
    }
    for put in puts {
      for issue in put["issue"]?.array ?? [] where issue["anonymous"] == true {
        if let by = issue["by"]?.string, by != own { fail("client \(client.number) learnt an anonymous author") }
      }
      for ballot in put["ballot"]?.array ?? [] where ballot["id"]?.string != own {
        fail("client \(client.number) got another's ballot")
      }
    }
  }
}
