import Board

/// Who gets the same bytes: everyone whom no record knows in person, by whether they lead.
enum Audience: CaseIterable {
  case common, lead

  init(isLead: Bool) { self = isLead ? .lead : .common }

  var viewer: Viewer { Viewer(member: nil, isLead: self == .lead) }
}
