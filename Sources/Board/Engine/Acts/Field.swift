/// What can be told of one field of a command's arguments, whatever type it is read as.
struct Field: Sendable, Equatable {
  let name: String
  let kind: Kind
  var isOptional = false
  /// Whether an empty text takes away what was there.
  var canBeCleared = false

  indirect enum Kind: Sendable, Equatable {
    /// Words a person types, counted in code points.
    case text(ClosedRange<Int>, isMultiline: Bool)
    /// Words a person types, a line each: how long each may be, and how many.
    case texts(ClosedRange<Int>, ClosedRange<Int>)
    case number(ClosedRange<Int>)
    case decimal(ClosedRange<Double>)
    case flag
    case word([String])
    case words([String], ClosedRange<Int>)
    /// Milliseconds UTC.
    case time
    /// The id of a record of this log.
    case record(RecordKind)
    case records(RecordKind, ClosedRange<Int>)
    /// A name made by a machine.
    case name
    case log(LogKind)
    case logs(LogKind, ClosedRange<Int>)
    case member
    case members(ClosedRange<Int>)
    case organisation
    /// An act on its way from another log.
    case act
    /// The key of a metric in the catalogue.
    case metric
    /// An object from metric to number.
    case numbers
    case object([Field])
    case list([Field], ClosedRange<Int>)
    /// Lists of numbers that only the server makes.
    case rows
  }
}
