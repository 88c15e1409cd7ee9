/** The socket that was opened before the modules had arrived (early.js), for whoever would have opened it. */
/**
 * The socket that was opened to that address, or null. To whoever takes it, it looks like one that has just been opened:
 * what it heard meanwhile comes as the answer to the first thing said on it, which is `hello` and has been said already.
 */
export function takeEarly(address, page = globalThis) {
  const early = page.early?.line;
  if (!early) return null;
  delete page.early.line;
  if (early.address !== address) {
    early.socket.close();
    return null;
  }
  return new Greeted(early);
}

/** The channels' logs that the early hello asked for, or null when there was none. */
export function takeEarlyLists(page = globalThis) {
  const asked = page.early?.lists ?? null;
  if (asked) delete page.early.lists;
  return asked;
}

class Greeted {
  #early;
  #isOver = false;

  constructor(early) {
    this.#early = early;
    const { socket } = early;
    if (early.closed) queueMicrotask(() => this.onclose?.(early.closed));
    else if (socket.readyState === 1) queueMicrotask(() => this.onopen?.());
    else {
      // It will be greeted in both names at once: by its own hello, which is sent, and by that of whoever took it.
      const greet = socket.onopen;
      socket.onopen = (event) => (greet(event), this.onopen?.());
    }
    socket.onclose = (closing) => this.onclose?.(closing);
  }

  get readyState() {
    return this.#early.socket.readyState;
  }

  send(text) {
    if (this.#isOver) return this.#early.socket.send(text);
    this.#isOver = true;
    queueMicrotask(() => {
      this.#early.socket.onmessage = (message) => this.onmessage?.(message);
      for (const message of this.#early.heard) this.onmessage?.(message);
    });
  }

  close() {
    this.#early.socket.close();
  }
}
