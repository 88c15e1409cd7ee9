extension Int64 {
  /// Milliseconds to the minute: all that is told where nobody may be named.
  var toTheMinute: Int64 { self / 60_000 * 60_000 }
}
