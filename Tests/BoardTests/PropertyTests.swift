import Identity
import JSON
import Testing

@testable import Board

/// Random commands by random members, sensible and not: whatever is accepted must leave every log as its promises say.
@Suite struct `Whatever is sent` {
  @Test(arguments: 1...UInt64(8))
  func `folds, their undoing, their storing and every viewer's records agree`(
    seed: UInt64
  ) throws {
    var story = try RandomStory(seed: seed)
    for step in 0..<400 {
      story.step()
      if let fault = story.faults.first {
        Issue.record("seed \(seed), step \(step): \(fault)")
        return
      }
    }
    story.checkStored()
    #expect(story.faults.isEmpty, "seed \(seed)")
    // A story in which nothing happens proves nothing.
    #expect(story.accepted > 60, "seed \(seed): \(story.accepted) accepted")
  }
}
