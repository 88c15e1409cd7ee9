/// Routes by method and path. A pattern is a path whose `:name` segments match any one segment and are found in
/// ``HTTPRequest/parameters``. What no pattern matches goes to the static files; a known path with another method is
/// 405, anything else 404. `HEAD` is answered by the `GET` handler, without the body.
@ServiceLoop public final class Router: HTTPHandler {
  public typealias Handler = @ServiceLoop (HTTPRequest, @escaping Responder) -> Void
  /// Whether a large body may come, told by the request's headers.
  public typealias Judge = @ServiceLoop (HTTPRequest, @escaping Judgement) -> Void

  private struct Route {
    var method: HTTPMethod
    var segments: [Substring]
    var handler: Handler
    var large: (bytes: Int, judge: Judge)?
  }
  private enum Found {
    case route(Route, parameters: [String: String])
    case methods(Set<String>)
    case nothing
  }

  /// Whether a request shows a session; without it none does.
  public var recognising: (@ServiceLoop (HTTPRequest, @escaping @ServiceLoop (Bool) -> Void) -> Void)?
  /// The answer where there is nothing.
  public var missing: @ServiceLoop (HTTPRequest) -> HTTPResponse = { _ in .notFound }
  private var exact: [String: [Route]] = [:]
  private var patterns: [Route] = []
  private let files: StaticFiles?
  private let body: Int

  /// - Parameters:
  ///   - files: what unmatched `GET`s fall back to, usually ``EventLoop/files``.
  ///   - body: bytes of a body where its route says nothing else, usually ``ServiceConfiguration/Limits/body``.
  public init(files: StaticFiles? = nil, body: Int = ServiceConfiguration.Limits().body) {
    self.files = files
    self.body = body
  }

  public func on(_ method: HTTPMethod, _ path: String, _ handler: @escaping Handler) {
    add(Route(method: method, segments: path.split(separator: "/"), handler: handler), at: path)
  }

  /// A route whose body may have up to so many bytes, if `judge` allows it.
  public func on(
    _ method: HTTPMethod, _ path: String, upTo bytes: Int, if judge: @escaping Judge, _ handler: @escaping Handler
  ) {
    add(
      Route(method: method, segments: path.split(separator: "/"), handler: handler, large: (bytes, judge)), at: path)
  }

  private func add(_ route: Route, at path: String) {
    if path.contains("/:") { patterns.append(route) } else { exact[path, default: []].append(route) }
  }

  public func handle(_ request: HTTPRequest, _ respond: @escaping Responder) {
    switch find(request) {
    case .route(let route, let parameters):
      var request = request
      request.parameters = parameters
      route.handler(request, respond)
    case .methods(let allowed): respond(Self.allowing(allowed))
    case .nothing: respond(file(request))
    }
  }

  public func judge(_ request: HTTPRequest, body length: Int, _ decide: @escaping Judgement) {
    switch find(request) {
    case .route(let route, let parameters):
      if length <= body { return decide(nil) }
      guard let large = route.large, length <= large.bytes else {
        return decide(.tooLarge(most: route.large?.bytes ?? body))
      }
      var request = request
      request.parameters = parameters
      large.judge(request, decide)
    case .methods(let allowed): decide(Self.allowing(allowed))
    case .nothing: decide(file(request))
    }
  }

  public func recognise(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Bool) -> Void) {
    guard let recognising else { return decide(false) }
    recognising(request, decide)
  }

  private func find(_ request: HTTPRequest) -> Found {
    let method = request.method == .head ? .get : request.method
    var allowed: Set<String> = []
    for route in exact[request.path] ?? [] {
      if route.method == method { return .route(route, parameters: [:]) }
      allowed.insert(route.method.rawValue)
    }
    if !patterns.isEmpty {
      let segments = request.path.split(separator: "/")
      for route in patterns {
        guard let parameters = Self.match(route.segments, segments) else { continue }
        if route.method == method { return .route(route, parameters: parameters) }
        allowed.insert(route.method.rawValue)
      }
    }
    return allowed.isEmpty ? .nothing : .methods(allowed)
  }

  private func file(_ request: HTTPRequest) -> HTTPResponse {
    guard let response = files?.response(to: request), response.status != 404 else { return missing(request) }
    return response
  }

  private static func allowing(_ methods: Set<String>) -> HTTPResponse {
    var refusal = HTTPResponse.empty(405)
    refusal.set("Allow", methods.sorted().joined(separator: ", "))
    return refusal
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
