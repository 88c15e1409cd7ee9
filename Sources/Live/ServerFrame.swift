import Board
import Identity
import JSON

/// The frames a node sends, as JSON. One function a frame; nothing here decides anything.
enum ServerFrame {
  struct Me {
    let member: Identifier
    let name: String
    let roles: Set<Role>
    let isLead: Bool
    let organisation: Identifier
    let playbook: Identifier
  }

  static func welcome(_ me: Me, limits: Limits, now: Int64) -> [UInt8] {
    frame("welcome") { json in
      json.member("v", 1)
      json.object("me") { json in
        json.member("member", me.member)
        json.member("name", me.name)
        json.member("roles", Role.allCases.filter(me.roles.contains).map(\.rawValue))
        json.member("lead", me.isLead)
        json.member("organisation", me.organisation)
        json.member("directory", me.organisation)
        json.member("playbook", me.playbook)
      }
      json.object("limits") { json in
        json.member("message", limits.message)
        json.member("inFlight", limits.inFlight)
        json.member("rate", limits.rate)
        json.member("burst", limits.burst)
      }
      // A page asks what takes a command back only where this is said: an older node refuses the field.
      json.member("undo", true)
      json.member("now", now)
      json.member("heartbeat", limits.heartbeat / 1000)
      // A `here` may say more than what one does.
      json.member("places", true)
    }
  }

  /// One part of a page.
  static func page(
    log: Identifier, kind: LogKind, at: Position, part: Int, of parts: Int, _ page: Page
  ) -> [UInt8] {
    frame("snap", reserve: page.size(of: part - 1) + 256) { json in
      json.member("log", log)
      json.member("kind", kind.rawValue)
      json.object("at") { json in
        json.member("seq", at.seq)
        json.member("tag", tag: at.tag)
        json.member("view", at.view)
      }
      json.member("part", part)
      json.member("parts", parts)
      json.key("put")
      page.write(part - 1, into: &json)
    }
  }

  /// Contiguous events, each an object already, the first of seq `from`.
  static func events(log: Identifier, from: Int64, _ events: [[UInt8]]) -> [UInt8] {
    frame("ev", reserve: events.reduce(128) { $0 + $1.count + 1 }) { json in
      json.member("log", log)
      json.member("from", from)
      json.array("events") { json in
        for event in events { json.raw(event) }
      }
    }
  }

  static func ack(id: Identifier, log: Identifier, _ acknowledgement: Acknowledgement) -> [UInt8] {
    frame("ack") { json in
      json.member("id", id)
      json.member("log", log)
      json.member("seq", acknowledgement.seq)
      json.member("dup", acknowledgement.wasKnown)
      if let undo = acknowledgement.undo {
        json.object("undo") { json in
          json.member("op", undo.op)
          json.member("args", undo.args)
        }
      }
    }
  }

  /// `id` as it came.
  static func nack(id: String, log: Identifier?, _ refusal: Refusal) -> [UInt8] {
    frame("nack") { json in
      json.member("id", id)
      json.member("log", log)
      write(refusal, into: &json)
      json.member("retry", refusal.mayRetry)
      if refusal.detail != nil {
        json.key("detail")
        refusal.writeDetail(into: &json)
      }
    }
  }

  static func refused(log: String, _ refusal: Refusal) -> [UInt8] {
    frame("refused") { json in
      json.member("log", log)
      write(refusal, into: &json)
    }
  }

  static func pong(_ n: Int64, now: Int64) -> [UInt8] {
    frame("pong") { json in
      json.member("n", n)
      json.member("now", now)
    }
  }

  static func bye(_ code: CloseCode, after: Int64) -> [UInt8] {
    frame("bye") { json in
      json.member("code", Int(code.rawValue))
      json.member("after", after)
    }
  }

  private static func write(_ refusal: Refusal, into json: inout JSONWriter) {
    json.member("code", refusal.code.rawValue)
    json.member("message", refusal.words)
  }

  static func frame(_ type: String, reserve: Int = 160, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.reserve(reserve)
    json.beginObject()
    json.member("t", type)
    body(&json)
    json.endObject()
    return json.bytes
  }
}
