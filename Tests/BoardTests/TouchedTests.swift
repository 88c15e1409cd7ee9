import Testing

@testable import Board

@Suite struct `What an event touches` {
  private func goal(_ value: Double) -> Record { .goal(Goal(metric: "gmv", value: value)) }

  @Test(arguments: [1, 8, 9, 40])
  func `is told once each, from the first value to the last, in the order it was touched`(count: Int) {
    var touched = Touched()
    let keys = (0..<count).map { RecordKey(.goal, "\($0)") }
    for key in keys { touched.note(key, before: nil, after: goal(1)) }
    for key in keys.reversed() { touched.note(key, before: goal(1), after: goal(2)) }
    let changes = touched.takeAll()
    #expect(changes.map(\.key) == keys)
    #expect(changes.allSatisfy { $0.before == nil && $0.after == goal(2) })
    #expect(touched.takeAll().isEmpty)
  }
}
