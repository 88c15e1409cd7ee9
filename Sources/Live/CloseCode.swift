/// Why the server closes a connection. The raw value is sent; the table in Protocol.md says what a client does then.
public enum CloseCode: UInt16, Sendable, CaseIterable {
  case badFrame = 4000
  case version = 4001
  case shuttingDown = 4003
  case positionInvalid = 4005
  case `internal` = 4006
  case databaseUnavailable = 4007
  case slow = 4008
  case tooManyMessages = 4009
  case tooBig = 4013
  case tooManyConnections = 4029
  case signInAgain = 4401
  case forbidden = 4403
  case noSuchRoom = 4404
  case noHello = 4408
}
