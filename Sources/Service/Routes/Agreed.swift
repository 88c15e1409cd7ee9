import Board
import Identity
import JSON
import Live
import Rows
import ServiceLoop

/// The actions of every channel a member may follow, for the list of them: a page that followed the channels' logs would
/// hold all there is of a hundred channels. Leads are told besides how each channel fares.
@ServiceLoop struct Agreed {
  let stage: Stage

  func route(_ router: Router) {
    router.answer("/api/actions", actions)
    router.answer("/api/actions/mine", mine)
  }

  /// How many open ones the member answers for: what stands beside the name of the page.
  private func mine(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    var count = 0
    for (_, log) in channels(of: visitor) {
      let actions = try await stage.look(at: log, in: visitor.organisation).fold.actions
      count += actions.count { $0.state.isOpen && $0.isMine(visitor.actor) }
    }
    var json = JSONWriter()
    json.object { json in json.member("mine", count) }
    return .json(json.bytes)
  }

  /// `settled`: all that are done or dropped, and none besides; else what a channel's log tells everybody.
  private func actions(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let settled = request.query["settled"] != nil
    var json = JSONWriter()
    json.beginObject()
    json.member("day", Day(at: stage.now).text)
    json.key("channels")
    json.beginArray()
    for (channel, log) in channels(of: visitor) {
      let fold = try await stage.look(at: log, in: visitor.organisation).fold
      let actions = fold.actions
      let told = actions.filter { settled ? !$0.state.isOpen : !$0.isPutAway }.sorted { $0.id < $1.id }
      json.object { json in
        json.member("channel", channel.id)
        json.member("log", log)
        json.array("actions") { json in
          for action in told {
            json.object { json in
              action.write(into: &json)
              if let talk = fold.talk(of: action.id) { json.object("talk") { json in talk.write(into: &json) } }
            }
          }
        }
        if visitor.actor.isLead {
          json.object("overview") { json in ActionOverview(of: actions, at: stage.now).write(into: &json) }
        }
      }
    }
    json.endArray()
    json.endObject()
    return .json(json.bytes)
  }

  private func channels(of visitor: Visitor) -> [(Channel, Identifier)] {
    visitor.directory.records(.channel).values.compactMap { record -> (Channel, Identifier)? in
      guard case .channel(let channel) = record, let log = channel.log, visitor.mayFollow(log) else { return nil }
      return (channel, log)
    }
    .sorted { $0.0.id < $1.0.id }
  }
}
