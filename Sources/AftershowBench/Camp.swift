import Glibc
import JSON

/// What `fill` has made on a server: its members' sessions and its rooms. Outlives the server's process.
struct Camp {
  let address: Address
  let cookies: [String]
  let directory: String
  let rooms: [String]

  init(_ enrolment: Enrolment, directory: String, rooms: [String]) {
    address = enrolment.address
    cookies = enrolment.cookies
    self.directory = directory
    self.rooms = rooms
  }

  init(file: String) throws {
    guard let handle = fopen(file, "r") else { throw BenchFault("\(file) cannot be read") }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, handle), count > 0 { bytes += buffer[..<count] }
    guard let json = try? JSONReader.parse(bytes), let link = json["link"]?.string,
      let directory = json["directory"]?.string
    else { throw BenchFault("\(file) is not what `fill` printed") }
    address = try Address(link: link)
    cookies = json["cookies"]?.array?.compactMap(\.string) ?? []
    self.directory = directory
    rooms = json["rooms"]?.array?.compactMap(\.string) ?? []
  }

  /// Who the connection of that number is, and where: all members first, and their further connections in other rooms.
  func place(_ number: Int) -> (cookie: String, room: [UInt8]) {
    let room = (number + number / cookies.count) % rooms.count
    return (cookies[number % cookies.count], Array(rooms[room].utf8))
  }

  var json: String {
    let value: JSON = [
      "link": .string("\(address.origin)/join#camp"), "directory": .string(directory),
      "cookies": .array(cookies.map(JSON.string)), "rooms": .array(rooms.map(JSON.string)),
    ]
    return value.text
  }
}
