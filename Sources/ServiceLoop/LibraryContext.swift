internal import CLibuv
internal import CLibwebsockets
internal import Glibc

/// The process's one libwebsockets context, on the service loop's libuv. An ``EventLoop`` is a virtual host of it.
///
/// It is made with the first event loop and never destroyed, nor are its virtual hosts: each is a few kilobytes, a
/// process serves with one, and destroying a context on a foreign libuv loop is unsound in 4.1.6 (its handles live
/// inside the memory it frees; crashes are reported, #2857). Connections are all closed in order first.
///
/// Where each pitfall of 4.1.6 (realtime.md 6.3) is met:
///
///  1. one service thread: ``LoopThread``; more cores are more processes
///  2. listen sharing, 10. bounds on connections that are not upgraded: ``Listener``, `EventLoop.sweep`
///  3. libuv, signals; 4. descriptor tables; 9. UTF-8; 10. header pool: here
///  5. timers: ``TimingWheel``
///  6. direct writes, partial writes; 7. shared buffers: `WebSocketConnection.flush`, ``SharedFrame``
///  8. messages in pieces: `WebSocketConnection.wireReceived`
///  9. unmasked frames of clients are accepted, a second ping before the first's pong is dropped: harmless, left so
/// 11. waking from other threads: ``LoopThread``
/// 12. Origin, Host: ``OriginPolicy``; statuses instead of a bare close: `HTTPPeer.wireConfirmsUpgrade`
/// 13. closing: `WebSocketConnection.sayFarewell`, `EventLoop.stop`
/// 14. files: ``StaticFiles``
/// 15. X-Forwarded-For: `RequestReader.believeProxy`
/// 16. TLS handshakes run on the loop: `addVirtualHost`
/// 17. nothing blocks the loop: files are small and cached; all else is the callers' promise
///
/// Found besides: an empty `server_string` aborts on an error page; with flow control on, HTTP is not told of
/// writability either (`HTTPPeer.answer`); empty pongs are not reported (`pingFrame`); Debian's `_DEBUG` closes twice
/// (`sayFarewell`); chunked and unmeasured bodies are misread (``RequestReader``).
@ServiceLoop final class LibraryContext {
  private static var made: LibraryContext?

  static func shared(_ configuration: ServiceConfiguration) throws(LoopFault) -> LibraryContext {
    if let made { return made }
    let context = try LibraryContext(configuration)
    made = context
    return context
  }

  /// Allocated while a request is read; cookies of a shared domain do not fit in the default 4096. A request with more
  /// headers than this ends its connection without a word.
  static let headerRoom = 24_576

  private let context: OpaquePointer

  private init(_ configuration: ServiceConfiguration) throws(LoopFault) {
    Self.limitDescriptors(configuration.limits.descriptors)
    lws_set_log_level(LLL_ERR, libraryComplained)
    var info = lws_context_creation_info()
    info.port = CONTEXT_PORT_NO_LISTEN_SERVER
    info.gid = -1
    info.uid = -1
    info.options =
      UInt64(LWS_SERVER_OPTION_EXPLICIT_VHOSTS)
      | UInt64(LWS_SERVER_OPTION_LIBUV)
      // Never taken when the loop is foreign, but it costs nothing to say that SIGSEGV is not to be caught and spun on.
      | UInt64(LWS_SERVER_OPTION_UV_NO_SIGSEGV_SIGFPE_SPIN)
      // Read from the context's options, not the virtual host's.
      | UInt64(LWS_SERVER_OPTION_VALIDATE_UTF8)
      // The canonical name is a DNS look-up, and unused.
      | UInt64(LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME)
      | UInt64(LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT)
    // fd_limit_per_thread stays 0: a smaller limit makes every event a linear scan for its connection.
    info.pt_serv_buf_size = 16_384
    info.max_http_header_data2 = UInt32(Self.headerRoom)
    info.token_limits = Self.headerLimits
    // max_http_header_pool stays 0: on demand. A small pool lets connections wait until they time out.
    info.timeout_secs = UInt32(configuration.limits.requestSeconds)
    info.timeout_secs_ah_idle = 10
    // On the library's own error pages. Not "": an assertion, compiled into Debian's library, aborts on that.
    info.server_string = LibraryContext.kept("aftershow")
    var loops: [UnsafeMutableRawPointer?] = [UnsafeMutableRawPointer(LoopThread.shared.uv)]
    let made = loops.withUnsafeMutableBufferPointer {
      info.foreign_loops = $0.baseAddress
      return lws_create_context(&info)
    }
    guard let made else {
      throw LoopFault(.library, "libwebsockets found no libuv (Debian: libwebsockets-evlib-uv)")
    }
    context = made
  }

  func addVirtualHost(_ configuration: ServiceConfiguration) throws(LoopFault) -> OpaquePointer {
    var info = lws_context_creation_info()
    // The port is ours (see Listener).
    info.port = CONTEXT_PORT_NO_LISTEN_SERVER
    info.gid = -1
    info.uid = -1
    info.vhost_name = Self.kept("aftershow")
    info.protocols = Self.protocols(configuration.subprotocol)
    // permessage-deflate has known holes in 4.1.6 and costs up to 66 µs a frame.
    info.extensions = nil
    // No HTTP/2: its header compression has known holes in 4.1.6 (CVE-2026-19773 and others).
    info.alpn = Self.kept("http/1.1")
    info.keepalive_timeout = 15
    info.retry_and_idle_policy = UnsafePointer(Self.noValidityTimers)
    // Carried by the library's own error pages; our responses bring theirs.
    info.headers = Self.ownErrorHeaders
    if let tls = configuration.tls {
      guard access(tls.certificate, R_OK) == 0, access(tls.key, R_OK) == 0 else {
        throw LoopFault(.certificate, "the certificate or its key cannot be read")
      }
      info.options = UInt64(LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT)
      info.ssl_cert_filepath = Self.kept(tls.certificate)
      info.ssl_private_key_filepath = Self.kept(tls.key)
      // TLS 1.2 at least: SSL_OP_NO_SSLv3, NO_TLSv1, NO_TLSv1_1. Handshakes run on the loop, about 0.5 ms each; with
      // many joiners at once let a proxy do them.
      info.ssl_options_set = 1 << 25 | 1 << 26 | 1 << 28
    }
    guard let vhost = lws_create_vhost(context, &info) else {
      guard configuration.tls != nil else { throw LoopFault(.library, "no virtual host") }
      throw LoopFault(.certificate, "the certificate and its key are no PEM files, or do not belong together")
    }
    return vhost
  }

  /// Makes the library look at deadlines that were set outside its own callbacks.
  func nudge() { lws_cancel_service(context) }

  static func nudge() { made?.nudge() }

  /// The library's tables have 16 bytes for every descriptor the process may open, and fall back to 2560 entries
  /// above ten million (Docker's default): so the limit is set to what is wanted before the context is made.
  private static func limitDescriptors(_ wanted: Int) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
    setrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &limit)
  }

  /// One protocol, so that it is also the one of a client that names none. The library keeps the pointer for ever.
  private static func protocols(_ name: String) -> UnsafePointer<lws_protocols> {
    let protocols = UnsafeMutablePointer<lws_protocols>.allocate(capacity: 2)
    protocols.initialize(repeating: lws_protocols(), count: 2)
    protocols[0].name = kept(name)
    protocols[0].callback = wireCallback
    // Allocated for each WebSocket; messages are put together from such pieces.
    protocols[0].rx_buffer_size = 2048
    // One send() is limited to this; by default to rx_buffer_size, which made 83 % of joined writes partial. Nothing is
    // allocated for it. What a joiner gets at once fits: in pieces, the rest was copied aside and the loop went round
    // for each, a third of what the next joiner costs.
    protocols[0].tx_packet_size = 1 << 20
    return UnsafePointer(protocols)
  }

  /// A header that is too long is cut off, not the connection: so that it can be answered with a status.
  // Written once, here; the library reads it for the life of the process.
  private static let headerLimits: UnsafePointer<lws_token_limits> = {
    let limits = UnsafeMutablePointer<lws_token_limits>.allocate(capacity: 1)
    limits.initialize(to: lws_token_limits())
    // One number a token, and nothing else; 0 is no limit.
    limits.withMemoryRebound(to: UInt16.self, capacity: Int(WSI_TOKEN_COUNT.rawValue)) { numbers in
      for (token, bytes) in RequestReader.longest { numbers[Int(token.rawValue)] = bytes }
    }
    return UnsafePointer(limits)
  }()

  /// Both fields 0: the library's own ping and hang-up timers (300 s, 310 s by default) are off; ours is the wheel.
  // Written once, here; the library reads it for the life of the process.
  private static let noValidityTimers: UnsafeMutablePointer<lws_retry_bo_t> = {
    let policy = UnsafeMutablePointer<lws_retry_bo_t>.allocate(capacity: 1)
    policy.initialize(to: lws_retry_bo_t())
    return policy
  }()

  private static let ownErrorHeaders: UnsafePointer<lws_protocol_vhost_options>? = {
    var list: UnsafePointer<lws_protocol_vhost_options>?
    let fields =
      SecurityHeaders.fixed + [.init("Content-Security-Policy", SecurityHeaders.policy(host: nil, isTLS: false))]
    for field in fields {
      let node = UnsafeMutablePointer<lws_protocol_vhost_options>.allocate(capacity: 1)
      node.initialize(to: lws_protocol_vhost_options())
      node.pointee.next = list
      node.pointee.name = kept(field.name.lowercased() + ":")
      node.pointee.value = kept(field.value)
      list = UnsafePointer(node)
    }
    return list
  }()

  /// A C string for the life of the process.
  private static func kept(_ text: String) -> UnsafePointer<CChar>? { UnsafePointer(strdup(text)) }
}
