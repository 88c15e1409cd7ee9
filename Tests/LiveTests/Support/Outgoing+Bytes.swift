import Live

extension Outgoing {
  /// The message as it goes over the wire.
  var bytes: [UInt8] { Array("[".utf8) + frames.joined(separator: ",".utf8) + "]".utf8 }
}
