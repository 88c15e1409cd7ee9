import Identity
import JSON

extension Question {
  private enum Member: String, CaseIterable {
    case id, no, offset, askedAt, loggedAt, wording, masked, kept, source, group, user, customer, product, category
    case urgency, status, plus, onAir, answer, issue, by, edits, erased, imported, file
    case isFileWithdrawn
  }
  private static let members = JSONWords<Member>()
  private static let sources = JSONWords<QuestionSource>()
  private static let customers = JSONWords<Customer>()
  private static let categories = JSONWords<QuestionCategory>()
  private static let urgencies = JSONWords<Urgency>()
  private static let statuses = JSONWords<QuestionStatus>()

  /// As the synthesized conformance describes it: there are thousands of a show.
  func writeStored(into json: inout JSONWriter) throws {
    json.member("id", id)
    json.member("no", no)
    json.member("offset", offset)
    json.member("askedAt", askedAt)
    json.member("loggedAt", loggedAt)
    json.member("wording", wording?.id)
    json.member("masked", masked)
    if !kept.isEmpty { json.member("kept", kept) }
    json.member("source", source?.rawValue)
    json.member("group", group?.id)
    json.member("user", user?.id)
    json.member("customer", customer?.rawValue)
    json.member("product", product?.id)
    json.member("category", category?.rawValue)
    json.member("urgency", urgency?.rawValue)
    json.member("status", status.rawValue)
    json.member("plus", plus)
    json.member("onAir", onAir)
    try json.member("answer", encoding: answer)
    try json.member("issue", encoding: issue)
    json.member("by", by)
    json.object("edits") { edits.writeStored(into: &$0) }
    try json.member("erased", encoding: erased)
    json.member("imported", imported)
    json.member("file", file)
    if isFileWithdrawn { json.member("isFileWithdrawn", true) }
  }

  init(stored cursor: inout JSONCursor) throws {
    var (id, no, offset, plus): (String?, Int?, Int?, Int?)
    var (askedAt, loggedAt): (Int64?, Int64?)
    var (wording, group, user, product): (Wording?, Wording?, Wording?, Wording?)
    var (masked, kept): ([String], [String]) = ([], [])
    var (source, customer, category): (QuestionSource?, Customer?, QuestionCategory?)
    var (urgency, status, onAir): (Urgency?, QuestionStatus?, Bool?)
    var (answer, issue, by, edits, erased): (Answer?, Link?, Identifier?, Edits?, Erasure?)
    var (imported, file, isFileWithdrawn): (Bool?, String?, Bool) = (nil, nil, false)
    try cursor.members(Self.members) { member, cursor in
      switch member {
      case .id: id = try cursor.string()
      case .no: no = try cursor.int()
      case .offset: offset = try cursor.int()
      case .askedAt: askedAt = try cursor.int()
      case .loggedAt: loggedAt = try cursor.int()
      case .wording: wording = Wording(id: try cursor.string())
      case .masked: try cursor.elements { masked.append(try $0.string()) }
      case .kept: try cursor.elements { kept.append(try $0.string()) }
      case .source: source = try cursor.word(Self.sources)
      case .group: group = Wording(id: try cursor.string())
      case .user: user = Wording(id: try cursor.string())
      case .customer: customer = try cursor.word(Self.customers)
      case .product: product = Wording(id: try cursor.string())
      case .category: category = try cursor.word(Self.categories)
      case .urgency: urgency = try cursor.word(Self.urgencies)
      case .status: status = try cursor.word(Self.statuses)
      case .plus: plus = try cursor.int()
      case .onAir: onAir = try cursor.bool()
      case .answer: answer = try cursor.decode()
      case .issue: issue = try cursor.decode()
      case .by: by = try cursor.identifier()
      case .edits: edits = try Edits(stored: &cursor)
      case .erased: erased = try cursor.decode()
      case .imported: imported = try cursor.bool()
      case .file: file = try cursor.string()
      case .isFileWithdrawn: isFileWithdrawn = try cursor.bool()
      }
    }
    self.init(
      id: try id.orMissing("id"), no: try no.orMissing("no"), offset: try offset.orMissing("offset"),
      askedAt: try askedAt.orMissing("askedAt"), loggedAt: try loggedAt.orMissing("loggedAt"), wording: wording,
      masked: masked, kept: kept, source: source, group: group, user: user, customer: customer, product: product,
      category: category, urgency: urgency, status: try status.orMissing("status"), plus: try plus.orMissing("plus"),
      onAir: try onAir.orMissing("onAir"), answer: answer, issue: issue, by: try by.orMissing("by"),
      edits: try edits.orMissing("edits"), erased: erased, imported: imported, file: file,
      isFileWithdrawn: isFileWithdrawn)
  }
}
