/// A stored field that came later than the struct it is in. Where it is absent, in what was stored before, it is blank;
/// blank it is not written.
@propertyWrapper public struct AddedLater<Value: Codable & Sendable & Equatable & Blank>: Sendable, Equatable {
  public var wrappedValue: Value

  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

/// What is there before anyone has said anything.
public protocol Blank { static var blank: Self { get } }

extension Array: Blank { public static var blank: [Element] { [] } }
extension Int64: Blank { public static var blank: Int64 { 0 } }
extension Dictionary: Blank { public static var blank: [Key: Value] { [:] } }
extension Bool: Blank { public static var blank: Bool { false } }

extension AddedLater: Codable {
  public init(from decoder: any Decoder) throws { wrappedValue = try Value(from: decoder) }
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

// Synthesized conformances choose these over the general ones.

extension KeyedDecodingContainer {
  func decode<Value>(_: AddedLater<Value>.Type, forKey key: Key) throws -> AddedLater<Value> {
    AddedLater(wrappedValue: try decodeIfPresent(Value.self, forKey: key) ?? .blank)
  }
}

extension KeyedEncodingContainer {
  mutating func encode<Value>(_ field: AddedLater<Value>, forKey key: Key) throws {
    if field.wrappedValue != .blank { try encode(field.wrappedValue, forKey: key) }
  }
}
