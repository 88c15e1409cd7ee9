/** Time that passes when told to. */
export class FakeTime {
  #now = 1_000_000;
  #due = new Map();
  #next = 1;
  /** What somebody set the device's clock by. */
  set = 0;
  now = () => this.#now;
  wall = () => this.#now + this.set;
  setTimeout = (run, ms) => this.#plan(run, ms);
  setInterval = (run, ms) => this.#plan(run, ms, ms);
  clearTimeout = (timer) => this.#due.delete(timer);
  clearInterval = (timer) => this.#due.delete(timer);

  tick(ms) {
    const end = this.#now + ms;
    for (;;) {
      const [timer, plan] = [...this.#due].sort(([, one], [, other]) => one.at - other.at)[0] ?? [];
      if (!plan || plan.at > end) break;
      this.#now = plan.at;
      if (plan.every) plan.at += plan.every;
      else this.#due.delete(timer);
      plan.run();
    }
    this.#now = end;
  }

  #plan(run, ms, every = null) {
    this.#due.set(this.#next, { run, at: this.#now + ms, every });
    return this.#next++;
  }
}
