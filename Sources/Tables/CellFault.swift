/// Why a cell cannot be read as what its column holds.
public enum CellFault: Error, Sendable, Equatable {
  case notANumber, notADuration, notADate, notARatio, tooManyDigits, foreignCurrency, twoNumbers, ambiguous

  public var why: Problem.Why {
    switch self {
    case .notANumber: .notANumber
    case .notADuration: .notADuration
    case .notADate: .notADate
    case .notARatio: .notARatio
    case .tooManyDigits: .tooManyDigits
    case .foreignCurrency: .foreignCurrency
    case .twoNumbers: .twoNumbers
    case .ambiguous: .ambiguous
    }
  }
}
