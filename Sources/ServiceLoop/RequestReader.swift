internal import CLibwebsockets
internal import Glibc

/// A request as libwebsockets has parsed it, read into a value, or why it cannot be served.
@ServiceLoop enum RequestReader {
  enum Outcome {
    /// `isBodyComing`: the library will deliver a body, possibly an empty one.
    case request(HTTPRequest, length: Int, isBodyComing: Bool)
    case refuse(HTTPResponse)

    fileprivate static func refuse(status: Int) -> Outcome { .refuse(.empty(status)) }
  }

  /// What the library keeps of one header; the rest of a longer one it reads and throws away. Room for all of them
  /// together is ``LibraryContext/headerRoom``.
  static let longest: [(token: lws_token_indexes, bytes: UInt16)] =
    methods.map { ($0.0, 4096) } + [(WSI_TOKEN_HTTP_COOKIE, 8192)] + read.map { ($0, 2048) }

  private static let read: [lws_token_indexes] = [
    WSI_TOKEN_HOST, WSI_TOKEN_ORIGIN, WSI_TOKEN_HTTP_CONTENT_TYPE, WSI_TOKEN_HTTP_CONTENT_LENGTH,
    WSI_TOKEN_HTTP_ACCEPT, WSI_TOKEN_HTTP_ACCEPT_LANGUAGE, WSI_TOKEN_HTTP_IF_NONE_MATCH, WSI_TOKEN_HTTP_ACCEPT_ENCODING,
    WSI_TOKEN_HTTP_USER_AGENT, WSI_TOKEN_HTTP_AUTHORIZATION, WSI_TOKEN_X_FORWARDED_FOR, WSI_TOKEN_HTTP_REFERER,
  ]

  private static let methods: [(lws_token_indexes, HTTPMethod)] = [
    (WSI_TOKEN_GET_URI, .get), (WSI_TOKEN_HEAD_URI, .head), (WSI_TOKEN_POST_URI, .post), (WSI_TOKEN_PUT_URI, .put),
    (WSI_TOKEN_PATCH_URI, .patch), (WSI_TOKEN_DELETE_URI, .delete), (WSI_TOKEN_OPTIONS_URI, .options),
  ]

  static func read(_ wsi: OpaquePointer, _ peer: HTTPPeer) -> Outcome {
    if longest.contains(where: { lws_hdr_total_length(wsi, $0.token) >= Int32($0.bytes) }) {
      return .refuse(.headersTooLarge)
    }
    // Two hosts: whoever stands before us may have believed the other one.
    guard lws_hdr_fragment_length(wsi, WSI_TOKEN_HOST, 1) == 0 else { return .refuse(status: 400) }
    let found = methods.filter { lws_hdr_total_length(wsi, $0.0) > 0 }
    guard found.count == 1, let (token, method) = found.first, let path = header(wsi, token), isSafe(path) else {
      return .refuse(status: 400)
    }
    // The library reads no chunked bodies: it would take them for the next request.
    guard lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) == 0 else { return .refuse(status: 411) }
    var length = 0
    let declared = header(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH)
    if let declared {
      // Digits only, once: atoll, which the library uses, takes "5, 7" for 5.
      guard declared.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(declared) else {
        return .refuse(status: 400)
      }
      length = number
    }
    let hasBody = method == .post || method == .put || method == .patch
    // Without a length the library would wait for 100 MB.
    if hasBody && declared == nil { return .refuse(status: 411) }
    if !hasBody && length > 0 { return .refuse(status: 400) }

    var request = HTTPRequest(method: method, path: path, remoteAddress: peer.address)
    request.headers = headers(wsi)
    request.query = query(wsi)
    request.isTLS = lws_is_ssl(wsi) != 0
    believeProxy(&request, peer.loop.proxies)
    // Of empty bodies the library completes only POST's.
    return .request(request, length: length, isBodyComing: length > 0 || method == .post)
  }

  /// The client waits for a word before it sends the body (curl does from 1 MB on).
  static func expectsContinue(_ wsi: OpaquePointer) -> Bool {
    header(wsi, WSI_TOKEN_HTTP_EXPECT)?.lowercased() == "100-continue"
  }

  /// `nil` when absent or longer than the library's buffer, which it cannot be.
  static func header(_ wsi: OpaquePointer, _ token: lws_token_indexes) -> String? {
    let length = lws_hdr_total_length(wsi, token)
    guard length > 0 else { return nil }
    var failed = false
    let text = String(unsafeUninitializedCapacity: Int(length) + 1) { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        let copied = lws_hdr_copy(wsi, $0.baseAddress, length + 1, token)
        failed = copied < 0
        return max(0, Int(copied))
      }
    }
    return failed ? nil : text
  }

  private static func custom(_ wsi: OpaquePointer, _ name: StaticString) -> String? {
    let name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    let nameLength = Int32(strlen(name))
    let length = lws_hdr_custom_length(wsi, name, nameLength)
    guard length > 0 else { return nil }
    return String(unsafeUninitializedCapacity: Int(length) + 1) { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        max(0, Int(lws_hdr_custom_copy(wsi, $0.baseAddress, length + 1, name, nameLength)))
      }
    }
  }

  private static func headers(_ wsi: OpaquePointer) -> HTTPRequestHeaders {
    var headers = HTTPRequestHeaders()
    headers.host = header(wsi, WSI_TOKEN_HOST)
    headers.origin = header(wsi, WSI_TOKEN_ORIGIN)
    headers.cookie = header(wsi, WSI_TOKEN_HTTP_COOKIE)
    headers.contentType = header(wsi, WSI_TOKEN_HTTP_CONTENT_TYPE)
    headers.accept = header(wsi, WSI_TOKEN_HTTP_ACCEPT)
    headers.acceptLanguage = header(wsi, WSI_TOKEN_HTTP_ACCEPT_LANGUAGE)
    headers.ifNoneMatch = header(wsi, WSI_TOKEN_HTTP_IF_NONE_MATCH)
    headers.acceptEncoding = header(wsi, WSI_TOKEN_HTTP_ACCEPT_ENCODING)
    headers.userAgent = header(wsi, WSI_TOKEN_HTTP_USER_AGENT)
    headers.authorization = header(wsi, WSI_TOKEN_HTTP_AUTHORIZATION)
    headers.xForwardedFor = header(wsi, WSI_TOKEN_X_FORWARDED_FOR)
    headers.secFetchSite = custom(wsi, "sec-fetch-site:")
    headers.xForwardedProto = custom(wsi, "x-forwarded-proto:")
    headers.xForwardedHost = custom(wsi, "x-forwarded-host:")
    headers.xForwardedPrefix = custom(wsi, "x-forwarded-prefix:")
    return headers
  }

  /// The library has split the arguments at `&` and decoded each.
  private static func query(_ wsi: OpaquePointer) -> [String: String] {
    var query: [String: String] = [:]
    guard lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_URI_ARGS) > 0 else { return query }
    var buffer = [CChar](repeating: 0, count: 4096)
    var index: Int32 = 0
    while true {
      let length = lws_hdr_copy_fragment(wsi, &buffer, Int32(buffer.count), WSI_TOKEN_HTTP_URI_ARGS, index)
      guard length >= 0 else { return query }
      let pair = String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let equals = pair.firstIndex(of: "=") ?? pair.endIndex
      if !pair.isEmpty { query[String(pair[..<equals])] = String(pair[equals...].dropFirst()) }
      index += 1
    }
  }

  private static func believeProxy(_ request: inout HTTPRequest, _ proxies: Set<String>) {
    guard proxies.contains(request.remoteAddress) else { return }
    // Of several the first: what the browser spoke. Some proxies tell an upgrade's as `wss`.
    if let scheme = first(of: request.headers.xForwardedProto)?.lowercased() {
      request.isTLS = scheme == "https" || scheme == "wss"
    }
    // What the browser asked for, where the proxy asks us for something else.
    if let host = first(of: request.headers.xForwardedHost) { request.headers.host = host }
    // The right-most hop that is not one of ours: everything left of it is hearsay.
    let hops = (request.headers.xForwardedFor ?? "").split(separator: ",").map {
      String($0.drop { $0 == " " }.prefix { $0 != " " })
    }
    if let client = hops.last(where: { !proxies.contains($0) }) { request.remoteAddress = client }
  }

  private static func first(of list: String?) -> String? {
    list?.split(separator: ",").first.map { String($0.filter { $0 != " " && $0 != "\t" }) }
  }

  /// The library has decoded the path and resolved `..` and `//`; what it lets through is looked at again.
  private static func isSafe(_ path: String) -> Bool {
    path.hasPrefix("/") && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
      && !path.split(separator: "/").contains("..")
  }
}
