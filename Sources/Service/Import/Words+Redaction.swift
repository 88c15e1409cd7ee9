import Metrics
import Privacy

// Words in files are redacted like typed ones, before anything is made of them.

extension String {
  /// As it is stored, of at most so many code points.
  func redacted(most: Int) -> String {
    String(String.UnicodeScalarView(Redaction.redact(self).text.unicodeScalars.prefix(most)))
  }
}

extension ShowRow {
  /// Its title is what known shows are called by.
  var redacted: ShowRow {
    ShowRow(line: line, title: title?.redacted(most: 60), start: start, end: end, readings: readings, note: note)
  }
}
