import ServiceLoop
import Store

/// Whether the process answers, and whether what is submitted to it would be committed.
@ServiceLoop final class Health {
  private let stage: Stage
  private var wasReady = true

  init(stage: Stage) { self.stage = stage }

  func route(_ router: Router) {
    router.on(.get, "/healthz") { _, respond in respond(.text("ok\n")) }
    router.on(.get, "/readyz") { [self] _, respond in
      stage.store.probe { [self] isReady in
        note(isReady)
        respond(isReady ? .text("ok\n") : .text("database away\n", status: 503))
      }
    }
  }

  private func note(_ isReady: Bool) {
    guard isReady != wasReady else { return }
    wasReady = isReady
    if isReady { Journal.write(.info, "readiness.back") } else { stage.tellTrouble(as: "readiness.lost") }
  }
}
