/// The statements of `sql/statements`; each case is a file of that name.
enum StatementName: String, CaseIterable, Sendable {
  case append
  case appendCarefully = "append_carefully"
  case keepTexts = "keep_texts"
  case eraseTexts = "erase_texts"
  case keepSeries = "keep_series"
  case keepFigures = "keep_figures"
  case markFigures = "mark_figures"
  case figures
  case figuresDue = "figures_due"
  case rememberActs = "remember_acts"
  case settleActs = "settle_acts"
  case muteActs = "mute_acts"
  case emptyEvents = "empty_events"
  case outdateCheckpoints = "outdate_checkpoints"
  case createLogs = "create_logs"
  case findCommands = "find_commands"
  case loadLog = "load_log"
  case readEvents = "read_events"
  case eventsOfRecord = "events_of_record"
  case readTexts = "read_texts"
  case heads
  case summaries
  case summariesOfLogs = "summaries_of_logs"
  case headsOfLobby = "heads_of_lobby"
  case writeCheckpoint = "write_checkpoint"
  case dropCheckpoint = "drop_checkpoint"
  case pendingActs = "pending_acts"
  case forgetAct = "forget_act"
  case expiredTexts = "expired_texts"
  case series
  case createSession = "create_session"
  case findSession = "find_session"
  case endSession = "end_session"
  case joinedMembers = "joined_members"
  case liveSessions = "live_sessions"
  case sweepPeople = "sweep_people"
  case createLink = "create_link"
  case peekLink = "peek_link"
  case redeemLink = "redeem_link"
  case requestReturn = "request_return"
  case returnRequests = "return_requests"
  case allowReturn = "allow_return"
  case refuseReturn = "refuse_return"
  case returnState = "return_state"
  case withdrawReturn = "withdraw_return"
  case createShare = "create_share"
  case findShare = "find_share"
  case shares
  case revokeShare = "revoke_share"
  case createOrganisation = "create_organisation"
  case organisations
  case installation
  case recordAudit = "record_audit"
  case identify
  case layouts
  case listen
  case notify
  case listenPresence = "listen_presence"
  case notifyPresence = "notify_presence"
  case pulse
  case search
  case searchDue = "search_due"
  case keepSearch = "keep_search"
  case clearSearch = "clear_search"
  case forgetSearch = "forget_search"
  case markSearch = "mark_search"
}
