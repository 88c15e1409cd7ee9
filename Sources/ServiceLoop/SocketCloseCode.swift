/// The close codes the loop itself uses. Those below 4000 are the protocol's own (RFC 6455, 7.4).
public enum SocketCloseCode {
  public static let protocolError: UInt16 = 1002
  public static let unsupportedData: UInt16 = 1003
  public static let badText: UInt16 = 1007
  public static let shuttingDown: UInt16 = 4003
  public static let slow: UInt16 = 4008
  public static let tooBig: UInt16 = 4013
  public static let forbidden: UInt16 = 4403
}
