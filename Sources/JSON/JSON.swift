/// A JSON value as RFC 8259 means it. Integers stay exact; members of an object keep the order they were written in.
public enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  public static func int(_ value: Int) -> JSON { .number(.int(Int64(value))) }
  public static func double(_ value: Double) -> JSON { .number(.double(value)) }

  /// The member of that name, or nil when there is none or this is not an object.
  public subscript(key: String) -> JSON? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
  /// The number when it was written as an integer.
  public var int: Int? { if case .number(.int(let value)) = self { Int(value) } else { nil } }
  /// Any number.
  public var double: Double? { if case .number(let value) = self { value.double } else { nil } }
  public var isNull: Bool { if case .null = self { true } else { false } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .number(.int(value)) }
  public init(floatLiteral value: Double) { self = .number(.double(value)) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    var object = JSONObject()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}

/// A number: exact when it was written without fraction and exponent, else the nearest double.
public enum JSONNumber: Sendable, Equatable {
  case int(Int64)
  case double(Double)

  public var double: Double {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    }
  }
}
