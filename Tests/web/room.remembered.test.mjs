/**
 * The room as it is drawn, with parts that are remembered, is at every moment what it would be if all of it were drawn
 * anew: whatever happens in the logs, in the outbox, on the line and under its member's hands.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeElement, told } from './support/document.mjs';
import { pageOnly } from './support/storages.mjs';
import { Listed } from '../../web/core/listed.js';
import { Outbox } from '../../web/core/outbox.js';
import { Presence } from '../../web/core/presence.js';
import { Records } from '../../web/core/records.js';
import { Signal } from '../../web/core/signal.js';
import { ROLES } from '../../web/core/wire.js';
import { patch } from '../../web/ui/dom.js';
import { Drafts } from '../../web/ui/drafts.js';
import { makeFormat } from '../../web/ui/format.js';
import { Later } from '../../web/ui/later.js';
import { loadWords, speak } from '../../web/ui/words.js';

globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
};
globalThis.matchMedia = () => ({ matches: true });
globalThis.requestAnimationFrame = () => {};
globalThis.addEventListener ??= () => {};

const { noticeMove } = await import('../../web/views/room/announce.js');
const { board } = await import('../../web/views/room/board.js');
const { composer } = await import('../../web/views/room/composer.js');
const { issueEditor: editor } = await import('../../web/views/room/editor.js');
const { evidence } = await import('../../web/views/room/evidence.js');
const { header } = await import('../../web/views/room/header.js');
const { Look } = await import('../../web/views/room/look.js');
const { proposer } = await import('../../web/views/room/propose.js');
const { solvePage } = await import('../../web/views/room/solve.js');
const { sparkline } = await import('../../web/views/room/sparkline.js');
const { stack } = await import('../../web/views/room/stack.js');
const { RoomState } = await import('../../web/views/room/state.js');
const { stuck } = await import('../../web/views/room/stuck.js');

await speak('zh-CN');
await loadWords(['metrics', 'live', 'entries', 'room', 'room.solving', 'room.dialogs']);

const ME = { member: 'm1', directory: 'D', name: '阿一', roles: ['host'], lead: true };
const PARTS = { editor, proposer, sparkline, stack, stuck, solve: solvePage };
const STATIONS = ['data', 'collect', 'vote', 'solve', 'closed'];

function shelf() {
  const held = new Map();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => (held.set(name, text), true),
    removeItem: (name) => held.delete(name),
    names: () => [...held.keys()],
  };
}

/** An app as the room knows it, of the page's own parts; nobody is at the other end of its line. */
async function scene() {
  const records = new Records();
  const outbox = new Outbox({ storage: pageOnly() });
  await outbox.open(ME.member);
  outbox.opened(() => {});
  const connection = {
    state: 'live',
    me: ME,
    changed: new Signal(),
    presence: new Presence(() => {}, () => 0),
    follow: () => () => {},
  };
  const app = {
    records,
    outbox,
    connection,
    listed: new Listed({ records, connection, kept: shelf() }),
    drafts: new Drafts(shelf(), () => 0, shelf()),
    draw: () => {},
    clock: { now: () => 1_000_000 },
    f: makeFormat('zh-CN', 'Asia/Shanghai'),
    get directory() {
      return records.log('D');
    },
    get me() {
      const { name, roles, lead } = records.log('D').get('member', ME.member);
      return { ...ME, name, roles, lead };
    },
    name: (id) => records.log('D').get('member', id)?.name ?? '—',
    roleName: (role) => records.log('D').only('organisation')?.labels?.[role] ?? role,
    submit: (log, op, args, more) => outbox.submit({ log, op, args, ...more }),
    showUnsent: () => {},
  };
  const parts = new Later(
    Object.fromEntries(Object.entries(PARTS).map(([name, draw]) => [name, { load: async () => draw }])),
  );
  const ui = new RoomState(app, 'R', parts);
  return { app, ui, now: new Look(app, 'R', ui) };
}

function render({ app, ui, now }) {
  noticeMove(ui, now.room);
  ui.unrolling.finish();
  const page = now.page === 'solve' ? ui.parts.get(app, 'solve')?.(now) : board(now);
  return [header(now), page, evidence(now), composer(now)];
}

/** Where the two part, not all of the page. */
function differs(seen, wanted, words) {
  if (seen === wanted) return;
  const [one, other] = [seen.split('<'), wanted.split('<')];
  const at = one.findIndex((part, n) => part !== other[n]);
  assert.deepEqual(one.slice(at - 3, at + 2), other.slice(at - 3, at + 2), words);
}

const issue = (n, more = {}) => ({
  id: `i${n}`,
  no: n,
  role: ROLES[n % 5],
  kind: 'mistake',
  text: `第${n}张`,
  by: n % 3 ? 'm2' : 'm1',
  revealed: true,
  edited: n,
  ...more,
});

for (let round = 0; round < 2; round++) {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  test(`remembered parts are what they would be drawn anew, seed ${seed}`, async () => {
    let state = seed || 1;
    const random = (n) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % n;
    };
    const any = (list) => list[random(list.length)];
    const place = await scene();
    const { app, ui } = place;
    const at = { C: 1, D: 1, R: 1, S: 1 };
    const snap = (log, put) => app.records.snap({ log, kind: 'any', at: { seq: at[log], tag: 'a', view: 'v' }, put });
    const event = (log, change) => app.records.events({ log, from: ++at[log], events: [{ tag: 'b', ...change }] });
    const put = (log, kind, record) => event(log, { put: { [kind]: [record] } });
    const room = {
      id: 'R',
      phase: 'collect',
      revealed: true,
      title: '复盘',
      shows: ['S'],
      votes: 5,
      facilitator: 'm2',
    };
    const members = ['m1', 'm2', 'm3'].map((id, n) => ({ id, name: `阿${n}`, roles: [ROLES[n]], lead: n === 0 }));
    let next = 130;
    snap('D', {
      member: members,
      organisation: [{ id: 'o', name: '暖冬' }],
      channel: [{ id: 'c', name: '针织', log: 'C' }],
    });
    snap('C', { show: [{ id: 'S', title: '专场', startsAt: 1000, channel: 'c' }] });
    app.listed.at('room');
    app.listed.follow(['c']);
    snap('S', { show: [{ id: 'S', title: '专场', start: 1000, channel: 'c' }] });
    snap('R', { room: [room], issue: Array.from({ length: 129 }, (_, n) => issue(n + 1)) });

    const issues = () => app.records.log('R').all('issue');
    const one = () => any(issues())?.id ?? 'none';
    const change = (part) => {
      const { id } = any(issues());
      put('R', 'issue', { ...app.records.log('R').get('issue', id), edited: ++next, ...part });
    };
    const answered = (item) => {
      if (!item) return;
      const answers = [() => outbox.ack({ id: item.id, seq: 1 }), () => outbox.nack({ id: item.id, code: 'phase' })];
      item.state === 'refused' ? any([() => outbox.retry(item.id), () => outbox.dismiss(item.id)])() : any(answers)();
    };
    const { outbox } = app;
    const happenings = [
      () => put('R', 'issue', issue(++next)),
      () => put('R', 'issue', issue(++next, { anonymous: true, mine: random(2) === 0 })),
      () => change({ text: `改${next}` }),
      () => change({ tags: [any(['价格', '尺码'])] }),
      () => change({ votes: random(5), offset: random(100) * 60 }),
      () => change({ link: { show: 'S', metric: 'gmv', value: random(100), goal: 50 } }),
      () => change({ role: any(ROLES) }),
      () => change({ revealed: random(2) === 0 }),
      () => change({ erased: { at: 5, reason: '隐私' } }),
      () => event('R', { cut: { issue: [one()] } }),
      () => put('R', 'ballot', { id: 'm1', votes: { [one()]: 1 + random(3) } }),
      () =>
        put('R', 'group', { id: `g${random(3)}`, title: any(['', '断货']), issues: [one(), one(), one()], by: 'm2' }),
      () => put('R', 'group', { id: `g${random(3)}`, title: '', issues: [one(), one()], by: 'm2', votes: random(9) }),
      () => event('R', { cut: { group: [`g${random(3)}`] } }),
      () => put('R', 'ballot', { id: 'm1', votes: { [`g${random(3)}`]: 1 + random(3) } }),
      () => put('R', 'handVotes', { id: 'hand', people: 2, votes: { [any([one(), 'g1'])]: random(4) }, left: 3 }),
      () => app.submit('R', 'group.make', { issues: [one(), one()] }),
      () => app.submit('R', 'group.rename', { group: `g${random(3)}`, title: '叫什么' }),
      () => put('R', 'room', { ...app.records.log('R').only('room'), cap: any([undefined, 2]) }),
      () => put('R', 'room', { ...app.records.log('R').only('room'), phase: any(STATIONS), revealed: random(4) > 0 }),
      () => put('R', 'room', { ...app.records.log('R').only('room'), title: `复盘${next++}`, votes: 3 + random(4) }),
      () => put('R', 'progress', { id: 'p', cards: random(9), voted: random(3) }),
      () => put('R', 'solution', { id: `s${random(4)}`, text: `办法${next++}`, kind: 'sop', owner: 'host', by: 'm1' }),
      () => put('D', 'member', { ...any(members), name: `新${next++}`, roles: [any(ROLES)], lead: random(2) === 0 }),
      () => put('D', 'organisation', { id: 'o', name: '暖冬', labels: { [any(ROLES)]: `叫${next++}` } }),
      () => put('S', 'latest', { id: 'l', values: { gmv: random(1000) }, from: {} }),
      () => put('S', 'goal', { id: 'gmv', metric: 'gmv', value: 1 + random(1000) }),
      () => put('C', 'thresholds', { id: 'thresholds', near: 1 + random(30), far: 40 + random(50) }),
      () => event('C', { cut: { thresholds: ['thresholds'] } }),
      () => put('C', 'show', { id: 'S', title: `专场${next++}`, startsAt: 1000, channel: 'c' }),
      () => app.submit('R', 'issue.edit', { issue: one(), text: `我改${next++}` }),
      () => app.submit('R', 'issue.tag', { issue: one(), tags: ['我的'] }),
      () => app.submit('R', 'vote.set', { issue: one(), votes: random(4) }),
      () => app.submit('R', 'issue.post', { role: any(ROLES), kind: 'puzzle', text: `我写${next++}` }),
      () => app.submit('R', 'issue.withdraw', { issue: one() }),
      () => answered(any(outbox.items('R'))),
      () => ui.attend(any([one(), null])),
      () => ui.leave(any([one(), null])),
      () => ui.overspend(any([one(), null])),
      () => ui.edits.open(any([one(), null, null])),
      () => ui.columns.siftBy(any(['价格', '我的'])),
      () => ui.columns.showLane(any(ROLES)),
      () => ui.looking.lookAt(any([{ phase: 'vote' }, { phase: 'solve' }, null])),
      () => ui.pointing.pointAt(random(100)),
      () => ui.pointing.open(random(2) === 0),
      () => ui.proposing.answer(one(), random(2) === 0),
      () => ui.opened.show(any([{ name: 'link', issue: null }, null])),
      () => ui.composing.change({ kind: any(['mistake', 'puzzle']), anonymous: random(2) === 0 }),
      () => ui.composing.fill({ minute: any(['', '12:00', '?']) }),
      () => ui.composing.attend(any(['issue', null])),
      () => app.drafts.type('issue:R', any(['', '写到一半'])),
      () => app.drafts.write('solution:R', any(['', '想到一半'])),
      () => app.connection.presence.hear({ log: 'R', members: { m3: any(['reading', 'writing', null]) } }),
      () => {
        app.connection.state = any(['live', 'offline']);
        app.connection.changed.emit(app.connection.state);
      },
    ];

    const root = new FakeElement('div');
    for (let step = 0; step < 120; step++) {
      const happening = any(happenings);
      happening();
      if (random(8) === 0) await Promise.resolve();
      patch(root, render(place));
      patch(root, render(place)); // a long column is whole in its second drawing
      const anew = new FakeElement('div');
      patch(anew, render(place));
      differs(told(root), told(anew), `step ${step}: ${happening}`);
    }
  });
}
