/** What stands beside the columns: which show, what could not be read, what would become of it, and the button. */
import { h } from '../../ui/dom.js';
import { afterDrawing } from '../../ui/textfield.js';
import { refusal, t } from '../../ui/words.js';
import { after, changedCount } from './after.js';
import { amount, isHopeless, isOtherDay, isUnmapped } from './asking.js';
import { faultLine } from './failed.js';
import { problems } from './problems.js';
import { takingLine } from './result.js';
import { listed } from './saying.js';
import { channelChoice } from './where.js';
import { which } from './which.js';

export function side(view) {
  const { bringing } = view;
  const { preview, kinds, part, note } = bringing;
  const shown = preview.parts.find(({ kind }) => kind === part);
  const stored = preview.parts.filter(({ kind }) => kinds.includes(kind));
  return h(
    'aside',
    { class: 'import-side', key: 'side' },
    note && noteLine(bringing),
    (preview.known || preview.unfinished) && known(view),
    channelChoice(view),
    shown && which(view, shown),
    shown && doubtsOf(view, shown),
    stored.map((one) => problems(view, one)),
    preview.unread?.length > 0 &&
      h('p', { class: 'quiet-text tiny', key: 'unread' }, t('bring.unread', { sheets: listed(preview.unread) })),
    stored.some((one) => !isUnmapped(one)) && after(view, stored),
  );
}

/** What was sent before may have been stored, as far as it was read. */
const noteLine = ({ note, isSent }) =>
  h(
    'p',
    { class: 'warning', role: 'alert', key: 'note' },
    t(`bring.noteWord.${note}`),
    ' ',
    t(isSent ? 'bring.perhapsStored' : 'bring.nothingStored'),
  );

function doubtsOf({ bringing }, part) {
  const { doubts = [], choices = [], changes } = part;
  if (changes.refused) {
    return h('p', { class: 'warning', role: 'alert', key: 'refused' }, refusal({ code: changes.refused }));
  }
  if (isUnmapped(part)) return null;
  const words = (doubt) => (doubt === 'otherDay' && choices.length > 0 ? 'noRow' : doubt);
  if (isOtherDay(part)) return allTheSame(bringing);
  if (bringing.choices.row !== null && bringing.rows[part.kind]?.isOtherDay) {
    return h('p', { class: 'warning', role: 'status', key: 'otherDay' }, t('bring.otherDayChosen'));
  }
  return doubts.map((doubt) =>
    h('p', { class: 'warning', role: 'alert', key: doubt }, t(`bring.doubt.${words(doubt)}`))
  );
}

/** Of another day, as far as it tells: it is stored only where somebody says so. */
function allTheSame(bringing) {
  const isTaken = bringing.choices.answers.otherDay === 'store';
  const answer = ({ currentTarget: { checked } }) =>
    bringing.change(({ answers }) => checked ? (answers.otherDay = 'store') : delete answers.otherDay);
  return h(
    'label',
    { class: isTaken ? 'check' : 'check asks', key: 'otherDay' },
    h('input', { type: 'checkbox', checked: isTaken, onchange: answer }),
    h('span', null, t('bring.allTheSame')),
  );
}

function known(view) {
  const { bringing } = view;
  const taking = bringing.standing();
  return h(
    'p',
    { class: 'warning row', role: 'status', key: 'known' },
    h('span', { class: 'grow' }, t(bringing.preview.known ? 'bring.known' : 'bring.unfinished')),
    takingLine(view.app, taking),
    taking.may &&
      h(
        'button',
        {
          class: 'small',
          type: 'button',
          disabled: taking.busy,
          onclick: () => taking.withdraw(() => bringing.askAgain()),
        },
        t('bring.takeBack'),
      ),
  );
}

export function foot(view) {
  const { bringing, leave } = view;
  const { fault, phase, preview, kinds } = bringing;
  const { of, n } = amount(preview, kinds, bringing.choices);
  const why = blocked(bringing);
  const changed = changedCount(preview.parts.filter(({ kind }) => kinds.includes(kind)));
  return h(
    'footer',
    { class: 'import-foot', key: 'foot' },
    memory(view),
    fault && faultLine(bringing),
    why && phase !== 'storing' && h('p', { class: 'why tiny', id: 'import-why', role: 'status' }, why, toColumn(view)),
    h(
      'div',
      { class: 'row' },
      changed > 0 && h('span', { class: 'changes tiny', key: 'changes' }, t('bring.changed', { n: changed })),
      h('button', {
        class: 'primary grow',
        type: 'button',
        disabled: why !== null || phase === 'storing',
        'aria-describedby': why ? 'import-why' : null,
        onclick: () => store(bringing),
      }, phase === 'storing' ? t('bring.storing') : t(fault?.stored ? 'bring.tryAgain' : `bring.store.${of}`, { n })),
      h('button', { class: 'quiet', type: 'button', disabled: phase === 'storing', onclick: leave }, t('bring.leave')),
    ),
  );
}

/** The way to the first column that is to be looked at. */
function toColumn({ bringing, draw }) {
  const [first] = bringing.asks ? [] : bringing.unanswered;
  if (first?.why !== 'column' || bringing.preview.known) return null;
  const go = () => {
    bringing.part = first.kind;
    draw();
    afterDrawing(() => {
      const row = document.querySelector('.import-columns tr.unsure');
      row?.scrollIntoView({ block: 'center' });
      row?.querySelector('button')?.focus({ preventScroll: true });
    });
  };
  return [' ', h('button', { class: 'small', key: 'go', type: 'button', onclick: go }, t('bring.toColumn'))];
}

/** Where it was not stored, the focus is not lost with the button that was pressed. */
async function store(bringing) {
  await bringing.store();
  if (bringing.phase === 'shown') document.querySelector('.import-head h2')?.focus();
}

/** Why the button cannot be pressed, in one sentence; null where it can. */
function blocked({ preview, kinds, unanswered, asks }) {
  if (asks) return t('bring.blocked.reading');
  if (preview.known) return t('bring.blocked.known');
  if (kinds.length === 0) return t(preview.parts.every(isHopeless) ? 'bring.blocked.doubt' : 'bring.blocked.nothing');
  const [first] = unanswered;
  if (!first) return null;
  const n = first.n ?? unanswered.filter(({ why }) => why === first.why).length;
  return t(`bring.blocked.${first.why}`, { n });
}

/** Of what was chosen by hand, what is remembered for the next file. */
function memory({ bringing, draw }) {
  const { choices, preview, kinds } = bringing;
  const headers = preview.parts.filter(({ kind }) => kinds.includes(kind)).flatMap(({ kind, columns }) =>
    columns.filter(({ key }) => choices.of(kind, key)).map(({ header }) => t('bring.quoted', { header }))
  );
  if (headers.length === 0) return null;
  const platform = preview.platform?.zh ?? t('bring.anyFile');
  return h(
    'label',
    { class: 'check tiny', key: 'memory' },
    h('input', {
      type: 'checkbox',
      checked: choices.remember,
      onchange: ({ currentTarget: { checked } }) => ((choices.remember = checked), draw()),
    }),
    h('span', null, t('bring.memory', { columns: headers.join(''), platform })),
  );
}
