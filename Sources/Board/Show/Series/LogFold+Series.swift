// Which series count: of those of the same columns that stand, the newest. The others are set aside.
extension LogFold {
  /// All of them, whether they count or not.
  private var everySeries: [SeriesAside] { all(Series.self).map { SeriesAside(series: $0) } + all(SeriesAside.self) }

  mutating func take(_ series: Series, forgetting forgotten: [String]) {
    for id in forgotten { remove(SeriesAside.self, id) }
    put(series)
    goByNewestSeries()
  }

  mutating func withdraw(series id: String) {
    guard let series = find(id, as: Series.self) else { return }
    remove(Series.self, id)
    put(SeriesAside(series: series, isWithdrawn: true))
    goByNewestSeries()
  }

  /// It is the newest from then on.
  mutating func restore(series id: String, at seq: Int64) {
    revise(SeriesAside.self, id) {
      $0.isWithdrawn = false
      $0.series.taken = seq
    }
    goByNewestSeries()
  }

  mutating func settleSeries(of file: String, isWithdrawn: Bool) {
    for series in all(Series.self) where series.file == file && isWithdrawn {
      remove(Series.self, series.id)
      put(SeriesAside(series: series, isFileWithdrawn: true))
    }
    for aside in all(SeriesAside.self) where aside.series.file == file {
      revise(SeriesAside.self, aside.id) { $0.isFileWithdrawn = isWithdrawn }
    }
    goByNewestSeries()
  }

  private mutating func goByNewestSeries() {
    let all = everySeries.sorted { ($0.series.taken, $0.id) < ($1.series.taken, $1.id) }
    for (index, one) in all.enumerated() {
      let isLast = !all[(index + 1)...].contains { $0.stands && $0.series.columns == one.series.columns }
      let counts = one.stands && isLast
      if counts, find(one.id, as: Series.self) == nil {
        remove(SeriesAside.self, one.id)
        put(one.series)
      } else if !counts, find(one.id, as: SeriesAside.self) == nil {
        remove(Series.self, one.id)
        put(one)
      }
    }
  }
}
