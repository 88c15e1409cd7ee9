import ArgumentParser
import JSON

struct Fill: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make members and rooms full of cards, and print what `join`, `crowd` and `storm` need to know of them.")

  @Option(help: "Members of the organisation, up to 490.")
  var members = 400

  @Option(help: "Rooms.")
  var rooms = 1

  @Option(help: "Cards in each room, up to 1,000, written by its authors in turn.")
  var issues = 1000

  @Option(help: "Votes in each room, up to 20 for each author.")
  var votes = 3000

  @Option(help: "How many members write and vote.")
  var authors = 150

  @Argument(help: "A lead's or an invited lead's link, as the server printed it.")
  var link: String

  func validate() throws {
    guard (1...Enrolment.most).contains(members), (1...members).contains(authors) else {
      throw ValidationError("--members is 1 to \(Enrolment.most), --authors no more than that")
    }
    guard rooms >= 1, (0...1000).contains(issues), (0...authors * 20).contains(votes) else {
      throw ValidationError("--issues is 0 to 1000, --votes up to 20 for each author")
    }
  }

  func run() throws {
    let enrolment = try Enrolment(link: link, members: members)
    let lead = try Conversation(to: enrolment.address, cookie: enrolment.cookies[0])
    let rooms = try enrolment.open(rooms: rooms, lead)
    let authors = try enrolment.cookies.prefix(authors).map { try Conversation(to: enrolment.address, cookie: $0) }
    for room in rooms {
      try Filling(arena: .room, log: room, authors: authors).fill(cards: issues, votes: votes)
    }
    print(Camp(enrolment, directory: lead.directory, rooms: rooms).json)
  }
}
