/** What this device holds of the logs it follows, while the network is away. Pure over `app.records`. */
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
  marker: ['markers', ({ text, offset }) => ({ title: text ?? '', text: '', offset })],
  entry: ['entries', ({ title, trigger, text, no }) => ({
    title,
    text: [trigger, text].filter(Boolean).join('\n'),
    no,
  })],
};
const MOST = 100;

/** As the server would answer, of what is here: no hidden card of one's own, for the index has none either. */
export function findHere(app, { q, group, logs }) {
  const words = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const found = [];
  for (const log of logs) {
    const records = app.records.log(log);
    for (const [kind, [name, tell]] of Object.entries(KINDS)) {
      for (const record of records.all(kind)) {
        if (record.erased || (kind === 'issue' && !record.revealed)) continue;
        const told = tell(record);
        const text = `${told.title}\n${told.text}`.normalize('NFKC').toLowerCase();
        if (!words.every((word) => text.includes(word))) continue;
        found.push({ group: name, kind, log, id: record.id, at: record.at ?? record.askedAt ?? null, told });
      }
    }
  }
  const groups = {};
  for (const hit of found) groups[hit.group] = (groups[hit.group] ?? 0) + 1;
  const hits = found.filter((hit) => !group || hit.group === group);
  return { total: hits.length, page: 1, groups, hits: hits.slice(0, MOST) };
}
