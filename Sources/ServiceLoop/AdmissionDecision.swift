/// Carries a decision, whenever it is made, to the connection it is about.
///
/// The connection is held strongly and let go when it is decided or gone: a weak reference would give it a side table,
/// and every retain on the way of every message would take the slow path (6 % of a broadcast).
@ServiceLoop final class AdmissionDecision {
  var admission: Admission?
  var connection: WebSocketConnection?
}
