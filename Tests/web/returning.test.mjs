import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { session } from '../../web/core/local.js';
import { loadWords, speak } from '../../web/ui/words.js';
import { returning } from '../../web/views/join/returning.js';

globalThis.navigator ??= { userAgent: '' };
await speak('zh-CN');
await loadWords(['join']);

const EXPIRES = 1_000_000;
const HUI = { organisation: 'O', member: 'M', name: '阿回' };
const YI = { organisation: 'O', member: 'N', name: '阿乙' };

describe('Who asked to be let in again', () => {
  const real = globalThis.fetch;
  let sent, answers, now, cameIn;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    [sent, answers, now, cameIn] = [[], [], 0, 0];
    session.setItem('return', JSON.stringify({ ...HUI, token: 'T', code: '0042', expires: EXPIRES }));
    globalThis.fetch = async (path, { body }) => {
      sent.push({ path, ...JSON.parse(body) });
      return (answers.shift() ?? lost)();
    };
  });

  afterEach(() => {
    mock.timers.reset();
    globalThis.fetch = real;
    session.removeItem('return');
  });

  const yes = () => Response.json({});
  const refuses = (code, status) => () => Response.json({ code }, { status });
  const is = (state) => () => Response.json({ state });
  const lost = () => {
    throw new TypeError('the line is gone');
  };

  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  };
  const page = (wasHere = HUI) => {
    const app = {
      session: { wasHere },
      clock: { now: () => now },
      draw() {},
      connection: { removed: false },
      orphans: { items: [] },
    };
    return returning(app, () => (cameIn += 1));
  };
  const kept = () => JSON.parse(session.getItem('return') ?? 'null');
  /** What the page would show, as text; and its one button. */
  const shown = (view) => JSON.stringify(view.render());
  const buttons = (node) =>
    [node].flat(Infinity).flatMap(
      (one) => (one?.tag === 'button' ? [one] : one?.children ? buttons(one.children) : []),
    );
  const press = (view) => buttons(view.render())[0].props.onclick();

  /** The page's knocks, one for each answer of `told`, in turn; two requests for the one that finds the door open. */
  async function knocks(...told) {
    const view = page();
    for (const of of told) {
      answers = of;
      mock.timers.tick(3_000);
      await settled();
    }
    view.stop();
    return view;
  }

  test('Who was let in and lost the answer joins again under the same id, however late', async () => {
    await knocks([is('waiting')], [is('allowed'), lost], [() => ((now = EXPIRES), lost())], [yes]);
    assert.deepEqual(sent.map(({ path }) => path), [
      '/api/return/state',
      '/api/return/state',
      '/api/join',
      '/api/join',
      '/api/join',
    ]);
    assert.equal(new Set(sent.slice(2).map(({ id }) => id)).size, 1);
    assert.equal(cameIn, 1);
    assert.equal(kept(), null);
  });

  test('Who is not answered waits until the request has expired, and then asks under another token', async () => {
    const view = await knocks([is('waiting')], [lost], [() => ((now = EXPIRES), is('over')())]);
    assert.equal(cameIn, 0);
    assert.equal(kept(), null);
    assert.match(shown(view), /没有等到确认/);
  });

  test('Who is refused is told so and waits no more', async () => {
    const view = await knocks([is('waiting')], [is('over')]);
    assert.equal(kept(), null);
    assert.match(shown(view), /有人拒绝了/);
    mock.timers.tick(9_000);
    assert.equal(sent.length, 2);
  });

  test('A request is of the member who asked: for whoever was here since it is withdrawn and not shown', async () => {
    answers = [yes];
    const view = page(YI);
    await settled();
    assert.deepEqual(sent, [{ path: '/api/return/withdraw', token: 'T' }]);
    assert.equal(kept(), null);
    assert.doesNotMatch(shown(view), /0042|阿回/);
    answers = [() => Response.json({ token: 'x', code: '0043', expires: EXPIRES })];
    press(view);
    await settled();
    assert.equal(sent[1].member, 'N');
    assert.notEqual(sent[1].token, 'T');
    assert.match(shown(view), /阿乙.*0043/);
    view.stop();
  });

  test('A request kept by a page of before, which does not say whose it is, is withdrawn', async () => {
    session.setItem('return', JSON.stringify({ token: 'T', code: '0042', expires: EXPIRES }));
    page().stop();
    assert.deepEqual(sent, [{ path: '/api/return/withdraw', token: 'T' }]);
  });

  test('Cancelled, or when somebody comes in by another way, a request is withdrawn', async () => {
    for (const end of [press, (view) => view.withdraw()]) {
      session.setItem('return', JSON.stringify({ ...HUI, token: 'T', code: '0042', expires: EXPIRES }));
      const view = page();
      sent = [];
      end(view);
      await settled();
      assert.deepEqual(sent, [{ path: '/api/return/withdraw', token: 'T' }]);
      assert.equal(kept(), null);
      mock.timers.tick(9_000);
      assert.equal(sent.length, 1);
    }
  });

  test('Asked for again after a lost answer, it is the same request, and after a refusal another', async () => {
    session.removeItem('return');
    const view = page();
    for (const answer of [lost, refuses('taken', 409), lost]) {
      answers = [answer];
      press(view);
      await settled();
    }
    const [first, again, other] = sent.map(({ token }) => token);
    assert.equal(first, again);
    assert.notEqual(first, other);
    view.stop();
  });
});
