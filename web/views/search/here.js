/**
 * What this device holds while the network is away: of the logs it follows, and of what the open view has read besides
 * (`app.held`), which is what was said of cards, and the list of actions. Pure over the two.
 */
const KINDS = {
  issue: [
    'issues',
    ({ text, tags = [], role, no, offset }) => ({ title: text, text: tags.join(' '), role, no, offset }),
  ],
  solution: ['solutions', ({ text, due = '', owner }) => ({ title: text, text: due, role: owner })],
  question: ['questions', ({ text, product, answer, no, offset }) => ({
    title: text ?? '',
    text: [product, answer?.words].filter(Boolean).join('\n'),
    no,
    offset,
  })],
  comment: ['comments', ({ text, issue }) => ({ title: text, text: '', issue })],
  action: ['actions', ({ text, reason = '', owner }) => ({ title: text, text: reason, role: owner })],
  marker: ['markers', ({ text, offset }) => ({ title: text ?? '', text: '', offset })],
  entry: ['entries', ({ title, trigger, text, no }) => ({
    title,
    text: [trigger, text].filter(Boolean).join('\n'),
    no,
  })],
};
const MOST = 100;

/** As the server would answer, of what is here: no hidden card of one's own, for the index has none either. */
export function findHere(app, { q, group }) {
  const words = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Map();
  for (const { kind, log, record } of held(app)) {
    if (record.erased || (kind === 'issue' && !record.revealed)) continue;
    const [name, tell] = KINDS[kind];
    const told = tell(record);
    const text = `${told.title}\n${told.text}`.normalize('NFKC').toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const at = record.at ?? record.askedAt ?? null;
    found.set(`${log} ${kind} ${record.id}`, { group: name, kind, log, id: record.id, at, told });
  }
  const groups = {};
  for (const hit of found.values()) groups[hit.group] = (groups[hit.group] ?? 0) + 1;
  const hits = [...found.values()].filter((hit) => !group || hit.group === group);
  return { total: hits.length, page: 1, groups, hits: hits.slice(0, MOST) };
}

/** An action may stand in the list and in its channel's log: it is the same. */
function* held(app) {
  for (const log of app.records.ids) {
    for (const kind of Object.keys(KINDS)) {
      for (const record of app.records.log(log).all(kind)) yield { kind, log, record };
    }
  }
  yield* app.held;
}
