/// Reads the arguments of one command, strictly: each by name and kind, and nothing may be left over.
///
///     var arguments = try Arguments(frame.args)
///     let text = try arguments.text("text", 1...2000, multiline: true)
///     let role = try arguments.oneOf("role", as: Role.self)
///     try arguments.end()
///
/// A required argument that is absent or null is `missing`; an optional one is then nil.
public struct Arguments: Sendable {
  private let members: [JSONObject.Member]
  /// A bit for each of the members that were not read yet.
  private var unread: UInt64
  private let path: String

  /// Absent arguments are an empty object; anything else that is not an object is refused.
  public init(_ json: JSON?) throws(ArgumentFault) { try self.init(json, path: "") }

  init(_ json: JSON?, path: String) throws(ArgumentFault) {
    switch json {
    case nil, .null?: members = []
    case .object(let object)?: members = object.members
    default: throw ArgumentFault(field: path, problem: .wrongType)
    }
    self.path = path
    // A handful at most is ever asked for.
    guard members.count < 64 else { throw ArgumentFault(field: path, problem: .tooLong(limit: 63)) }
    unread = 1 << UInt64(members.count) - 1
  }

  /// To be called last: an argument nobody read is `unknown`.
  public func end() throws(ArgumentFault) {
    guard unread != 0 else { return }
    throw fault(members[unread.trailingZeroBitCount].key, .unknown)
  }

  /// The argument as it came, counted as read; nil when absent or null.
  public mutating func json(_ field: String) -> JSON? {
    guard let index = members.firstIndex(where: { $0.key == field }) else { return nil }
    unread &= ~(1 << UInt64(index))
    return members[index].value.isNull ? nil : members[index].value
  }

  public mutating func object(_ field: String) throws(ArgumentFault) -> Arguments {
    try required(field, optionalObject(field))
  }

  /// The nested arguments; whoever reads them calls their `end()` too.
  public mutating func optionalObject(_ field: String) throws(ArgumentFault) -> Arguments? {
    guard let json = json(field) else { return nil }
    return try Arguments(json, path: path(field))
  }

  /// A list of objects; the caller calls `end()` on each.
  public mutating func objects(_ field: String, _ count: ClosedRange<Int>) throws(ArgumentFault) -> [Arguments] {
    var result: [Arguments] = []
    for (index, json) in try elements(field, count).enumerated() {
      guard case .object = json else { throw fault("\(field)[\(index)]", .wrongType) }
      result.append(try Arguments(json, path: path("\(field)[\(index)]")))
    }
    return result
  }

  /// A list's elements as they came. An absent list is `missing`, unless none is enough.
  mutating func elements(_ field: String, _ count: ClosedRange<Int>) throws(ArgumentFault) -> [JSON] {
    guard let json = json(field) else {
      if count.contains(0) { return [] }
      throw fault(field, .missing)
    }
    guard case .array(let elements) = json else { throw fault(field, .wrongType) }
    if elements.count > count.upperBound { throw fault(field, .tooLong(limit: count.upperBound)) }
    if elements.count < count.lowerBound { throw fault(field, .tooShort(limit: count.lowerBound)) }
    return elements
  }

  func required<Value>(_ field: String, _ value: Value?) throws(ArgumentFault) -> Value {
    guard let value else { throw fault(field, .missing) }
    return value
  }

  func fault(_ field: String, _ problem: ArgumentFault.Problem) -> ArgumentFault {
    ArgumentFault(field: path(field), problem: problem)
  }

  private func path(_ field: String) -> String { path.isEmpty ? field : "\(path).\(field)" }
}
