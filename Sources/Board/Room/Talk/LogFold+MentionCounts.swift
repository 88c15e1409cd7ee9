public import Identity
import JSON

// A count in the lobby until one has looked: the summary has it of everybody, and everybody is told their own.
extension LogFold {
  /// Last in the summary, and left out where nobody is called.
  func summariseMentions(into json: inout JSONWriter) {
    let mentions = all(Mention.self).sorted { $0.member < $1.member }
    guard !mentions.isEmpty else { return }
    json.object("mentions") { json in
      for mention in mentions {
        json.key(named: mention.id)
        json.int(mention.places.count)
      }
    }
  }

  /// A summary as one member reads it: of the mentions the number of their own.
  public static func summary(_ summary: [UInt8], for member: Identifier) -> [UInt8] {
    // Nearly all summaries are told as they are: their last object is another one, or there is none.
    guard summary.suffix(2) == Array("}}".utf8)[...], let last = summary.lastIndex(of: UInt8(ascii: "{")),
      summary[..<last].suffix(11) == Array("\"mentions\":".utf8)[...],
      var told = (try? JSONReader.parse(summary))?.object, let mentions = told["mentions"]
    else { return summary }
    told["mentions"] = mentions[member.description]
    return JSON.object(told).bytes
  }
}
