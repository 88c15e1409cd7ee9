import Board
import Identity
import JSON
import Likeness
import Rows
import Store

/// One page of hits as the client is told of it.
struct SearchPage {
  private let answer: SearchAnswer
  private let query: SearchQuery
  private let page: Int
  private let directory: LogFold
  private let counts: [SearchGroup: Int]
  private let total: Int

  init(_ answer: SearchAnswer, to query: SearchQuery, of group: SearchGroup?, page: Int, in directory: LogFold) {
    (self.answer, self.query, self.page, self.directory) = (answer, query, page, directory)
    var counts: [SearchGroup: Int] = [:]
    for count in answer.counts {
      if let group = SearchGroup.of(count.kind) { counts[group, default: 0] += count.count }
    }
    total = group.map { counts[$0, default: 0] } ?? counts.values.reduce(0, +)
    self.counts = counts
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("total", total)
      json.member("page", page)
      json.object("groups") { json in
        for group in SearchGroup.allCases {
          guard let count = counts[group] else { continue }
          json.key(named: group.rawValue)
          json.int(count)
        }
      }
      json.array("hits") { json in
        for hit in answer.hits { json.object { json in write(hit, into: &json) } }
      }
    }
    return json.bytes
  }

  private func write(_ hit: SearchAnswer.Hit, into json: inout JSONWriter) {
    json.member("group", SearchGroup.of(hit.kind)?.rawValue)
    json.member("kind", hit.kind)
    json.member("log", hit.log)
    json.member("id", hit.record)
    json.member("at", hit.at)
    json.member("place", title(of: hit.log))
    json.member("told", told(of: hit))
  }

  /// Of a long text the line with the match alone.
  private func told(of hit: SearchAnswer.Hit) -> JSON? {
    guard let told = try? JSONReader.parse(hit.told), var object = told.object, let text = object["text"]?.string else {
      return try? JSONReader.parse(hit.told)
    }
    object["text"] = .string(query.line(of: text))
    return .object(object)
  }

  /// What the show, the room or the channel is called now.
  private func title(of log: Identifier) -> String? {
    let id = log.description
    if case .listedRoom(let room)? = directory[RecordKey(.room, id)] { return room.title }
    if case .listedShow(let show)? = directory[RecordKey(.show, id)] { return show.title }
    let channels = directory.records(.channel).values
    for case .channel(let channel) in channels where channel.log == log { return channel.name }
    return nil
  }
}
