import ServiceLoop
import Store

/// Whether the process answers, and whether the database does.
@ServiceLoop struct Health {
  let stage: Stage

  func route(_ router: Router) {
    router.on(.get, "/healthz") { _, respond in respond(.text("ok\n")) }
    router.on(.get, "/readyz") { [stage] _, respond in
      stage.store.probe { isReady in
        respond(isReady ? .text("ok\n") : .text("database away\n", status: 503))
      }
    }
  }
}
