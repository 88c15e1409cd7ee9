// Foundation for compatibility composition only: the standard library has no public way to make NFKC.
import Foundation

extension String {
  /// NFKC. What is of ASCII and common Chinese characters alone is that already.
  var composedAlike: String {
    let isPlain = unicodeScalars.allSatisfy { $0.value < 0x80 || (0x4E00...0x9FFF).contains($0.value) }
    return isPlain ? self : precomposedStringWithCompatibilityMapping
  }
}
