/// An object's members in the order they were written, no name twice.
///
/// Lookup is a walk: our objects have a handful of members, where a walk beats hashing.
public struct JSONObject: Sendable {
  public struct Member: Sendable, Equatable {
    public let key: String
    public var value: JSON
  }

  public private(set) var members: [Member]

  public init() { members = [] }

  /// The caller vouches that no key is there twice.
  init(uniqueMembers: [Member]) { members = uniqueMembers }

  public var count: Int { members.count }

  public subscript(key: String) -> JSON? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (let index?, nil): members.remove(at: index)
      case (nil, nil): break
      }
    }
  }
}

extension JSONObject: Equatable {
  /// The same members, in whatever order.
  public static func == (one: JSONObject, other: JSONObject) -> Bool {
    if one.members == other.members { return true }
    return one.count == other.count && one.members.allSatisfy { other[$0.key] == $0.value }
  }
}
