/**
 * Nothing jumps: what others post while I read or type in a lane waits behind "3 new cards" until I let it in.
 * One gate a lane. Own cards always pass, cards shown stay shown, a card that leaves the lane is forgotten.
 */
export class Arrivals {
  #shown = null;

  /** Splits `issues` into what to show and what waits. `held`: the reader must not be disturbed now. */
  sort(issues, held) {
    if (this.#shown === null || !held) this.#shown = new Set(issues.map(issue => issue.id));
    const present = new Set(issues.map(issue => issue.id));
    this.#shown = new Set([...this.#shown].filter(id => present.has(id)));
    const shown = [];
    const waiting = [];
    for (const issue of issues) {
      if (issue.mine) this.#shown.add(issue.id);
      (this.#shown.has(issue.id) ? shown : waiting).push(issue);
    }
    return { shown, waiting };
  }

  /** Lets everything in at the next look: asked for, or the phase changed. */
  release() {
    this.#shown = null;
  }
}
