import Tables

/// Why a file that was read is not stored. Raw values are stable: they stand in answers.
enum ImportFault: String, Error, CaseIterable {
  /// What the preview was made on is different now: look again.
  case changed
  /// Something must be answered first.
  case asks
  /// Rows that cannot be stored, and nobody said to leave them out.
  case badRows
  /// Columns that nothing says for sure how to read, brought where nobody can be asked.
  case unsure

  var status: Int { self == .changed ? 409 : 422 }

  var words: String {
    switch self {
    case .changed: "预览之后这里有了变化：请重新预览"
    case .asks: "还有没回答的问题"
    case .badRows: "有几行读不出来：确认跳过才能存"
    case .unsure: "有的列拿不准：请在页面上预览并确认"
    }
  }
}

extension TableFault {
  var words: String {
    switch self {
    case .empty: "文件里没有内容"
    case .notText: "不是文本表格：请另存为 CSV"
    case .spreadsheet: "读不出这个工作簿（有密码、已损坏，或早于 Excel 97）：请另存为 .xlsx 或 CSV 再导入"
    case .tooBig: "行或列太多"
    case .unrecognised: "认不出这张表：缺少必要的列"
    case .productList: "这是商品明细，没有整场合计"
    case .severalShows: "文件里有好几场，认不出是哪一场"
    case .otherDay: "文件里的时间不是这一场的"
    }
  }
}
