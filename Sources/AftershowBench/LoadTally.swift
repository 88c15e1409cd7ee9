/// What is counted while measuring, over all connections.
final class LoadTally {
  var isMeasuring = false
  private(set) var acks = 0
  private(set) var deliveries = 0
  private(set) var bytes = 0
  /// Counted from the first command on, measuring or not: there must be none.
  var doubled = 0
  var reordered = 0
  var gaps = 0
  var snapshots = 0
  var skippedBySnapshot = 0
  var refusals: [String: Int] = [:]
  var closes: [Int: Int] = [:]

  func acknowledged() { if isMeasuring { acks += 1 } }
  func delivered(_ count: Int) { if isMeasuring { deliveries += count } }
  func received(_ count: Int) { if isMeasuring { bytes += count } }
}
