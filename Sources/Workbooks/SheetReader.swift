/// The cells of a sheet.
final class SheetReader: PartReader {
  private let rendering: CellRendering
  private let budget: Budget
  private var rows: [Workbook.Row] = []
  private var merged: [CellRange] = []

  private var isInData = false
  /// Of the row, from 1. It rises from row to row, whatever they say: one that names no line behind the last has the next.
  private var line = 0
  private var cells: [String] = []
  /// The next cell's, from 0, where it does not say.
  private var column = 0
  private var kind: String?
  private var style = 0
  private var words = CellWords()
  private var isInCell = false

  init(_ rendering: CellRendering, _ budget: Budget) {
    self.rendering = rendering
    self.budget = budget
  }

  func open(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "sheetData": isInData = true
    case "row" where isInData:
      let told = try attributes["r"].map(Self.line) ?? 0
      line = max(told, line + 1)
      guard line <= CellPlace.lines else { throw .damaged }
      (cells, column) = ([], 0)
    case "c" where isInData:
      if let place = attributes["r"] {
        guard let place = CellPlace(place) else { throw .damaged }
        column = place.column
      }
      guard column < CellPlace.columns else { throw .damaged }
      kind = attributes["t"]
      style = attributes["s"].flatMap { Int($0) } ?? 0
      words.clear()
      isInCell = true
    // A cell's value is its text, unless it has that within.
    case "v" where isInCell && kind != "inlineStr": words.open("t")
    case "t", "rPh": if isInCell, kind == "inlineStr" { words.open(name) }
    case "mergeCell":
      guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { throw .damaged }
      try budget.take(cells: 1)
      merged.append(range)
    default: break
    }
  }

  func close(_ name: String) throws(WorkbookFault) {
    switch name {
    case "sheetData": isInData = false
    case "row" where isInData: try finishRow()
    case "c" where isInCell: try finishCell()
    case "v": words.close("t")
    case "t", "rPh": if isInCell, kind == "inlineStr" { words.close(name) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInCell { words.append(bytes) } }

  /// The rows, after the sheet's end.
  func finished() throws(WorkbookFault) -> [Workbook.Row] { try rows.blanked(where: merged, budget) }

  private func finishCell() throws(WorkbookFault) {
    isInCell = false
    let value = words.string
    defer { column += 1 }
    if value.isEmpty { return }
    let text = try rendering.text(value, kind: kind, style: style)
    if text.isEmpty { return }
    if column >= cells.count {
      let before = cells.count
      cells += Array(repeating: "", count: column + 1 - before)
      try budget.take(cells: column + 1 - before)
    }
    cells[column] = text
  }

  private func finishRow() throws(WorkbookFault) {
    if !cells.isEmpty { rows.append(Workbook.Row(line: line, cells: cells)) }
    cells = []
  }

  private static func line(_ text: String) throws(WorkbookFault) -> Int {
    guard let line = Int(text), (1...CellPlace.lines).contains(line) else { throw .damaged }
    return line
  }
}
