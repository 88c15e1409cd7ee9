import Board
import Identity
import JSON
import Metrics
import Tables

// The preview as it is answered. Cells as the file has them go to whoever sent it and nowhere else.
extension FilePreview {
  /// A digest of all that people see of the preview, and of how often its bytes were stored: where anything of it is
  /// different, they look again.
  var state: String {
    var json = JSONWriter()
    write(parts, into: &json)
    let past = Array((reading.digest + past.joined()).utf8)
    return Identifier(digest: SHA256.digest(of: past + json.bytes)).description
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("digest", reading.digest)
      json.member("state", state)
      json.member("name", name)
      json.member("size", reading.size)
      json.member("encoding", reading.parts.first?.encoding.rawValue)
      write(reading.parts.lazy.compactMap(\.platform).first, into: &json)
      write(parts, into: &json)
      json.member("unread", reading.unread.map(\.brief))
      json.member("unfinished", unfinished)
      if let known { json.member("known", known) } else { json.member("known", JSON.null) }
    }
    return json.bytes
  }

  private func write(_ platform: Platform?, into json: inout JSONWriter) {
    guard let platform else { return json.member("platform", JSON.null) }
    json.object("platform") { json in
      json.member("key", platform.key)
      json.member("zh", platform.zh)
    }
  }

  private func write(_ parts: [Part], into json: inout JSONWriter) {
    json.array("parts") { json in
      for part in parts {
        json.object { json in
          part.part.write(into: &json, now: part.now)
          part.part.writeChoices(into: &json)
          if case .list(let plan) = part.change { plan.write(into: &json) }
          json.object("changes") { json in
            switch part.change {
            case .show(let changes): changes.write(into: &json)
            case .list(let plan): plan.writeCounts(into: &json)
            }
          }
          json.member("asks", part.asks)
        }
      }
    }
  }
}

extension FilePreview.Part {
  fileprivate var now: [String: Double] { if case .show(let changes) = change { changes.now } else { [:] } }
}

extension ShowChanges {
  fileprivate func write(into json: inout JSONWriter) {
    json.member("new", new)
    json.array("changed") { json in
      for change in changed {
        json.object { json in
          json.member("metric", change.metric)
          json.member("from", change.values.from)
          json.member("to", change.values.to)
        }
      }
    }
    json.member("same", same)
    json.member("kept", kept)
    if start != nil || end != nil {
      json.object("times") { json in
        write(start, "start", into: &json)
        write(end, "end", into: &json)
      }
    }
    if let series {
      json.object("series") { json in
        json.member("minutes", series.minutes)
        json.member("replaces", series.replaces)
      }
    }
    if let markers { json.counts("markers", [("new", markers.new), ("known", markers.known)]) }
    if let goals { json.counts("goals", [("new", goals.new), ("changed", goals.changed), ("same", goals.same)]) }
    if let questions {
      json.counts(
        "questions",
        [
          ("new", questions.new), ("merged", questions.merged), ("known", questions.known),
          ("undated", questions.undated),
        ])
    }
    json.member("refused", refused?.rawValue)
  }

  private func write(_ change: Change<Int64?>?, _ key: StaticString, into json: inout JSONWriter) {
    guard let change else { return }
    json.object(key) { json in
      json.member("from", change.from.map { JSON.number(.int($0)) } ?? .null)
      json.member("to", change.to.map { JSON.number(.int($0)) } ?? .null)
    }
  }
}

extension ListPlan {
  fileprivate func write(into json: inout JSONWriter) {
    json.array("shows") { json in
      for row in rows {
        json.object { json in
          json.member("row", row.index)
          row.show.writeNamed(into: &json)
          switch row.match {
          case .known(let log, let title):
            json.member("match", "known")
            json.member("log", log.description)
            json.member("titled", title.brief)
          case .new: json.member("match", "new")
          case .ask(let shows):
            json.member("match", "ask")
            json.member("log", shows.first?.id.description)
            json.member("titled", shows.first?.title.brief)
          case .skip: json.member("match", "skip")
          case .removed: json.member("match", "removed")
          case .falseStart: json.member("match", "falseStart")
          }
        }
      }
    }
  }

  fileprivate func writeCounts(into json: inout JSONWriter) {
    var counts = (new: 0, known: 0, skipped: 0)
    for row in rows {
      switch row.match {
      case .known: counts.known += 1
      case .new: counts.new += 1
      case .skip, .removed, .falseStart: counts.skipped += 1
      case .ask: break
      }
    }
    json.counts("shows", [("new", counts.new), ("known", counts.known), ("skipped", counts.skipped)])
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ key: StaticString, _ counts: [(String, Int)]) {
    object(key) { json in
      for (name, count) in counts {
        json.key(named: name)
        json.int(count)
      }
    }
  }
}

extension String {
  /// A cell or a name, as far as it takes to find it by: it may be megabytes.
  var brief: String { String(String.UnicodeScalarView(unicodeScalars.prefix(80))) }
}
