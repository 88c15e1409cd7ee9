/**
 * What is asked for again and again while the page is in sight, and at once when there is a reason to.
 *
 *     const polling = new Polling({ every, take, changed, page, time })
 *     polling.ask()     now: one question at a time; asked meanwhile, once more after the answer
 *     polling.stop()
 *
 * `take()` asks and takes in the answer: whether anything is different now. It never throws. `changed()` is called when it is.
 * `every`: milliseconds between an answer and the next question.
 */
const DEVICE = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};

export class Polling {
  #every;
  #take;
  #changed;
  #page;
  #time;
  #timer = null;
  #asking = false;
  #again = false;
  #stopped = false;
  #seen = () => this.ask();

  constructor({ every, take, changed, page = document, time = DEVICE }) {
    this.#every = every;
    this.#take = take;
    this.#changed = changed;
    this.#page = page;
    this.#time = time;
    page.addEventListener('visibilitychange', this.#seen);
    this.ask();
  }

  /** Out of sight nothing is asked. */
  async ask() {
    this.#time.clearTimeout(this.#timer);
    if (this.#page.hidden || this.#stopped) return;
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = true;
    this.#again = false;
    const isNew = await this.#take();
    this.#asking = false;
    if (this.#stopped) return;
    if (isNew) this.#changed();
    if (this.#again) this.ask();
    else this.#timer = this.#time.setTimeout(() => this.ask(), this.#every);
  }

  stop() {
    this.#stopped = true;
    this.#time.clearTimeout(this.#timer);
    this.#page.removeEventListener('visibilitychange', this.#seen);
  }
}
