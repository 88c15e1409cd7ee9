import Foundation
import ServiceLoop
import Testing

@Suite struct `Work put aside` {
  @Test func `is done off the loop, whose answer comes back to it`() async {
    let (isOnLoop, isBack) = await Self.fromLoop { ServiceLoop.isCurrent }
    #expect(!isOnLoop)
    #expect(isBack)
  }

  @Test func `throws what its work throws`() async {
    await #expect(throws: URLError.self) { try await Aside.run { throw URLError(.badURL) } }
  }

  @Test func `has fewer and longer turns than the loop's`() async throws {
    let own = try await Aside.run { try Self.turns() }
    let loops = try await Task { @ServiceLoop in try Self.turns() }.value
    #expect(try #require(own["prio"]) > #require(loops["prio"]))
    // Kernels before 6.12 know one length of turns only.
    if let slice = own["se.slice"], let loop = loops["se.slice"] { #expect(slice > loop) }
  }

  @Test func `leaves the loop also when it is begun there, where everything else of its task stays`() async {
    let (resumed, aside) = await withCheckedContinuation { done in
      ServiceLoop.begin {
        await Task.yield()
        let resumed = await Self.whereAnAnswerComes()
        done.resume(returning: (resumed, await Aside.run { ServiceLoop.isCurrent }))
      }
    }
    #expect(resumed)
    #expect(!aside)
  }

  /// Whether a function that is isolated to nothing goes on with its answer on the loop.
  private static func whereAnAnswerComes() async -> Bool {
    await withCheckedContinuation { answered in
      Task.detached { answered.resume() }
    }
    return ServiceLoop.isCurrent
  }

  /// What the kernel says of the calling thread.
  private static func turns() throws -> [String: Int] {
    let text = try String(contentsOfFile: "/proc/thread-self/sched", encoding: .utf8)
    let pairs = text.split(separator: "\n").map { $0.split(separator: ":").map { $0.filter { $0 != " " } } }
    return Dictionary(
      pairs.compactMap { pair in pair.count == 2 ? Int(pair[1]).map { (pair[0], $0) } : nil },
      uniquingKeysWith: { $1 })
  }

  @ServiceLoop private static func fromLoop<Value: Sendable>(
    _ work: @Sendable () -> Value
  ) async -> (Value, isBack: Bool) {
    (await Aside.run(work), ServiceLoop.isCurrent)
  }
}
