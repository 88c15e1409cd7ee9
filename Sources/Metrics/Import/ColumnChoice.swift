public import Tables

/// What a team decided a column to mean and how to read it; it overrules what the file says. Nil leaves it to the file.
public struct ColumnChoice: Sendable, Equatable {
  public var meaning: ColumnReading.Meaning?
  public var unit: ColumnHeader.Unit?
  public var style: ColumnStyle

  public init(
    _ meaning: ColumnReading.Meaning? = nil, unit: ColumnHeader.Unit? = nil, style: ColumnStyle = ColumnStyle()
  ) {
    self.meaning = meaning
    self.unit = unit
    self.style = style
  }

  public static let ignore = ColumnChoice(.ignored(.chosen))

  public static func metric(_ key: String, _ ratio: RatioStyle? = nil) -> ColumnChoice {
    ColumnChoice(.metric(key), style: ColumnStyle(ratio: ratio))
  }

  public static func field(_ name: String) -> ColumnChoice { ColumnChoice(.field(name)) }
}

/// Choices by `ColumnHeader.key`.
public typealias ColumnMapping = [String: ColumnChoice]

/// What a kind of file has columns for.
protocol FileColumn: Hashable, Sendable {
  /// The column of that meaning; nil where this kind of file has none.
  init?(_ meaning: ColumnReading.Meaning, at index: Int)
  var meaning: ColumnReading.Meaning { get }
}

extension FileColumn where Self: RawRepresentable, RawValue == String {
  init?(_ meaning: ColumnReading.Meaning, at _: Int) {
    guard case .field(let name) = meaning, let column = Self(rawValue: name) else { return nil }
    self = column
  }

  var meaning: ColumnReading.Meaning { .field(rawValue) }
}
