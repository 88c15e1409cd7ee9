import Identity

/// What can be judged only when the organisation's directory is in memory.
enum Deferred {
  case request(Request)
  case greeting(ConnectionID)
  case look(Ticket, log: Identifier)
}
