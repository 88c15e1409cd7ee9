import ServiceLoop

/// The page under all its addresses, and a sentence where a proxy makes it impossible.
@ServiceLoop struct Pages {
  let files: StaticFiles

  func route(_ router: Router) {
    for address in ["/", "/join", "/playbook", "/actions", "/report", "/replay/:log", "/room/:log", "/show/:log"] {
      router.on(.get, address) { request, respond in respond(page(request)) }
    }
    router.missing = { request in isPage(request) ? Self.elsewhere : .notFound }
  }

  private func page(_ request: HTTPRequest) -> HTTPResponse {
    // A proxy removed a path prefix, and the browser asks for all other files without it.
    guard ["", "/"].contains(request.headers.xForwardedPrefix ?? "") else { return Self.elsewhere }
    var request = request
    request.path = "/index.html"
    return files.response(to: request)
  }

  private func isPage(_ request: HTTPRequest) -> Bool { request.headers.accept?.contains("text/html") == true }

  private static let elsewhere = HTTPResponse.text(
    """
    这里没有页面。复盘台要有自己的域名或端口，不能放在路径下面（比如 /review/）。
    There is no page here. Aftershow needs a host name or a port of its own, and does not work below a path.

    """, status: 404)
}
