public import Identity
public import JSON

extension JSONWriter {
  /// An id as a member; nil leaves it out. Its digits go straight into the buffer.
  public mutating func member(_ key: StaticString, _ id: Identifier?) {
    guard let id else { return }
    member(key, plain: 36) { id.write(into: &$0) }
  }
}
