import JSON

@testable import Board

extension Fact {
  /// As its `Codable` conformance describes it.
  func encodePlainly(into json: inout JSONWriter) throws {
    switch self {
    case .directory(let fact): try json.encode(fact)
    case .channel(let fact): try json.encode(fact)
    case .show(let fact): try json.encode(fact)
    case .room(let fact): try json.encode(fact)
    case .playbook(let fact): try json.encode(fact)
    }
  }
}
