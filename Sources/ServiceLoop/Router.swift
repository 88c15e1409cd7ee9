/// Routes by method and path. A pattern is a path whose `:name` segments match any one segment and are found in
/// ``HTTPRequest/parameters``. What no pattern matches goes to the static files; a known path with another method is
/// 405, anything else 404. `HEAD` is answered by the `GET` handler, without the body.
@ServiceLoop public final class Router: HTTPHandler {
  public typealias Handler = @ServiceLoop (HTTPRequest, @escaping Responder) -> Void

  private struct Route {
    var method: HTTPMethod
    var segments: [Substring]
    var handler: Handler
  }
  private var exact: [String: [(method: HTTPMethod, handler: Handler)]] = [:]
  private var patterns: [Route] = []
  private let files: StaticFiles?

  /// - Parameter files: what unmatched `GET`s fall back to, usually ``EventLoop/files``.
  public init(files: StaticFiles? = nil) { self.files = files }

  public func on(_ method: HTTPMethod, _ path: String, _ handler: @escaping Handler) {
    if path.contains("/:") {
      patterns.append(Route(method: method, segments: path.split(separator: "/"), handler: handler))
    } else {
      exact[path, default: []].append((method, handler))
    }
  }

  public func handle(_ request: HTTPRequest, _ respond: @escaping Responder) {
    let method = request.method == .head ? .get : request.method
    var allowed: Set<String> = []
    for route in exact[request.path] ?? [] {
      if route.method == method { return route.handler(request, respond) }
      allowed.insert(route.method.rawValue)
    }
    if !patterns.isEmpty {
      let segments = request.path.split(separator: "/")
      for route in patterns {
        guard let parameters = Self.match(route.segments, segments) else { continue }
        guard route.method == method else {
          allowed.insert(route.method.rawValue)
          continue
        }
        var request = request
        request.parameters = parameters
        return route.handler(request, respond)
      }
    }
    if !allowed.isEmpty {
      var refusal = HTTPResponse.empty(405)
      refusal.set("Allow", allowed.sorted().joined(separator: ", "))
      return respond(refusal)
    }
    respond(files?.response(to: request) ?? .notFound)
  }

  private static func match(_ pattern: [Substring], _ segments: [Substring]) -> [String: String]? {
    guard pattern.count == segments.count else { return nil }
    var parameters: [String: String] = [:]
    for (expected, actual) in zip(pattern, segments) {
      if expected.first == ":" {
        parameters[String(expected.dropFirst())] = String(actual)
      } else if expected != actual {
        return nil
      }
    }
    return parameters
  }
}
