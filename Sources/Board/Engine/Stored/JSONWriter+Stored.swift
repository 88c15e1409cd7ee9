import JSON

extension JSONWriter {
  /// A case with labelled values, as synthesized conformances write it.
  mutating func stored(_ name: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
    try object { json throws in try json.object(name, body) }
  }

  /// A case with one value that is an object; without a label, its name is `_0`.
  mutating func stored(
    _ name: StaticString, _ label: StaticString, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    try stored(name) { json throws in try json.object(label, body) }
  }

  mutating func member(_ key: StaticString, encoding value: (some Encodable)?) throws {
    guard let value else { return }
    self.key(key)
    try encode(value)
  }
}
