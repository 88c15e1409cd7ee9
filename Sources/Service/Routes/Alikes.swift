import Board
import JSON
import Likeness
import Live
import ServiceLoop

/// Which cards of a room seem to say the same: an offer to whoever puts cards together. Only of cards that everyone sees;
/// worked out aside from the loop when somebody looks.
@ServiceLoop struct Alikes {
  let stage: Stage

  func route(_ router: Router) { router.answer("/api/alike", alike) }

  private func alike(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let log = try visitor.log(request.query["log"], .room)
    let cards = try await stage.look(at: log, in: visitor.organisation).fold.turnedCards
    return .json(
      await Aside.run {
        var json = JSONWriter()
        json.object { json in
          json.array("pairs") { json in
            for pair in LikePair.all(among: cards.map(\.text)) {
              json.object { json in
                json.member("issues", [cards[pair.one].id, cards[pair.other].id])
                json.member("likeness", pair.likeness)
                if pair.isSame { json.member("same", true) }
              }
            }
          }
        }
        return json.bytes
      })
  }
}
