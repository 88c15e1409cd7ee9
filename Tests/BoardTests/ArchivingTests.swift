import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Archiving a room` {
  @Test func `given a room, when it is archived, then the directory and its channel say so, and it is still there`()
    throws
  {
    var team = try Team()
    let key = RecordKey(.room, team.room.description)
    try team.inDirectory(
      "room.archive", ["room": .string(team.room.description), "archived": true], as: team.operations)
    for fold in [team.world.directory, team.channelFold] {
      #expect(team.sees(team.host, fold)[key]?.contains(#""archived":true"#) == true, "\(fold.kind)")
    }
    #expect(team.world.directory.knows(log: team.room) == .room)
    try team.inDirectory("room.archive", ["room": .string(team.room.description), "archived": false], as: team.lead)
    for fold in [team.world.directory, team.channelFold] {
      #expect(team.sees(team.host, fold)[key]?.contains("archived") == false, "\(fold.kind)")
    }
  }

  @Test func `given an archived room, when nothing of it is archived, then the listing is one that older builds read`()
    throws
  {
    var team = try Team()
    let plain = team.world.events[team.channelLog]!.flatMap(\.facts)
    #expect(plain.allSatisfy { $0.since == 1 })
    try team.inDirectory("room.archive", ["room": .string(team.room.description), "archived": true], as: team.lead)
    #expect(team.world.events[team.channelLog]!.last?.facts.allSatisfy { $0.since == 4 } == true)
  }
}
