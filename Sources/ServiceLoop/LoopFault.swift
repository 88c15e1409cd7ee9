/// Why an event loop could not start.
public struct LoopFault: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The address is not one of this machine's, or not an address.
    case address
    /// The port is taken or not allowed.
    case port
    /// libwebsockets or its libuv plug-in (`libwebsockets-evlib-uv`) could not be set up.
    case library
    /// The certificate or its key cannot be used.
    case certificate
  }

  public var code: Code
  public var detail: String

  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }

  public var description: String { "\(code.rawValue): \(detail)" }
}
