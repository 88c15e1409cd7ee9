import Board
import JSON
import ServiceLoop

/// Why a request is not served: a status, and the same codes and words as on the WebSocket.
struct HTTPRefusal: Error {
  let status: Int
  let refusal: Refusal

  init(_ status: Int, _ refusal: Refusal) {
    self.status = status
    self.refusal = refusal
  }

  init(_ refusal: Refusal) {
    let status =
      switch refusal.code {
      case .malformed: 400
      case .invalid, .unknownOp: 422
      case .forbidden: 403
      case .notFound: 404
      case .phase, .budget, .conflict, .lastLead, .full, .taken, .unconfirmed: 409
      case .unanswered: 409
      case .cap: 409
      case .grouped: 409
      case .present: 409
      case .rate, .inFlight: 429
      case .unreadable: 500
      case .busy, .unavailable: 503
      }
    self.init(status, refusal)
  }

  /// Nobody is signed in.
  static let signInAgain = HTTPRefusal(401, .forbidden)
  static let unavailable = HTTPRefusal(Refusal(.unavailable))

  var response: HTTPResponse {
    var json = JSONWriter()
    json.object { json in
      json.member("code", refusal.code.rawValue)
      json.member("message", refusal.words)
      if refusal.detail != nil {
        json.key("detail")
        refusal.writeDetail(into: &json)
      }
    }
    return .json(json.bytes, status: status)
  }
}
