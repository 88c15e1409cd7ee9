/// Who may open a WebSocket or send a form from a browser. libwebsockets checks neither Origin nor Host.
public struct OriginPolicy: Sendable {
  public var allowed: Set<String>

  public init(allowed: some Sequence<String>) { self.allowed = Set(allowed) }

  /// Browsers always send an Origin with a WebSocket handshake and page scripts cannot forge it. It must be the
  /// server's own, exactly, scheme and port included, or one of the configured; never a prefix or a pattern.
  ///
  /// No Origin means no browser. Such a client carries no ambient authority, so it is let through when it brings its
  /// own (`Authorization`), never with a cookie, which only a browser attaches by itself.
  public func admits(_ request: HTTPRequest) -> Bool {
    guard let origin = request.headers.origin else {
      return request.headers.authorization != nil && request.headers.cookie == nil
    }
    return allowed.contains(origin) || origin == Self.own(request)
  }

  /// The origin of this server's own pages, as the request tells it.
  static func own(_ request: HTTPRequest) -> String? {
    guard let host = request.headers.host, isWellFormed(host: host) else { return nil }
    return "\(request.isTLS ? "https" : "http")://\(host)"
  }

  /// An origin as it may stand in the log: an address, and nothing that only looks like a header.
  static func named(_ origin: String?) -> String {
    guard let origin else { return "none" }
    return isWellFormed(origin: origin) && origin.utf8.count <= 108 ? origin : "malformed"
  }

  /// Whether a browser could send it: a scheme and a host, and nothing behind them.
  public static func isWellFormed(origin: String) -> Bool {
    ["https://", "http://"].contains { scheme in
      origin.hasPrefix(scheme) && isWellFormed(host: String(origin.dropFirst(scheme.count)))
    }
  }

  /// The same question for a request that changes something: the origin must not be another one. A missing Origin
  /// passes when `Sec-Fetch-Site` speaks for it, or when there is no cookie, so that nothing is done in anyone's name.
  public func admitsChange(_ request: HTTPRequest) -> Bool {
    if request.headers.origin != nil { return admits(request) }
    guard let site = request.headers.secFetchSite else { return request.headers.cookie == nil }
    return site == "same-origin" || site == "none"
  }

  static func isWellFormed(host: String) -> Bool {
    !host.isEmpty && host.utf8.count <= 255
      && host.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
          UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
