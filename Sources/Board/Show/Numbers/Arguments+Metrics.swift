import JSON
import Metrics

extension Arguments {
  /// The key of a metric in the catalogue.
  mutating func metric(_ field: String) throws(ArgumentFault) -> String {
    let key = try id(field)
    guard isMetric(key) else { throw ArgumentFault(field: field, problem: .invalid) }
    return key
  }

  /// An object from metric to number.
  mutating func metricValues(_ field: String) throws -> [String: Double] {
    guard let json = json(field) else { throw Refusal.invalid(field, .missing) }
    guard let object = json.object else { throw Refusal.invalid(field, .wrongType) }
    guard object.members.count <= Bounds.metrics else {
      throw Refusal.invalid(field, .tooLong, limit: Bounds.metrics)
    }
    var values: [String: Double] = [:]
    for member in object.members {
      let path = "\(field).\(member.key)"
      guard isMetric(member.key) else { throw Refusal.invalid(path, .unknown) }
      // A cell without a number is no value.
      if member.value.isNull { continue }
      guard let value = member.value.double else { throw Refusal.invalid(path, .wrongType) }
      guard Bounds.values.contains(value) else { throw Refusal.invalid(path, .outOfRange) }
      values[member.key] = value
    }
    guard !values.isEmpty else { throw Refusal.invalid(field, .tooShort, limit: 1) }
    return values
  }
}

private func isMetric(_ key: String) -> Bool { Metric[key] != nil }
