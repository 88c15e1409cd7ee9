/// Cross-site forgery is refused for every handler (realtime.md 5): what changes something, and every WebSocket, comes
/// from a page of ours.
extension EventLoop {
  func admitsChange(_ request: HTTPRequest) -> Bool {
    let isReading = request.method == .get || request.method == .head || request.method == .options
    return isReading || origins.admitsChange(request) || refusesOrigin(of: request, "http.refused")
  }

  func admitsUpgrade(_ request: HTTPRequest) -> Bool {
    origins.admits(request) || refusesOrigin(of: request, "upgrade.refused")
  }

  /// Always false. The operator is told both sides: a proxy that names neither the browser's scheme nor its host is
  /// what mostly lies between them.
  private func refusesOrigin(of request: HTTPRequest, _ event: String) -> Bool {
    log(
      .warning, event, ("reason", "origin"), ("origin", OriginPolicy.named(request.headers.origin)),
      ("expected", OriginPolicy.named(OriginPolicy.own(request))))
    return false
  }
}
