import ArgumentParser

/// What load to put on.
struct LoadOptions: ParsableArguments {
  @Option(help: "Rooms.")
  var rooms = 1

  @Option(help: "Connections in each room.")
  var members = 50

  @Option(help: "How many of a room's connections send.")
  var senders = 5

  @Option(help: "Further connections, in a room where nothing happens.")
  var idle = 0

  @Flag(help: "Questions of shows instead of cards of rooms.")
  var show = false

  @Option(help: "Cards (questions) in each room (show) before the load, besides those the senders edit.")
  var cards = 0

  @Option(help: "Further rooms in memory, where nothing happens.")
  var loaded = 0

  @Option(help: "Commands a second over all rooms (open loop); 0 sends the next when one is acknowledged.")
  var rate = 0.0

  @Option(help: "Closed loop: commands unanswered per sender, 1 to 20.")
  var window = 4

  @Option(help: "Share of votes among the commands.")
  var votes = 0.2

  @Option(help: "Share of new cards; the rest are edits of cards.")
  var posts = 0.2

  @Option(help: "Characters of a card's text, 1 to 500.")
  var text = 60

  @Option(help: "Seconds before measuring.")
  var warmup = 1.0

  @Option(help: "Seconds measured.")
  var seconds = 5.0

  var arena: Arena { show ? .show : .room }

  func check() throws {
    guard (0...(show ? 4900 : 900)).contains(cards), (0...5000).contains(loaded) else {
      throw ValidationError("--cards is at most 900, with --show 4900; --loaded at most 5000")
    }
    guard rooms >= 1, members >= 1, idle >= 0, (1...members).contains(senders) else {
      throw ValidationError("there must be a room, a member, and no more senders than members")
    }
    guard (1...20).contains(window), (1...500).contains(text) else {
      throw ValidationError("--window is 1 to 20, --text 1 to 500")
    }
    guard votes >= 0, posts >= 0, votes + posts <= 1 else {
      throw ValidationError("--votes and --posts are shares: together at most 1")
    }
    guard rate >= 0, warmup >= 0, seconds > 0 else { throw ValidationError("times and rates are positive") }
  }
}

/// Whose CPU and memory to read from /proc.
struct ProcessOptions: ParsableArguments {
  @Option(help: "The server's process.")
  var pid: Int32?

  @Option(name: .customLong("pg-pid"), help: "PostgreSQL's postmaster; its children count too.")
  var pgPid: Int32?
}
