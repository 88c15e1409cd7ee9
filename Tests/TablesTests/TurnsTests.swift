import Fixtures
import Metrics
import Testing

@Suite struct `Where a curve turns` {
  static func turns(_ values: [Double?], most: Int = 5) -> Turns {
    Turns(offsets: values.indices.map { $0 * 60 }, values: values, most: most)
  }

  @Test func `peaks and troughs are the extremes between large moves`() {
    let turns = Self.turns([0, 50, 100, 98, 100, 60, 20, 25, 90, 89, 91, 10])
    #expect(turns.peaks.map(\.offset) == [120, 600])
    #expect(turns.troughs == [Turns.Point(offset: 360, value: 20)])
  }

  @Test func `noise, beginnings and ends are no turns`() {
    #expect(Self.turns([1, 2, 3, 4, 5]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([5, 4, 3, 2]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([0, 50, 49, 52, 51, 100]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([7, 7, 7]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([]) == Turns(peaks: [], troughs: []))
    #expect(Self.turns([nil, 3, nil]) == Turns(peaks: [], troughs: []))
  }

  @Test func `only the most pronounced are kept, by time`() {
    let turns = Self.turns([0, 100, 60, 80, 0, 50, 35, 90, 10], most: 2)
    #expect(turns.peaks.map(\.value) == [100, 90])
    #expect(turns.troughs.map(\.value) == [60, 0])
  }

  @Test func `holes are stepped over`() {
    #expect(Self.turns([0, nil, 100, nil, 0]).peaks == [Turns.Point(offset: 120, value: 100)])
  }

  @Test func `peaks and troughs alternate, and each stands out from its neighbours`() {
    let seed: UInt64 = 98
    var random = Dice(seed: seed)
    for _ in 0..<500 {
      let values = (0..<random.below(80)).map { _ in Double(random.below(1000)) }
      let turns = Turns(offsets: Array(values.indices), values: values, most: .max)
      let both = (turns.peaks.map { ($0, true) } + turns.troughs.map { ($0, false) }).sorted {
        $0.0.offset < $1.0.offset
      }
      let threshold = ((values.max() ?? 0) - (values.min() ?? 0)) * 0.1
      for (one, next) in zip(both, both.dropFirst()) {
        #expect(one.1 != next.1, "seed \(seed)")
        #expect(abs(one.0.value - next.0.value) >= threshold, "seed \(seed)")
      }
      for (turn, isPeak) in both where turn.offset > 0 && turn.offset + 1 < values.count {
        let around = [values[turn.offset - 1], values[turn.offset + 1]]
        #expect(around.allSatisfy { isPeak ? $0 <= turn.value : $0 >= turn.value }, "seed \(seed)")
      }
    }
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
