public import Tables

/// What one column of a file was taken for: to be shown, corrected and agreed to before anything is stored.
public struct ColumnReading: Sendable, Equatable {
  /// From 0.
  public let index: Int
  /// As the file has it.
  public let header: ColumnHeader
  public let meaning: Meaning
  /// What its bare numbers are counted in, where the header or the team says so or the column shows it.
  public let unit: ColumnHeader.Unit?
  public let style: ColumnStyle
  public let certainty: Certainty
  /// What the platform means by the word, where that is known and does not go without saying.
  public let definition: String?
  /// The first three cells that say something; of a summary's show at hand its own cell first, whatever it says.
  public let samples: [Sample]
  /// The sheet it stands on, where the file has several.
  public internal(set) var sheet: String?

  public enum Meaning: Sendable, Hashable {
    /// A metric of the catalogue, by its key.
    case metric(String)
    /// Another thing this kind of file holds: `title`, `start`, `end`, `date`, `period`, `note`, `product`, `time`, `text`.
    case field(String)
    /// Numbers of no known metric, kept beside the others under their own name.
    case series
    case ignored(Reason)
  }

  /// Why a column is not read. Raw values are stable: they stand in answers.
  public enum Reason: String, Sendable, CaseIterable {
    /// No word that is known.
    case unknown
    /// Nothing below the header.
    case empty
    /// A known word for something that the catalogue has no metric for.
    case noMetric
    /// Money of another country.
    case currency
    /// A unit in which what the word means is never counted.
    case foreignUnit
    /// Another column has the same meaning.
    case duplicate
    /// The team said so.
    case chosen
  }

  /// Raw values are stable: they stand in answers.
  public enum Certainty: String, Sendable, CaseIterable {
    /// The team said so.
    case chosen
    /// The header's word and the cells themselves say it.
    case known
    /// The cells of the column, or what they must equal, say it.
    case decided
    /// Nothing says it for sure: ask.
    case unsure
  }

  public struct Sample: Sendable, Equatable {
    public let raw: String
    /// Nil where the column is ignored or the cell could not be read.
    public let read: Value?

    public init(raw: String, read: Value?) {
      self.raw = raw
      self.read = read
    }
  }

  public enum Value: Sendable, Equatable {
    /// In the metric's own unit.
    case number(Double)
    /// Milliseconds since the epoch.
    case moment(Int64)
    /// A date without a time of day: its midnight.
    case day(Int64)
    case text(String)

    init(_ moment: Moment) { self = moment.hasTime ? .moment(moment.instant) : .day(moment.instant) }
  }
}

/// How a column writes what its cells alone do not say. Nil where the question does not arise.
public struct ColumnStyle: Sendable, Equatable {
  public var ratio: RatioStyle?
  public var duration: DurationStyle?
  public var time: TimeStyle?
  public var series: MinuteSeries.Kind?
  public var marks: NumberMarks?
  public var order: DateOrder?

  public init(
    ratio: RatioStyle? = nil, duration: DurationStyle? = nil, time: TimeStyle? = nil, series: MinuteSeries.Kind? = nil,
    marks: NumberMarks? = nil, order: DateOrder? = nil
  ) {
    self.ratio = ratio
    self.duration = duration
    self.time = time
    self.series = series
    self.marks = marks
    self.order = order
  }
}

/// What a column of times within a show counts from.
public enum TimeStyle: String, Sendable, CaseIterable {
  /// Date and time of day.
  case dated
  /// A time of day, of the show's day or past its midnight.
  case clock
  /// Time since the show's start.
  case elapsed
}
