/**
 * Enter submits, never in the middle of a Chinese word. While an input method composes, browsers say so with
 * `isComposing` or key code 229; Safari ends the composition *before* it reports the Enter that chose the word, so an
 * Enter within a moment of `compositionend` belongs to the composition as well.
 *
 *     h('textarea', { ...onEnter(submit), oninput })
 *
 * Shift+Enter (and Alt+Enter) break the line. Esc calls `leave`, not while composing either.
 */
const SAFARI_MOMENT = 60;

export class EnterGuard {
  #endedAt = -Infinity;

  /** `timeStamp` of a compositionend event. */
  compositionEnded(timeStamp) {
    this.#endedAt = timeStamp;
  }

  /** What a keydown means: `'submit'`, `'leave'` or null. */
  meaning({ key, keyCode, isComposing, shiftKey, altKey, ctrlKey, metaKey, timeStamp = Infinity }) {
    if (isComposing || keyCode === 229) return null;
    if (key === 'Escape') return timeStamp - this.#endedAt < SAFARI_MOMENT ? null : 'leave';
    if (key !== 'Enter' || shiftKey || altKey) return null;
    if (timeStamp - this.#endedAt < SAFARI_MOMENT && !ctrlKey && !metaKey) return null;
    return 'submit';
  }
}

const guards = new WeakMap();

function guard(node) {
  if (!guards.has(node)) guards.set(node, new EnterGuard());
  return guards.get(node);
}

export function onEnter(submit, leave) {
  return {
    oncompositionend: (event) => guard(event.currentTarget).compositionEnded(event.timeStamp),
    onkeydown: (event) => {
      const meaning = guard(event.currentTarget).meaning(event);
      if (meaning === 'submit') {
        event.preventDefault();
        submit(event);
      } else if (meaning === 'leave' && leave) {
        event.preventDefault();
        leave(event);
      }
    },
  };
}
