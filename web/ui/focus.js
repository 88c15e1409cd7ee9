/** Whether the focus is somewhere within `selector` at this moment: who writes there keeps the place. */
export const holdsFocus = (selector) => Boolean(globalThis.document?.activeElement?.closest?.(selector));

/** Where the focus is within `root`, as a way down through its children; the same way leads there when all was made anew. */
export function focused(root) {
  const way = [];
  let node = document.activeElement;
  if (!root.contains(node)) return way;
  for (; node !== root; node = node.parentNode) way.unshift([...node.parentNode.children].indexOf(node));
  return way;
}

export function focusAgain(root, way) {
  if (way.length > 0) way.reduce((node, index) => node?.children[index], root)?.focus();
}
