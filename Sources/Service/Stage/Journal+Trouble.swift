import Live
import ServiceLoop

extension Journal {
  static func write(_ trouble: Trouble) {
    switch trouble {
    case .checkpointUnreadable(let log, let seq):
      write(.warning, "checkpoint.dropped", ["log": "\(log)", "seq": "\(seq)"])
    case .eventUnreadable(let log, let seq, let field):
      write(.error, "event.unreadable", ["log": "\(log)", "seq": "\(seq)", "field": field])
    case .eventNewer(let log, let seq, let layout):
      write(.error, "event.newer", ["log": "\(log)", "seq": "\(seq)", "layout": "\(layout)"])
    case .appendRejected(let log, let code):
      write(.error, "append.rejected", ["log": "\(log)", "code": code])
    case .logRewound(let log, let head):
      write(.error, "log.rewound", ["log": "\(log)", "from": "\(head)"])
    }
  }
}
