import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `Where a curve turns` {
  static func turns(_ values: [Double?], most: Int = 5) -> Turns {
    Turns(offsets: values.indices.map { $0 * 60 }, values: values, most: most)
  }

  /// Straight lines between the corners, a step a minute.
  static func curve(_ corners: Int..., step: Int = 10) -> [Double?] {
    zip(corners, corners.dropFirst()).flatMap { one, next in
      stride(from: one, to: next, by: one < next ? step : -step).map { Double($0) }
    } + [Double(corners.last ?? 0)]
  }

  /// scipy 1.17's `peak_prominences` over the same column; minutes are counted from the first row.
  @Test func `on the sample show the most prominent are the stored ones`() throws {
    let table = try Table(reading: Sample.bytes("channels-trend.csv"))
    let turns = try TrendImport.read(table).content.series.turns()
    func told(_ points: [Turns.Point]) -> [String] {
      points.map { "\($0.offset / 3600):\($0.offset / 60 % 60) \(Int($0.value))" }
    }
    #expect(told(turns.peaks) == ["0:29 575", "0:46 521", "1:30 507", "2:29 578", "3:59 447"])
    #expect(told(turns.troughs) == ["0:42 336", "0:54 343", "1:16 331", "1:40 230", "3:37 261"])
  }

  @Test func `the second deepest trough is among them, and plain level is not`() {
    let turns = Self.turns(Self.curve(0, 100, 20, 90, 10, 60))
    #expect(turns.troughs.map(\.value) == [20, 10])
    #expect(turns.peaks.map(\.value) == [100, 90])
  }

  @Test func `beginnings and ends are no turns, and neither is what jitters`() {
    #expect(Self.turns([1, 2, 3, 4, 5]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([5, 4, 3, 2]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([0, 50, 49, 52, 51, 100]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns((0..<60).map { Double($0 % 2 * 10 + $0 % 3) }) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([7, 7, 7]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([nil, 3, nil]) == Turns(peaks: [], troughs: []))
  }

  @Test func `a plateau is one peak, at its middle; equal heights are two`() {
    let level: [Double?] = Array(repeating: 0, count: 20)
    #expect(Self.turns(level + [1, 2, 3, 3, 3, 2, 1] + level).peaks == [Turns.Point(offset: 1380, value: 3)])
    #expect(Self.turns(Self.curve(0, 100, 0, 100, 0)).peaks.map(\.value) == [100, 100])
  }

  @Test func `only the most prominent are kept, by time, and five minutes apart`() {
    let curve = Self.curve(0, 100, 60, 80, 0, 50, 30, 90, 10)
    #expect(Self.turns(curve, most: 2).peaks.map(\.value) == [100, 90])
    #expect(Self.turns(curve, most: 2).troughs.map(\.value) == [60, 0])
    #expect(Self.turns(Self.curve(0, 100, 80, 90, 0)).peaks.map(\.value) == [100])
  }

  @Test func `three missing minutes are stepped over, and a longer hole cuts the curve`() {
    let slope: [Double?] = [0, 10, 20, 30, 40, 50, 60]
    let down: [Double?] = [50, 40, 30]
    let three = Self.turns(slope + [nil, nil, nil] + down)
    #expect(three.peaks == [Turns.Point(offset: 360, value: 60)])
    #expect(Self.turns(slope + [nil, nil, nil, nil] + down).peaks.isEmpty)
  }

  @Test func `a prominence is what a walk to both sides finds`() {
    let seed: UInt64 = 98
    var random = Dice(seed: seed)
    for _ in 0..<300 {
      let values = (0..<random.below(80)).map { _ in Double(random.below(40)) }
      let turns = Self.turns(values, most: .max)
      let range = (values.max() ?? 0) - (values.min() ?? 0)
      for peak in turns.peaks {
        #expect(Self.prominence(peak.offset / 60, values) >= range / 10, "seed \(seed)")
      }
      for trough in turns.troughs {
        #expect(Self.prominence(trough.offset / 60, values.map { -$0 }) >= range / 10, "seed \(seed)")
      }
    }
  }

  private static func prominence(_ peak: Int, _ values: [Double]) -> Double {
    let left = values[...peak].reversed().prefix { $0 <= values[peak] }.min() ?? 0
    let right = values[peak...].prefix { $0 <= values[peak] }.min() ?? 0
    return values[peak] - max(left, right)
  }
}

@Suite struct `A minute series` {
  @Test func `knows its offsets from the show's start`() {
    let series = MinuteSeries(from: 1_000_000, offsets: [0, 60], columns: [], values: [])
    #expect(series.offsets(sinceStart: 1_003_000) == [-3, 57])
  }

  @Test func `averages people online over time, not over rows`() {
    let online = MinuteSeries.Column(metric: "online", label: "在线人数", kind: .level)
    let series = MinuteSeries(from: 0, offsets: [0, 60, 240, 300], columns: [online], values: [[100, 200, nil, 100]])
    #expect(series.averageOnline == 160)
  }
}
