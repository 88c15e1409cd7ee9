public import Identity

/// The figures that stand beside a show's log.
public struct ShowFigures: Sendable, Equatable {
  public let show: Identifier
  /// False: an older build has written none, or others, and they are to be worked out anew.
  public let isOfEdition: Bool
  /// JSON: `values`, `from`, `derived`, `versions`.
  public let figures: [UInt8]
  /// JSON: by id, the numbers they are of.
  public let snapshots: [UInt8]

  public init(show: Identifier, isOfEdition: Bool, figures: [UInt8], snapshots: [UInt8]) {
    self.show = show
    self.isOfEdition = isOfEdition
    self.figures = figures
    self.snapshots = snapshots
  }
}
