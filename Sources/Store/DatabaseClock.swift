/// PostgreSQL's clock as it was last told, carried on by this machine's monotonic clock.
public struct DatabaseClock: Sendable, Equatable {
  private let told: Int64
  private let heard: Int64

  /// `told` at `heard` of this machine's monotonic milliseconds.
  public init(told: Int64, heard: Int64) {
    self.told = told
    self.heard = heard
  }

  /// Milliseconds since 1970.
  public func now(monotonic: Int64) -> Int64 { told + monotonic - heard }
}
