import Identity
import ServiceLoop
import Testing

@testable import Service

@Suite struct `The session cookie` {
  private let cookie = SessionCookie(installation: Identifier("a1b2c3d4-0000-4000-8000-000000000000")!)
  private let own = String(repeating: "A", count: 43)
  private let former = String(repeating: "B", count: 43)

  private func request(_ cookies: String?, isTLS: Bool = false) -> HTTPRequest {
    var headers = HTTPRequestHeaders()
    headers.cookie = cookies
    return HTTPRequest(method: .get, path: "/", headers: headers, isTLS: isTLS)
  }

  @Test func `two servers on one host do not sign each other's people out`() {
    let other = SessionCookie(installation: Identifier("ffffffff-0000-4000-8000-000000000000")!)
    let both = request("aftershow-ffffffff=\(former); aftershow-a1b2c3d4=\(own)")
    #expect(cookie.tokens(in: both).map(\.token) == [own])
    #expect(other.tokens(in: both).map(\.token) == [former])
  }

  @Test func `yesterday's cookie still signs in, behind one of today`() {
    #expect(cookie.tokens(in: request("aftershow=\(former)")).map(\.token) == [former])
    let both = request("aftershow=\(former); aftershow-a1b2c3d4=\(own)")
    #expect(cookie.tokens(in: both).map(\.token) == [own, former])
    #expect(cookie.tokens(in: request("aftershow=; aftershow-a1b2c3d4=short")).isEmpty)
  }

  @Test func `behind TLS the browser vouches for the host`() {
    let secure = request("__Host-aftershow-a1b2c3d4=\(own); aftershow-a1b2c3d4=\(former)", isTLS: true)
    #expect(cookie.tokens(in: secure).map(\.token) == [own])
    var response = HTTPResponse.text("")
    cookie.set(own, seconds: 60, on: &response, for: secure)
    #expect(response.headers.last?.value.hasPrefix("__Host-aftershow-a1b2c3d4=\(own); Path=/;") == true)
    #expect(response.headers.last?.value.contains("Secure") == true)
  }
}
