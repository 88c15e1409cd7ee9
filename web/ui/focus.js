/** Whether the focus is somewhere within `selector` at this moment: who writes there keeps the place. */
export const holdsFocus = (selector) => Boolean(globalThis.document?.activeElement?.closest?.(selector));
