import Testing

@testable import ServiceLoop

/// Held by reference, so that what it answers can be expected where it is asked.
private final class Porter {
  private(set) var door: Door<Int>

  init(places: Int, share: Int, kept: Int) { door = Door(places: places, share: share, kept: kept) }

  func enter(_ guest: Int, from network: String?) -> Door<Int>.Entry { door.enter(guest, from: network) }
  func move(_ guest: Int, to network: String) -> Bool { door.move(guest, to: network) }
  func change(_ guest: Int, to standing: Door<Int>.Standing) { door.change(guest, to: standing) }
  func recognise(_ guest: Int) { door.recognise(guest) }
  func leave(_ guest: Int) { door.leave(guest) }
  var count: Int { door.count }
  var isFull: Bool { door.isFull }
  var isCrowded: Bool { door.isCrowded }
}

@Suite struct `The door` {
  private func entries(_ door: Porter, _ guests: ClosedRange<Int>, from network: String) -> [Door<Int>.Entry] {
    guests.map { door.enter($0, from: network) }
  }

  @Test func `an address has a share, and its next connection takes the place of its own oldest`() {
    let door = Porter(places: 100, share: 3, kept: 10)
    #expect(entries(door, 1...3, from: "a") == [.place, .place, .place])
    #expect(door.enter(4, from: "a") == .placeOf(1))
    #expect(door.enter(5, from: "a") == .placeOf(2))
    #expect(door.enter(6, from: "b") == .place)
    #expect(door.count == 4)
  }

  @Test func `who is being served does not have to go, and who has been served goes after who asks`() {
    let door = Porter(places: 100, share: 3, kept: 10)
    _ = entries(door, 1...3, from: "a")
    door.change(1, to: .served)
    door.change(2, to: .resting)
    #expect(door.enter(4, from: "a") == .placeOf(3))
    door.change(4, to: .served)
    #expect(door.enter(5, from: "a") == .placeOf(2))
    door.change(5, to: .served)
    #expect(door.enter(6, from: "a") == .refused)
    #expect(door.count == 3)
  }

  @Test func `when all places are taken, the crowd's oldest goes and nobody else's`() {
    let door = Porter(places: 20, share: 15, kept: 2)
    _ = entries(door, 1...5, from: "few")
    _ = entries(door, 11...25, from: "many")
    #expect(!door.isFull)
    #expect(door.enter(30, from: "other") == .placeOf(11))
    door.change(12, to: .served)
    #expect(door.enter(31, from: "other") == .placeOf(13))
  }

  @Test func `half-open requests by the thousand, renewed, never keep another address out`() {
    let door = Porter(places: 1024, share: 512, kept: 100)
    for guest in 0..<2600 { _ = door.enter(guest, from: "flood") }
    #expect(door.count == 512)
    for guest in 3000..<3400 { #expect(door.enter(guest, from: "guest \(guest)") == .place) }
    for guest in 4000..<6600 { _ = door.enter(guest, from: "flood") }
    #expect(door.count == 912)
    #expect(!door.isCrowded && !door.isFull)
  }

  @Test func `the last places are for those with a session`() {
    let door = Porter(places: 1024, share: 512, kept: 100)
    for guest in 0..<924 {
      _ = door.enter(guest, from: "\(guest % 9)")
      door.change(guest, to: .served)
    }
    #expect(!door.isCrowded)
    _ = door.enter(1000, from: "x")
    #expect(door.isCrowded)
    door.recognise(1000)
    #expect(!door.isCrowded)
    for guest in 1001..<1100 {
      _ = door.enter(guest, from: "x")
      #expect(door.isCrowded)
      door.recognise(guest)
      door.change(guest, to: .served)
    }
    #expect(door.isFull)
    door.leave(1001)
    #expect(!door.isFull)
  }

  @Test func `strangers who rest on the last places make room`() {
    let door = Porter(places: 16, share: 16, kept: 2)
    for guest in 0..<16 {
      _ = door.enter(guest, from: "a")
      door.change(guest, to: guest == 3 ? .resting : .served)
    }
    #expect(door.enter(20, from: "b") == .placeOf(3))
  }

  @Test func `a proxy has no share, those it speaks for have`() {
    let door = Porter(places: 100, share: 2, kept: 10)
    for guest in 1...5 { #expect(door.enter(guest, from: nil) == .place) }
    #expect(door.move(1, to: "a"))
    #expect(door.move(2, to: "a"))
    #expect(!door.move(3, to: "a"))
    #expect(door.move(1, to: "a"))
    #expect(door.move(1, to: "b"))
    #expect(door.move(3, to: "a"))
    #expect(door.count == 5)
  }

  @Test(arguments: [
    ("1.2.3.4", "1.2.3.4"), ("2001:db8:1:2:3:4:5:6", "20:1:d:b8:0:1:0:2"), ("2001:db8:1:2::9", "20:1:d:b8:0:1:0:2"),
    ("nonsense:", "nonsense:"), ("", ""),
  ])
  func `a network is an IPv4 address or the half of an IPv6 address`(address: String, network: String) {
    #expect(Network.of(address) == network)
  }

  @Test func `a body that drips is late, one at the least pace never`() {
    let pace = BodyPace(ServiceConfiguration.Limits())
    #expect(pace.deadline(begun: 0, received: 1) < 12_000)
    for second in 1...2_000 { #expect(pace.deadline(begun: 0, received: second * 4096) > Int64(second) * 1000) }
  }
}
