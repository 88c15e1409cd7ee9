import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFormat } from '../../web/ui/format.js';
import { chat } from '../../web/views/report/chat.js';
import { content } from '../../web/views/report/content.js';
import { fitted, HEIGHT, layout, WIDTH } from '../../web/views/report/picture.js';
import { plain, text } from '../../web/views/report/text.js';
import { ReportReader } from '../../web/views/room/reportreader.js';
import { perIssue, trend } from '../../web/views/report/trend.js';
import { words } from './support/report-words.mjs';

const at = Date.parse('2026-03-12T11:58:00Z');
const f = makeFormat('zh-CN', 'Asia/Shanghai', () => at);
const tools = {
  f,
  t: words,
  roleName: (role) => ({ floor: '场控', backstage: '中控' })[role] ?? role,
  name: () => null,
};

const report = (more = {}) => ({
  title: '羊绒专场 复盘',
  closedAt: at + 86_400_000,
  counts: { issues: 3, talked: 2, promoted: 1, people: 6, reviewing: 108 * 60_000, solving: 40 * 60_000, answers: 0 },
  shows: [{
    title: '羊绒专场',
    channel: '暖冬针织',
    start: at,
    end: at + 4 * 3_600_000,
    values: { gmv: 231200, avg_online: 356, watch_uv: 12000 },
    goals: { gmv: 228000, avg_online: 409 },
    thresholds: { near: 10, far: 30 },
  }],
  decisions: [
    {
      id: 'a',
      text: '双人核价\n再回「已核」',
      kind: 'sop',
      owner: 'backstage',
      issues: [5],
      votes: 6,
      promotion: 'done',
    },
    {
      id: 'b',
      text: '',
      kind: 'sop',
      owner: 'floor',
      due: '下一场',
      issues: [],
      votes: 0,
      erased: { at, reason: '要求' },
    },
  ],
  topics: [{ id: 'i', no: 5, role: 'backstage', kind: 'mistake', text: '链接挂错五分钟', offset: 7080, votes: 6 }],
  ...more,
});

test('a report says its shows, numbers against goals, decisions and topics in lines', () => {
  const told = content(report(), tools);
  assert.equal(told.under, '暖冬针织 · 3月12日周四 19:58–23:58');
  assert.equal(told.about, '3月13日周五 · 108 分钟 · 6 人写过、投过或打过分');
  assert.deepEqual(told.shows[0].numbers.map(({ text, goal, gap }) => [text, goal, gap?.text]), [
    ['23.12万元', '22.8万元', '▲ +1.4%'],
    ['1.2万人', null, undefined],
    ['356人', '409人', '▼ −13%'],
  ]);
  assert.deepEqual(told.decisions.map((one) => [one.text, one.from, one.due, one.inPlaybook]), [
    ['双人核价 再回「已核」', '#5 · 6 票', null, true],
    ['', '', '下一场', false],
  ]);
  assert.equal(told.topics[0].at, '1:58:00');
});

test('as text it is Markdown in which nothing that people wrote is markup', () => {
  const hostile = report({ title: '# [点我](javascript:alert(1))', topics: [] });
  hostile.decisions[0].text = '1. <b>粗</b> *强* `码` | 表';
  const told = text(content(hostile, tools), tools);
  assert.match(told, /^# \\# \\\[点我\\\]/);
  assert.match(told, /1\. 1\\\. \\<b\\>粗\\<\/b\\> \\\*强\\\* \\`码\\` \\\| 表 — 中控/);
  assert.match(told, /2\. （文字已抹除） — 场控 · 到下一场/);
  for (
    const [words, told] of [
      ['- 一条', '\\- 一条'],
      ['---', '\\---'],
      ['# 题', '\\# 题'],
      ['#2 说过了', '#2 说过了'],
      ['-5%', '-5%'],
      ['1) 一条', '1\\) 一条'],
      ['1.5 倍', '1.5 倍'],
    ]
  ) assert.equal(plain(words), told);
});

test('where nothing was decided it says so, and the rest stays', () => {
  const told = text(content(report({ decisions: [] }), tools), tools);
  assert.match(told, /没有定下办法。/);
  assert.match(told, /链接挂错五分钟/);
});

const left = () =>
  report({
    decisions: [],
    proposed: [{ ...report().decisions[0], promotion: undefined, text: '播前走查' }],
    parked: [{ ...report().topics[0], id: 'p', no: 7, text: '灯光太暗', offset: undefined, votes: 0 }],
  });

test('what was proposed and not chosen, and what was put off, stand by themselves and are called nothing else', () => {
  const told = content(left(), tools);
  assert.deepEqual(text(told, tools).split('\n').slice(6, 17), [
    '## 定下 0 条办法',
    '没有定下办法。',
    '',
    '## 提过、没选定 1 条',
    '- 播前走查 — 中控 · #5 · 6 票',
    '',
    '## 票最多的',
    '1. 链接挂错五分钟 — 6 票 · 中控 kind.mistake · 1:58:00',
    '',
    '## 停放 1 张卡片',
    '- 灯光太暗 — 中控 kind.mistake',
  ]);
  assert.deepEqual(chat(told, tools).split('\n').slice(3), [
    '没有定下办法。',
    '',
    '提过、没选定 1 条',
    '· 播前走查（中控）',
    '',
    '停放 1 张卡片',
    '· 灯光太暗',
  ]);
  const painted = layout(told, { ...tools, measure }).map(({ text }) => text);
  for (const words of ['没有定下办法。', '提过、没选定 1 条', '播前走查', '停放 1 张卡片', '灯光太暗']) {
    assert.ok(painted.includes(words), words);
  }
});

const measure = (words, size) =>
  [...words].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? size : size * 0.55), 0);

test('the picture keeps within its frame, and counts what does not fit', () => {
  const many = (n, make) => Array.from({ length: n }, (_, i) => make(i));
  const full = report({
    decisions: many(30, (n) => ({ ...report().decisions[0], id: `${n}`, text: `第${n}个办法`.repeat(20) })),
    actions: many(
      30,
      (n) => ({ id: `${n}`, text: `第${n}件待办`, owner: 'floor', state: 'todo', due: { next: true } }),
    ),
    topics: many(8, (n) => ({ ...report().topics[0], id: `${n}` })),
  });
  const fuller = { ...full, title: '很长的标题'.repeat(9), proposed: full.decisions, parked: full.topics };
  for (const one of [report(), full, fuller, left(), report({ shows: [], decisions: [], topics: [] })]) {
    const paint = layout(content(one, tools), { ...tools, measure });
    for (const { rule, text, x, y, size, right } of paint) {
      assert.ok((rule ?? y) <= HEIGHT, `${text} at ${y}`);
      if (text === undefined) continue;
      assert.ok(right ? x - measure(text, size) >= 0 : x + measure(text, size) <= WIDTH - 60, text);
    }
  }
  const told = layout(content(full, tools), { ...tools, measure }).map(({ text }) => text);
  assert.equal(told.filter((text) => /^另 \d+ 件$/.test(text)).length, 3);
  const all = layout(content(fuller, tools), { ...tools, measure }).map(({ text }) => text);
  for (const words of ['定下 30 条办法', '提过、没选定 30 条', '待办 30 件', '票最多的', '停放 8 张卡片']) {
    assert.ok(all.includes(words), words);
  }
});

test('a line is broken within its width, and no line begins with a stop', () => {
  const rows = fitted('一二三四五，六七八九十', 5 * 10, 10, 3, measure);
  assert.deepEqual(rows, ['一二三四五，', '六七八九十']);
  assert.deepEqual(fitted('一二三四五六', 30, 10, 1, measure), ['一二…']);
  assert.deepEqual(fitted('SKU-2026 链接', 60, 10, 2, measure), ['SKU-2026 链', '接']);
});

test('a report is read again when what it is made of has changed, once at a time, and keeps the last when cut off', async () => {
  const asked = [];
  const read = () => new Promise((resolve, reject) => asked.push({ resolve, reject }));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const reader = new ReportReader('room', () => {}, { read });
  reader.want('one');
  reader.want('two');
  assert.equal(asked.length, 1);
  asked[0].resolve({ title: 'one' });
  await turn();
  assert.equal(asked.length, 2);
  asked[1].resolve({ title: 'two' });
  await turn();
  reader.want('two');
  assert.equal(asked.length, 2);
  reader.want('three');
  asked[2].reject(Object.assign(new Error(), { code: 'offline' }));
  await turn();
  assert.equal(reader.report.title, 'two');
  assert.equal(reader.failed.code, 'offline');
});

test('minutes a card are co-creation’s for each that was talked about', () => {
  assert.equal(perIssue({ solving: 40 * 60_000, talked: 6 }), 6.7);
  assert.equal(perIssue({ solving: 0, talked: 6 }), undefined);
  assert.equal(perIssue(undefined), undefined);
});

const earlier = (n, summary, answered) => ({
  log: `room ${n}`,
  at: at - n * 7 * 86_400_000,
  summary: { title: `第 ${n} 场`, phase: 'closed', ...summary },
  ...(answered ? { answered } : {}),
});

test('over the last reviews it says what each came to and of what, and what stood in the middle before', () => {
  const past = [
    earlier(1, { solving: 30 * 60_000, talked: 3, worth: 4.2 }, { done: 1, all: 4 }),
    earlier(2, { phase: 'solve', solving: 90 * 60_000, talked: 1 }),
    earlier(3, { solving: 40 * 60_000, talked: 5 }, { done: 3, all: 4 }),
  ];
  const told = trend(report({ log: 'room 0', openedAt: at, past, answered: { done: 2, all: 3 } }), tools);
  assert.deepEqual(told.reviews.map(({ log }) => log), ['room 3', 'room 1', 'room 0']);
  const [perIssue, answered, worth] = told.lines;
  assert.deepEqual(perIssue.values, [8, 10, 20]);
  assert.equal(perIssue.beside, '前 2 场中位 9 分');
  assert.deepEqual(answered.values, [75, 25, 67]);
  assert.equal(told.reviews[2].told.answered.from, '2 / 3');
  assert.equal(told.reviews[0].told.perIssue.from, '40 分 ÷ 5 张');
  // Where the mean is not told, there is none to draw.
  assert.deepEqual(worth.values, [null, 4.2, null]);
  assert.equal(worth.text, '这场还没有');
});

test('where there was no review before, or none that tells anything, nothing is compared', () => {
  assert.equal(trend(report({ log: 'room 0', openedAt: at }), tools), null);
  assert.equal(trend(report({ log: 'room 0', openedAt: at, past: [earlier(1, {})] }), tools), null);
  const many = Array.from({ length: 20 }, (_, n) => earlier(n + 1, { solving: 60_000, talked: 1 }));
  assert.equal(trend(report({ log: 'room 0', openedAt: at, past: many }), tools).reviews.length, 12);
});

test('to a chat group it is short and without marks: decisions, who does what until when, and the link', () => {
  const actions = [
    { id: '1', text: '写一张 **三十秒** 交接词', owner: 'floor', state: 'todo', due: { day: '2026-03-14' } },
    { id: '2', text: '做完的', owner: 'floor', state: 'done' },
    ...Array.from(
      { length: 9 },
      (_, n) => ({ id: `a${n}`, text: `第 ${n} 件`, owner: 'backstage', state: 'doing', due: { next: true } }),
    ),
  ];
  const told = content(report({ actions }), tools);
  assert.deepEqual(chat(told, { ...tools, link: 'https://a.example/report#x' }).split('\n'), [
    '【羊绒专场 复盘】',
    '3月13日周五 · 108 分钟 · 6 人写过、投过或打过分',
    '',
    '定下 2 条办法',
    '1. 双人核价 再回「已核」（中控）',
    '2. （文字已抹除）（场控 · 到下一场）',
    '',
    '待办 10 件',
    '· 写一张 三十秒 交接词（场控 · 3月14日）',
    ...Array.from({ length: 7 }, (_, n) => `· 第 ${n} 件（中控 · 下一场）`),
    '另 2 件',
    '',
    '看报告：https://a.example/report#x',
  ]);
  const empty = chat(content(report({ decisions: [] }), tools), tools);
  assert.equal(empty, '【羊绒专场 复盘】\n3月13日周五 · 108 分钟 · 6 人写过、投过或打过分\n\n没有定下办法。');
  const long = content(report({ decisions: [{ ...report().decisions[0], text: '很长'.repeat(100) }] }), tools);
  assert.match(chat(long, tools), /^1\. .{47}…（中控）$/m);
});
