import ServiceLoop

/// The opaque session cookie. Behind TLS it carries the `__Host-` prefix and `Secure`; on plain HTTP a browser
/// would refuse both, so it does without and the server says so at start.
struct SessionCookie {
  let name: String
  private let attributes: String

  init(isSecure: Bool) {
    name = isSecure ? "__Host-aftershow" : "aftershow"
    attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }

  /// The session token among the cookies of a request, if there is one.
  func token(in cookies: String?) -> String? {
    guard let cookies else { return nil }
    for pair in cookies.split(separator: ";") {
      let trimmed = pair.drop { $0 == " " }
      guard trimmed.hasPrefix(name), trimmed.dropFirst(name.count).first == "=" else { continue }
      return String(trimmed.dropFirst(name.count + 1))
    }
    return nil
  }

  func set(_ token: String, seconds: Int) -> String { "\(name)=\(token)\(attributes); Max-Age=\(seconds)" }
  var cleared: String { "\(name)=\(attributes); Max-Age=0" }
}
