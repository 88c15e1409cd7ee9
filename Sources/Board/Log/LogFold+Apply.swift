extension LogFold {
  mutating func apply(_ fact: Fact, of event: Event) {
  }
}
