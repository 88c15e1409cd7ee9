import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Summaries } from '../../web/views/lobby/summaries.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

class Lobby {
  page = Object.assign(new EventTarget(), { hidden: false });
  asked = [];
  waits = [];
  drawn = 0;
  #run = null;
  #answer = null;

  constructor(early) {
    this.summaries = new Summaries({
      early,
      changed: () => (this.drawn += 1),
      page: this.page,
      read: (path) => {
        this.asked.push(path);
        return new Promise((resolve, reject) => (this.#answer = { resolve, reject }));
      },
      time: {
        setTimeout: (run, ms) => (this.waits.push(ms), (this.#run = run)),
        clearTimeout: () => (this.#run = null),
      },
    });
  }

  async answers(at, logs, since) {
    this.#answer.resolve({ at, logs, ...(since ? { since } : {}) });
    await turn();
  }

  async fails() {
    this.#answer.reject(new Error('away'));
    await turn();
  }

  passes() {
    this.#run?.();
  }

  looks(hidden) {
    this.page.hidden = hidden;
    this.page.dispatchEvent(new Event('visibilitychange'));
  }
}

const room = (log, head, phase) => ({ log, kind: 'room', head, summary: { phase } });

describe("the lobby's summaries", () => {
  test('are asked for every two seconds, and only what has changed', async () => {
    const lobby = new Lobby();
    assert.equal(lobby.summaries.told, false);
    await lobby.answers('b.2', [room('A', 3, 'vote'), room('B', 9, 'closed')]);
    assert.deepEqual([lobby.summaries.told, lobby.summaries.get('A').phase, lobby.drawn], [true, 'vote', 1]);
    lobby.passes();
    await lobby.answers('b.3', [room('A', 4, 'solve')], 'b.2');
    assert.deepEqual(lobby.asked, ['/api/lobby', '/api/lobby?since=b.2']);
    assert.deepEqual(lobby.waits, [2000, 2000]);
    assert.deepEqual([lobby.summaries.get('A').phase, lobby.summaries.get('B').phase, lobby.drawn], [
      'solve',
      'closed',
      2,
    ]);
  });

  test('that were asked for before the page had its scripts are not asked for again', async () => {
    const lobby = new Lobby(Promise.resolve({ at: 'b.1', logs: [room('A', 3, 'vote')] }));
    await turn();
    assert.deepEqual([lobby.asked, lobby.summaries.get('A').phase, lobby.waits], [[], 'vote', [2000]]);
  });

  test('do not draw the page when nothing changed', async () => {
    const lobby = new Lobby();
    await lobby.answers('b.1', [room('A', 3, 'vote')]);
    lobby.passes();
    await lobby.answers('b.1', [], 'b.1');
    assert.equal(lobby.drawn, 1);
  });

  test('of another node take the place of everything', async () => {
    const lobby = new Lobby();
    await lobby.answers('b.2', [room('A', 3, 'vote'), room('B', 9, 'vote')]);
    lobby.passes();
    await lobby.answers('c.1', [room('A', 4, 'solve')]);
    assert.deepEqual([lobby.summaries.get('A').phase, lobby.summaries.get('B')], ['solve', undefined]);
  });

  test('are not asked for out of sight, and at once when looked at again', async () => {
    const lobby = new Lobby();
    await lobby.answers('b.1', []);
    lobby.looks(true);
    lobby.passes();
    assert.equal(lobby.asked.length, 1);
    lobby.looks(false);
    assert.equal(lobby.asked.length, 2);
  });

  test('asked for while a question is on its way are asked for once more after it', async () => {
    const lobby = new Lobby();
    lobby.summaries.ask();
    lobby.summaries.ask();
    await lobby.answers('b.1', []);
    assert.equal(lobby.asked.length, 2);
    await lobby.answers('b.1', [], 'b.1');
    assert.equal(lobby.asked.length, 2);
  });

  test('that cannot be had leave what was known, are asked for again, and do not keep the page empty', async () => {
    const lobby = new Lobby();
    await lobby.fails();
    assert.deepEqual([lobby.summaries.told, lobby.drawn], [true, 1]);
    lobby.passes();
    await lobby.answers('b.1', [room('A', 3, 'vote')]);
    lobby.passes();
    await lobby.fails();
    assert.deepEqual([lobby.summaries.get('A').phase, lobby.waits], ['vote', [2000, 2000, 2000]]);
  });

  test('are asked for no more once the page is left', async () => {
    const lobby = new Lobby();
    lobby.summaries.stop();
    await lobby.answers('b.1', [room('A', 3, 'vote')]);
    lobby.looks(false);
    assert.deepEqual([lobby.asked.length, lobby.drawn], [1, 0]);
  });
});
