/// Answers a request: call it exactly once, now or later, on the loop. A client gone meanwhile is harmless.
public typealias Responder = @ServiceLoop (HTTPResponse) -> Void

/// Says what becomes of a request: nil, it goes on; else the answer. As a ``Responder``, to be called once.
public typealias Judgement = @ServiceLoop (HTTPResponse?) -> Void

/// The program behind the requests. Where only the headers are here, none of the body has been taken.
@ServiceLoop public protocol HTTPHandler: AnyObject {
  func handle(_ request: HTTPRequest, _ respond: @escaping Responder)
  /// Decides whether a body of so many bytes may come.
  func judge(_ request: HTTPRequest, body length: Int, _ decide: @escaping Judgement)
  /// The door is crowded: does the request show a session? Not asked otherwise.
  func recognise(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Bool) -> Void)
}

extension HTTPHandler {
  public func recognise(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Bool) -> Void) { decide(false) }
}
