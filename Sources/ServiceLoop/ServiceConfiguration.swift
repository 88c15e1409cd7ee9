/// A directory served under a URL prefix.
public struct StaticMount: Sendable {
  public enum CachePolicy: Sendable, Equatable {
    /// The browser asks each time and mostly hears 304: for names that keep their name when their content changes.
    case revalidate
    /// Kept for a year, never asked again: for names that change with their content.
    case immutable
    /// Kept for so many seconds.
    case maxAge(Int)

    var headerValue: String {
      switch self {
      case .revalidate: "no-cache"
      case .immutable: "public, max-age=31536000, immutable"
      case .maxAge(let seconds): "public, max-age=\(seconds)"
      }
    }
  }

  /// Begins with `/`; the longest prefix that matches wins.
  public var prefix: String
  public var directory: String
  public var cache: CachePolicy
  /// Whether scripts and sheets are sent without the lines that are nothing but comment.
  public var leavesOutComments: Bool

  public init(prefix: String, directory: String, cache: CachePolicy = .revalidate, leavesOutComments: Bool = false) {
    self.prefix = prefix
    self.directory = directory
    self.cache = cache
    self.leavesOutComments = leavesOutComments
  }
}

/// Everything one ``EventLoop`` is told at its start.
public struct ServiceConfiguration: Sendable {
  public struct TLS: Sendable {
    /// PEM files; the certificate's holds the whole chain.
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
      self.certificate = certificate
      self.key = key
    }
  }

  public struct Limits: Sendable {
    /// Bytes of one WebSocket message; a longer one closes with 4013.
    public var message = 65_536
    /// Bytes of a request's body where the route says nothing else; a longer one is 413.
    public var body = 8 << 10
    /// Bytes of all longer bodies that may be in memory at once; who brings more then is told to come again (503).
    public var uploads = 64 << 20
    /// Bytes a second that a body brings at least, after the first seconds; a slower client is cut off.
    public var bodyPace = 4 << 10
    /// Bytes that may wait for a choked connection besides what libwebsockets holds; more closes it with 4008.
    public var choked = 256 << 10
    /// Connections that are not (yet) WebSockets, at once. Who comes then takes the place of one that has not said what
    /// it wants; where all are being served, further ones wait in the kernel's backlog.
    public var unupgraded = 1024
    /// How many of these may come from one address (of IPv6: from one /64), a proxy's excepted.
    public var share = 512
    /// How many of these are kept for requests with a session (``HTTPHandler/recognise(_:_:)``).
    public var kept = 100
    /// Seconds until a request's headers must have arrived, counted from the connection or the previous answer; the
    /// body's first bytes are given as long, but 10 s at most.
    public var requestSeconds = 30
    /// Seconds a handler may take to answer, and a client to take the answer's next piece.
    public var answerSeconds = 60
    /// Seconds of silence after which a WebSocket peer is pinged.
    public var pingSeconds = 25
    /// Seconds of silence after which it is taken for dead.
    public var silenceSeconds = 60
    /// What `RLIMIT_NOFILE` is set to before the first context is made (as far as the hard limit allows).
    public var descriptors = 65_536

    public init() {}
  }

  public var bind: String
  /// 0 takes a free one; see ``EventLoop/port``.
  public var port: Int
  public var tls: TLS?
  public var mounts: [StaticMount]
  /// WebSocket upgrades are accepted here and below, nowhere else.
  public var socketPath = "/ws"
  /// The WebSocket subprotocol; a client that names none is served too, one that names only others is not.
  public var subprotocol = "aftershow.v1"
  /// Origins besides the server's own, exactly as browsers send them: `https://review.example`.
  public var allowedOrigins: [String]
  /// Addresses of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; by default those of this
  /// machine. Behind TLS the proxy must send the latter, or the server takes its own pages for strangers' (403).
  public var proxies: Set<String> = ["127.0.0.1", "::1"]
  /// Sent with every response, besides the built-in security headers; one of the same name replaces it.
  public var headers: [HTTPResponse.Field] = []
  public var limits = Limits()
  /// Called on the loop's thread; must not block. Lines hold no user text.
  public var log: @Sendable (LogLine) -> Void

  public init(
    bind: String = "127.0.0.1", port: Int = 0, tls: TLS? = nil, mounts: [StaticMount] = [],
    allowedOrigins: [String] = [], log: @escaping @Sendable (LogLine) -> Void = { _ in }
  ) {
    self.bind = bind
    self.port = port
    self.tls = tls
    self.mounts = mounts
    self.allowedOrigins = allowedOrigins
    self.log = log
  }
}
