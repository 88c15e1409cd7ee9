import Foundation
import Testing

@testable import Live

@Suite struct `Several clients and nodes, and everything going wrong` {
  /// `SIMULATION_SEEDS=first-last` runs others than the usual ones.
  static var seeds: [UInt64] {
    let bounds = ProcessInfo.processInfo.environment["SIMULATION_SEEDS"]?.split(separator: "-").compactMap {
      UInt64($0)
    }
    guard let bounds, bounds.count == 2, bounds[0] <= bounds[1] else { return [1, 2, 3, 4, 5, 6] }
    return Array(bounds[0]...bounds[1])
  }

  /// `SIMULATION_STEPS=n` runs longer ones.
  static var steps: Int { ProcessInfo.processInfo.environment["SIMULATION_STEPS"].flatMap { Int($0) } ?? 2_000 }

  @Test(arguments: seeds)
  func `all end with the same, and nobody learns a secret`(seed: UInt64) {
    let world = World(seed: seed, nodes: seed % 2 == 0 ? 3 : 2, clients: 4 + Int(seed % 4) + 1)
    world.run(steps: Self.steps)
    if world.failures.isEmpty { world.judge() }
    print("convergence seed \(seed): \(world.summary)")
    for failure in world.failures { Issue.record(Comment(rawValue: failure)) }
    #expect(world.database.storedAt.count > 40)
  }
}
