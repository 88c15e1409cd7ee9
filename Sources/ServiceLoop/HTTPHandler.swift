/// Answers a request: call it exactly once, now or later, on the loop. A client gone meanwhile is harmless.
public typealias Responder = @ServiceLoop (HTTPResponse) -> Void

@ServiceLoop public protocol HTTPHandler: AnyObject {
  func handle(_ request: HTTPRequest, _ respond: @escaping Responder)
}
