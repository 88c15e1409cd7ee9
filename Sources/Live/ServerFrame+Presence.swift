import Board
import Identity
import JSON
import Rows

extension ServerFrame {
  /// What has changed of who is here: what they do, at which issue they are, and, when it has, where people write.
  static func here(log: Identifier, _ news: [PresenceNews.Item], _ writing: Writing?) -> [UInt8] {
    frame("here") { json in
      json.member("log", log)
      json.object("members") { json in
        for item in news where item.is?.doing != item.was?.doing || item.is == nil {
          json.key(named: item.member.description)
          if let stance = item.is { json.string(stance.doing.rawValue) } else { json.null() }
        }
      }
      let moved = news.filter { $0.is?.issue != $0.was?.issue }
      if !moved.isEmpty {
        json.object("at") { json in
          for item in moved {
            json.key(named: item.member.description)
            if let issue = item.is?.issue { json.string(issue) } else { json.null() }
          }
        }
      }
      guard let writing else { return }
      json.array("lanes") { json in
        for lane in writing.lanes { json.string(lane) }
      }
      json.member("someone", writing.isUnnamed)
    }
  }
}
