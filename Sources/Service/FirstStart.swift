import Board
import Identity
import JSON
import Live
import ServiceLoop
import Store

/// What a fresh database needs before anyone can come in: an organisation, and a link for its first lead.
@ServiceLoop struct FirstStart {
  /// Fixed, so that two nodes starting at once on one database found one organisation.
  static let organisation = Identifier(high: 0xaf7e_5503_0000_8000, low: 0x8000_0000_0000_0001)

  let stage: Stage
  let options: ServerOptions

  func perform() async {
    do {
      await stage.untilAvailable()
      let organisation = try await found()
      print("Aftershow is at \(address)/")
      if options.demo { try await Demo(stage: stage, organisation: organisation, folder: options.house.demo).fill() }
      let hasLead = try await hasLead(organisation)
      if options.demo || !hasLead {
        let token = try await stage.leadToken(of: organisation)
        print("Lead: \(address)/join#\(token)")
      }
    } catch {
      Journal.write(.error, "start.failed", ["fault": Self.named(error)])
      stage.stop()
    }
  }

  /// Only the code of a refusal is told, because it may carry a record with words of a user.
  private static func named(_ error: any Error) -> String {
    if let refusal = error as? Refusal { refusal.code.rawValue } else { "\(error)" }
  }

  /// The organisation there is, or the first one.
  private func found() async throws -> Identifier {
    if let known = try await Store.answer(stage.store.organisations).first { return known.organisation }
    try await stage.found(Self.organisation, name: options.organisation)
    return Self.organisation
  }

  private func hasLead(_ organisation: Identifier) async throws -> Bool {
    let directory = try await stage.look(at: organisation, in: organisation).fold
    return directory.records(.member).values.contains { record in
      if case .member(let member) = record { member.isLead && member.active } else { false }
    }
  }

  private var address: String {
    let scheme = options.certificate == nil ? "http" : "https"
    let host = HostAddress.reaching(options.bind)
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(stage.loop.port)"
  }

  /// Standard output is for whoever started us, and may be a pipe: a line at once.
  private func print(_ line: String) {
    Swift.print(line)
    StandardOutput.flush()
  }
}
