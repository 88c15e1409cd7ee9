// Whether bringing a file once more makes any difference.
extension LogFold {
  /// Whether a show says nothing that it did not say before: no other number, goal, marker, question, curve or time. Who
  /// said it does not matter.
  ///
  /// - Parameter files: whose curves are the same as those that took their place.
  public func saysTheSame(as before: LogFold, but files: [ImportedFile]) -> Bool {
    latestNumbers?.values == before.latestNumbers?.values && show == before.show && goals == before.goals
      && records(.marker) == before.records(.marker) && records(.question) == before.records(.question)
      && hasTheSeries(of: before, Set(files.map(\.id)))
  }

  private var goals: [String: Goal] {
    all(Goal.self).filter(\.isSet).reduce(into: [:]) {
      $0[$1.metric] = Goal(metric: $1.metric, value: $1.value, basis: $1.basis)
    }
  }

  private func hasTheSeries(of before: LogFold, _ files: Set<String>) -> Bool {
    all(Series.self).allSatisfy { series in
      before.all(Series.self).contains { other in
        other.id == series.id
          || other.columns == series.columns && other.from == series.from && other.minutes == series.minutes
            && other.file.map(files.contains) == true
      }
    }
  }
}
