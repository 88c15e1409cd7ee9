/// What a handler answers. The loop adds `Content-Length` and the security headers; a header given here replaces the
/// loop's of the same name.
public struct HTTPResponse: Sendable {
  public struct Field: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var status: Int
  public var headers: [Field]
  public var body: [UInt8]

  public init(status: Int, headers: [Field] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public static func json(_ body: [UInt8], status: Int = 200) -> Self {
    Self(
      status: status,
      headers: [.init("Content-Type", "application/json; charset=utf-8"), .init("Cache-Control", "no-store")],
      body: body)
  }

  public static func text(_ text: String, status: Int = 200) -> Self {
    Self(
      status: status,
      headers: [.init("Content-Type", "text/plain; charset=utf-8"), .init("Cache-Control", "no-store")],
      body: Array(text.utf8))
  }

  /// A file to keep: `name` may hold any character.
  public static func download(_ body: [UInt8], name: String, contentType: String) -> Self {
    Self(
      status: 200,
      headers: [
        .init("Content-Type", contentType), .init("Cache-Control", "no-store"),
        .init("Content-Disposition", "attachment; filename*=UTF-8''" + percentEncoded(name)),
      ],
      body: body)
  }

  public static func redirect(to location: String) -> Self { Self(status: 303, headers: [.init("Location", location)]) }

  /// The status alone, with its reason as text.
  public static func empty(_ status: Int) -> Self {
    status == 204 || status == 304 ? Self(status: status) : .text(reason(of: status) + "\n", status: status)
  }

  public static var notFound: Self { .empty(404) }

  /// A body of more bytes than its route takes.
  static func tooLarge(most bytes: Int) -> Self {
    .json(Array(#"{"code":"tooLarge","limit":\#(bytes),"message":"太大：最多 \#(bytes >> 10) KB"}"#.utf8), status: 413)
  }

  /// The page is not one of this server's, or the proxy between them does not tell how the browser asks for it.
  static var foreignOrigin: Self {
    .json(Array(#"{"code":"origin","message":"页面的地址不是服务器认得的来源"}"#.utf8), status: 403)
  }

  /// As many large bodies are in memory as may be.
  static var full: Self {
    var response = Self.json(Array(#"{"code":"busy","message":"正在处理的文件太多，请稍后再试"}"#.utf8), status: 503)
    response.headers.append(.init("Retry-After", "5"))
    return response
  }

  /// Mostly the cookies of everything else under the same domain.
  static var headersTooLarge: Self {
    .text(
      "请求头太长，多半是 Cookie：最多 8 KB。\nThe headers are too long, most likely the cookies: at most 8 KB of them.\n",
      status: 431)
  }

  public mutating func set(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append(.init(name, value))
  }

  /// Adds a `Set-Cookie`; `attributes` as they stand in the header, such as `Path=/; HttpOnly; SameSite=Lax`.
  public mutating func setCookie(_ name: String, _ value: String, _ attributes: String) {
    headers.append(.init("Set-Cookie", "\(name)=\(value); \(attributes)"))
  }

  static func reason(of status: Int) -> String {
    switch status {
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 303: "See Other"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 422: "Unprocessable Content"
    case 426: "Upgrade Required"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    default: "Status"
    }
  }

  private static func percentEncoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
