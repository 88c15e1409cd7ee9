internal import Tables

/// A column of durations: what its bare numbers count and what its colon-parted ones are.
struct DurationColumn {
  struct Decision {
    var unit: ColumnHeader.Unit?
    var style = DurationStyle.minutesSeconds
    /// Nil where no cell is colon-parted.
    var shown: DurationStyle?
    var isBareAmbiguous = false
    var certainty = ColumnReading.Certainty.known
  }

  private let metric: Metric
  private let forms: [(form: Cell.DurationForm, span: Double?)]

  /// - Parameter spans: seconds between start and end of each row: what the show's duration must equal.
  init(_ metric: Metric, _ cells: [Cell], spans: [Double?]) {
    self.metric = metric
    let isShow = metric.key == "duration_sec"
    forms = cells.enumerated().compactMap { index, cell in
      cell.durationForm.map { ($0, isShow && index < spans.count ? spans[index] : nil) }
    }
  }

  func decision(unit: ColumnHeader.Unit?, style: DurationStyle?) -> Decision {
    var decision = Decision(unit: unit)
    clocks(unit, style, &decision)
    if unit == nil { bare(&decision) }
    return decision
  }

  // MARK: Colon-parted

  private func clocks(_ unit: ColumnHeader.Unit?, _ chosen: DurationStyle?, _ decision: inout Decision) {
    let clocks = forms.compactMap { form, span -> (parts: [Int], span: Double?)? in
      if case .clock(let parts) = form { (parts, span) } else { nil }
    }
    if clocks.isEmpty { return }
    let (style, certainty) = chosen.map { ($0, .known) } ?? Self.style(clocks, unit, metric)
    decision.style = style
    decision.shown = style
    decision.certainty = certainty
  }

  private static func style(_ clocks: [(parts: [Int], span: Double?)], _ unit: ColumnHeader.Unit?, _ metric: Metric)
    -> (
      DurationStyle, ColumnReading.Certainty
    )
  {
    let pairs = clocks.filter { $0.parts.count == 2 }
    let triples = clocks.filter { $0.parts.count == 3 }
    let isShow = metric.key == "duration_sec"
    if !isShow, pairs.isEmpty, triples.allSatisfy({ $0.parts[2] == 0 }), triples.contains(where: { $0.parts[0] > 0 }) {
      return (.minutesSecondsZeros, .unsure)
    }
    if pairs.isEmpty { return (.minutesSeconds, .known) }
    if unit == .hour { return (.hoursMinutes, .known) }
    if unit != nil || !isShow { return (.minutesSeconds, .known) }
    let spanned = pairs.compactMap { pair in pair.span.map { (pair.parts[0] * 60 + pair.parts[1], $0) } }
    let asHours = spanned.count { isNear(Double($0 * 60), $1) }
    let asMinutes = spanned.count { isNear(Double($0), $1) }
    if asHours != asMinutes { return (asHours > asMinutes ? .hoursMinutes : .minutesSeconds, .decided) }
    if !triples.isEmpty || pairs.contains(where: { $0.parts[0] >= 24 }) { return (.minutesSeconds, .decided) }
    return (.hoursMinutes, .unsure)
  }

  // MARK: Bare

  private func bare(_ decision: inout Decision) {
    let bare = forms.compactMap { form, span -> (value: Double, span: Double?)? in
      if case .bare(let value) = form, value > 0 { (value, span) } else { nil }
    }
    if bare.isEmpty || metric.unit != .seconds { return }
    let proved = [ColumnHeader.Unit.second, .minute, .hour].first { unit in
      let spanned = bare.filter { $0.span != nil }
      return !spanned.isEmpty
        && spanned.count { Self.isNear($0.value * (unit.seconds ?? 1), $0.span ?? 0) } * 2 > spanned.count
    }
    if let proved {
      decision.unit = proved
      decision.certainty = .decided
    } else if isPlainlySeconds(bare.map(\.value)) {
      decision.unit = .second
      decision.certainty = .decided
    } else {
      decision.isBareAmbiguous = true
      decision.certainty = .unsure
    }
  }

  /// A show of more than a day is none, so its minutes are fewer than 1,440; people stay for some whole seconds.
  private func isPlainlySeconds(_ values: [Double]) -> Bool {
    if metric.key == "duration_sec" { return values.contains { $0 > 1440 } }
    return values.allSatisfy { $0 == $0.rounded() } && (values.max() ?? 0) > 30
  }

  private static func isNear(_ seconds: Double, _ span: Double) -> Bool { abs(seconds - span) <= max(90, span / 50) }
}
