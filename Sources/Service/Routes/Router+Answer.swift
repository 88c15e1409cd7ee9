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

  /// A route that changes something. The loop has seen to it that the request comes from a page of ours.
  func change(_ path: String, _ handler: @escaping AsyncHandler) {
    on(.post, path) { request, respond in
      ServiceLoop.begin { respond(await Self.answered(request, handler)) }
    }
  }

  /// The same for a file: whoever may not bring one is told so before it is taken.
  func change<Permit>(
    _ path: String, upTo bytes: Int,
    if permit: @escaping @ServiceLoop (HTTPRequest) async throws -> Permit, _ handler: @escaping AsyncHandler
  ) {
    let judge: Judge = { request, decide in
      ServiceLoop.begin {
        do {
          _ = try await permit(request)
          decide(nil)
        } catch {
          decide(Self.failed(request, error))
        }
      }
    }
    on(.post, path, upTo: bytes, if: judge) { request, respond in
      ServiceLoop.begin { respond(await Self.answered(request, handler)) }
    }
  }

  private static func answered(_ request: HTTPRequest, _ handler: AsyncHandler) async -> HTTPResponse {
    do {
      return try await handler(request)
    } catch {
      return failed(request, error)
    }
  }

  private static func failed(_ request: HTTPRequest, _ error: any Error) -> HTTPResponse {
    switch error {
    case let refusal as HTTPRefusal: return refusal.response
    case let refusal as Refusal: return HTTPRefusal(refusal).response
    case let fault as ArgumentFault: return HTTPRefusal(Refusal(fault)).response
    case is JSONFault: return HTTPRefusal(Refusal(.malformed)).response
    case let fault as PostgresFault:
      Journal.write(.error, "http.database", ["path": request.path, "code": fault.code.rawValue])
      return HTTPRefusal.unavailable.response
    default:
      Journal.write(.error, "http.internal", ["path": request.path, "kind": "\(type(of: error))"])
      return .empty(500)
    }
  }
}

extension HTTPRequest {
  /// The body as a command's arguments: strict, nothing left over.
  func arguments() throws -> Arguments { try Arguments(JSONReader.parse(body)) }
}
