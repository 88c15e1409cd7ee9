import Board
import JSON
import Postgres
import ServiceLoop

extension Router {
  typealias AsyncHandler = @ServiceLoop (HTTPRequest) async throws -> HTTPResponse

  /// A route that reads.
  func answer(_ path: String, _ handler: @escaping AsyncHandler) {
    on(.get, path) { request, respond in
      ServiceLoop.begin { respond(await Self.answered(request, handler)) }
    }
  }

  /// A route that changes something: only for a page of ours, whatever cookie a browser attaches.
  func change(_ path: String, from origins: OriginPolicy, _ handler: @escaping AsyncHandler) {
    on(.post, path) { request, respond in
      guard origins.admitsChange(request) else { return respond(HTTPRefusal(.forbidden).response) }
      ServiceLoop.begin { respond(await Self.answered(request, handler)) }
    }
  }

  private static func answered(_ request: HTTPRequest, _ handler: AsyncHandler) async -> HTTPResponse {
    do {
      return try await handler(request)
    } catch let refusal as HTTPRefusal {
      return refusal.response
    } catch let refusal as Refusal {
      return HTTPRefusal(refusal).response
    } catch let fault as ArgumentFault {
      return HTTPRefusal(Refusal(fault)).response
    } catch is JSONFault {
      return HTTPRefusal(Refusal(.malformed)).response
    } catch let fault as PostgresFault {
      Journal.write(.error, "http.database", ["path": request.path, "code": fault.code.rawValue])
      return HTTPRefusal.unavailable.response
    } catch {
      Journal.write(.error, "http.internal", ["path": request.path, "kind": "\(type(of: error))"])
      return .empty(500)
    }
  }
}

extension HTTPRequest {
  /// The body as a command's arguments: strict, nothing left over.
  func arguments() throws -> Arguments { try Arguments(JSONReader.parse(body)) }
}
