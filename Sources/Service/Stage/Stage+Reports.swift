import Board
import Identity
import Live
import Rows
import ServiceLoop
import Store

extension Stage {
  /// All that a room's report is made of; nil where there is no such room.
  func reportSheet(of log: Identifier, in organisation: Identifier) async throws -> ReportSheet? {
    let directory = try await look(at: organisation, in: organisation).fold
    guard directory.knows(log: log) == .room else { return nil }
    let room = try await look(at: log, in: organisation).fold
    guard let report = room.report else { return nil }
    var shows: [LogFold] = []
    var channels: [Identifier: LogFold] = [:]
    for id in report.shows {
      let show = try await look(at: id, in: organisation).fold
      shows.append(show)
      guard let channel = show.show.flatMap({ directory.log(ofChannel: $0.channel) }), channels[channel] == nil else {
        continue
      }
      channels[channel] = try await look(at: channel, in: organisation).fold
    }
    return ReportSheet(log: log, report: report, directory: directory, shows: shows, channels: channels)
  }

  /// The reviews that were held before that one in its channels, as far as the member may follow them, the newest first.
  func pastReviews(before log: Identifier, _ visitor: Visitor) async throws -> [PastReview] {
    let directory = visitor.directory
    let rooms = directory.rooms(before: log).filter { visitor.mayFollow($0.log) }
    if rooms.isEmpty { return [] }
    let summaries = try await lobby.book(of: visitor.organisation).summaries()
    let byLog = Dictionary(summaries.map { ($0.log, $0.summary) }, uniquingKeysWith: { $1 })
    var channels: [Identifier: LogFold] = [:]
    var past: [PastReview] = []
    for room in rooms {
      guard past.count < ReportSheet.mostPast else { break }
      guard let summary = byLog[room.log], PastReview.isOver(summary) else { continue }
      var answers: [Report.Answered] = []
      for channel in directory.channelLogs(of: room) where visitor.mayFollow(channel) {
        if channels[channel] == nil { channels[channel] = try await look(at: channel, in: visitor.organisation).fold }
        if let fold = channels[channel] { answers.append(fold.answers(givenIn: room.log)) }
      }
      past.append(
        PastReview(
          log: room.log, openedAt: room.openedAt, summary: summary, answered: Report.Answered(of: answers)))
    }
    return past
  }

  func share(_ token: String) async throws -> (organisation: Identifier, log: Identifier)? {
    let now = self.now
    return try await Store.answer { store.share(token: token, now: now, then: $0) }
  }

  func shares(of log: Identifier) async throws -> [ShareRow] {
    let now = self.now
    return try await Store.answer { store.shares(of: log, now: now, then: $0) }
  }

  func createShare(
    _ share: Identifier, _ token: String, of log: Identifier, by visitor: Visitor, expires: Int64
  ) async throws -> Bool {
    let now = self.now
    return try await Store.answer {
      store.createShare(
        share, token: token, organisation: visitor.organisation, log: log, member: visitor.member, now: now,
        expires: expires, most: Reporting.mostLinks, then: $0)
    }
  }

  func revokeShare(_ share: Identifier, of log: Identifier) async throws -> Bool {
    try await Store.answer { store.revokeShare(share, of: log, then: $0) }
  }
}
