/** Where a figure is from, in words: its definition and version, the numbers it is of, or what it was worked out from. */
import { h, patch } from './dom.js';
import { knows, t } from './words.js';

/** As the tooltip of what is pointed at. */
export async function hint(app, node, figure) {
  const lines = await linesOf(app, figure);
  node.title = lines.map(([name, ...words]) => `${name}：${words.join('\n')}`).join('\n');
}

let close = null;

/** As a card beside it, which has the focus until something else is pressed; then it is back where it was. */
export async function show(app, node, figure) {
  const lines = await linesOf(app, figure);
  close?.();
  const card = Object.assign(document.createElement('div'), { className: 'origin', tabIndex: -1 });
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', t('origin.title'));
  patch(card, [
    h('p', { class: 'of' }, t(`metric.${figure.metric}`), ' ', h('b', null, whole(app, figure))),
    h(
      'dl',
      null,
      lines.map(([name, ...words]) =>
        h('div', { key: name }, h('dt', null, name), words.map((word, n) => h('dd', { key: n }, word)))
      ),
    ),
  ]);
  const shown = new AbortController();
  close = () => {
    shown.abort();
    if (card.contains(document.activeElement)) node.focus({ preventScroll: true });
    card.remove();
    close = null;
  };
  // Before any listener of the page: Esc is this card's.
  const first = { capture: true, signal: shown.signal };
  const leave = ({ target }) => !card.contains(target) && close?.();
  document.body.append(card);
  place(card, node.getBoundingClientRect());
  card.focus({ preventScroll: true });
  addEventListener('pointerdown', leave, first);
  addEventListener('focusin', leave, first);
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close?.();
  }, first);
}

/** Below it, or above where there is no room; a narrow screen has it at its foot (origin.css). */
function place(card, at) {
  const { width, height } = card.getBoundingClientRect();
  const below = at.bottom + 6 + height <= innerHeight;
  card.style.setProperty('--left', `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`);
  card.style.setProperty('--top', `${below ? at.bottom + 6 : Math.max(8, at.top - height - 6)}px`);
}

/** With what 万 rounds away. */
function whole({ f }, { metric, value }) {
  const short = f.metric(metric, value);
  return Math.abs(value) >= 10_000 ? `${short}（${value.toLocaleString('en-US')}）` : short;
}

async function linesOf(app, figure) {
  const { metric } = figure;
  const formula = knows(`formula.${metric}`) ? t(`formula.${metric}`) : t('origin.counted');
  const told = (await figure.of?.()) ?? null;
  return [
    [t('origin.definition'), formula, t('origin.version', { n: told?.latest?.versions?.[metric] ?? 1 })],
    ...from(app, figure, told),
  ];
}

function from(app, figure, told) {
  if (figure.among) return median(app, figure);
  return figure.proposed ? asProposed(app, figure.proposed()) : source(app, figure, told);
}

/** An entry keeps the number that was known when it was proposed. */
function asProposed({ f }, show) {
  const words = show
    ? t('origin.proposedIn', { show: `${f.date(show.startsAt)} ${show.title}` })
    : t('origin.proposed');
  return [[t('origin.source'), words]];
}

function median({ f }, { metric, among }) {
  return [[
    t('origin.source'),
    t('origin.median', { n: among.length }),
    ...among.map(({ title, start, value }) => `${f.date(start)} ${title}　${f.metric(metric, value)}`),
  ]];
}

function source(app, { metric, snapshot: noted }, told) {
  const id = noted ?? told?.latest?.from?.[metric];
  const snapshot = id === undefined ? null : told?.snapshot?.(id) ?? told?.snapshots?.[id] ?? null;
  if (!told || !snapshot) return [[t('origin.source'), t('origin.unknown')]];
  const name = nameOf(app, snapshot, told);
  const isDerived = noted ? snapshot.values?.[metric] === undefined : told.latest.derived?.includes(metric);
  const lines = isDerived
    ? [[t('origin.source'), t('origin.derived')], [t('origin.newest'), name]]
    : [[t('origin.source'), name]];
  if (noted) lines.push([t('origin.noted'), t(snapshot.withdrawn ? 'origin.notedWithdrawn' : 'origin.notedThen')]);
  return lines;
}

function nameOf(app, { source: kind, label, file, at, by }, { file: fileOf }) {
  const what = t(`origin.from.${kind}`);
  const named = file ? fileOf?.(file)?.name : null;
  return [`${what}${label ? `「${label}」` : ''}`, named, app.f.when(at), app.name(by)].filter(Boolean).join(' · ');
}
