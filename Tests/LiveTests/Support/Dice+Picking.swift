import Fixtures
import Identity

extension Dice {
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }
  mutating func identifier() -> Identifier { .random(using: &self) }
}
