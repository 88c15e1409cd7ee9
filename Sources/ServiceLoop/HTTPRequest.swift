public enum HTTPMethod: String, Sendable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"
}

/// The header fields this server reads, as sent; `nil` when absent.
public struct HTTPRequestHeaders: Sendable, Equatable {
  public var host: String?
  public var origin: String?
  public var cookie: String?
  public var contentType: String?
  public var accept: String?
  public var acceptLanguage: String?
  public var ifNoneMatch: String?
  public var acceptEncoding: String?
  public var userAgent: String?
  public var authorization: String?
  public var secFetchSite: String?
  public var xForwardedFor: String?
  public var xForwardedProto: String?
  public var xForwardedHost: String?
  public var xForwardedPrefix: String?

  public init() {}
}

/// One whole request. The body is complete and within the configured limit.
public struct HTTPRequest: Sendable {
  public var method: HTTPMethod
  /// Percent-decoded, begins with `/`, holds neither `..` nor `//` nor a control character.
  public var path: String
  /// Percent-decoded (`+` is a space); of a name given twice the last counts.
  public var query: [String: String]
  public var headers: HTTPRequestHeaders
  public var body: [UInt8]
  /// The client's address: the socket's peer, or what a configured proxy says it is (see
  /// ``ServiceConfiguration/proxies``).
  public var remoteAddress: String
  /// One customer's, for counting what comes from where: the address itself, or an IPv6 address's /64.
  public var network: String { Network.of(remoteAddress) }
  /// Whether the browser spoke TLS, to us or to a configured proxy.
  public var isTLS: Bool
  /// What the `:name` segments of a ``Router``'s pattern matched.
  public var parameters: [String: String] = [:]
  /// What a large body takes of the room there is for such.
  var share: UploadRoom.Share?

  public init(
    method: HTTPMethod, path: String, query: [String: String] = [:], headers: HTTPRequestHeaders = .init(),
    body: [UInt8] = [], remoteAddress: String = "", isTLS: Bool = false
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
    self.remoteAddress = remoteAddress
    self.isTLS = isTLS
  }

  /// The value of a cookie by its exact name; of two with one name the first counts.
  /// Compares bytes, not characters, which takes far longer: everyone who joins brings cookies.
  public func cookie(_ name: String) -> String? {
    for pair in (headers.cookie ?? "").utf8.split(separator: UInt8(ascii: ";")) {
      let pair = pair.drop { $0 == UInt8(ascii: " ") }
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8) else {
        continue
      }
      return String(Substring(pair[pair.index(after: equals)...]))
    }
    return nil
  }
}
