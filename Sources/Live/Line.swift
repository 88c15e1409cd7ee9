/// First in, first out.
struct Line<Element> {
  private var elements: [Element] = []
  private var start = 0

  var count: Int { elements.count - start }
  var isEmpty: Bool { count == 0 }
  var first: Element? { isEmpty ? nil : elements[start] }

  subscript(index: Int) -> Element {
    get { elements[start + index] }
    set { elements[start + index] = newValue }
  }

  mutating func append(_ element: Element) { elements.append(element) }

  /// Back to the front, in their order.
  mutating func prepend(_ returned: [Element]) {
    elements.replaceSubrange(..<start, with: returned)
    start = 0
  }

  @discardableResult
  mutating func removeFirst() -> Element {
    let element = elements[start]
    start += 1
    if start == elements.count {
      elements.removeAll(keepingCapacity: true)
      start = 0
    } else if start >= 64, start * 2 >= elements.count {
      elements.removeFirst(start)
      start = 0
    }
    return element
  }

  /// Takes out those that satisfy `isMeant`, in their order.
  mutating func removeAll(where isMeant: (Element) -> Bool) -> [Element] {
    let all = elements[start...]
    let removed = all.filter(isMeant)
    if !removed.isEmpty {
      elements = all.filter { !isMeant($0) }
      start = 0
    }
    return removed
  }
}
