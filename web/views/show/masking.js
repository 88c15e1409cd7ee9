/**
 * Under a line that is being written: what of it the server will mask, and for what is unsure a tap that keeps it. Fetched
 * later than the line (ui/later.js), with the rules.
 *
 *     masking(text, kept, choose, stands)   → vnode or null; `choose(kept)` hears what its writer keeps now. What stands
 *                                   from before is not spoken of
 *     sign(text, kept)              → another text for another outcome; empty where nothing is found
 *     keptOf(text, kept)            what of `kept` is in the text and can be kept: the command's argument
 *     standing(question)            what was kept of its words before: an edit leaves it
 */
import { redact } from '../../core/redact.js';
import { ACTS } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';

const { texts: [, LONGEST], count: [, MOST] } = ACTS['question.log'].fields.kept;

export function masking(text, kept, choose, stands = []) {
  const findings = found(text, [...kept, ...stands]).filter((one) => !stands.includes(one.text));
  if (findings.length === 0) return null;
  const [keptOnes, masked] = [true, false].map((kept) => findings.filter((one) => one.kept === kept));
  const [open, settled] = [true, false].map((may) => masked.filter((one) => mayKeep(one, kept) === may));
  const decide = (one) => [
    item(one),
    h('button', {
      key: one.text,
      type: 'button',
      class: 'small',
      'aria-label': t(one.kept ? 'show.maskLabel' : 'show.keepLabel', { what: one.text }),
      // The line keeps the focus, and a phone its keyboard.
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => choose(one.kept ? kept.filter((word) => word !== one.text) : [...kept, one.text]),
    }, t(one.kept ? 'show.maskIt' : 'show.keepIt')),
  ];
  // What can be decided stands first: a phone has one line.
  return h(
    'p',
    { class: 'masking quiet-text tiny', role: 'group', 'aria-label': t('show.masking') },
    keptOnes.map(decide),
    masked.length > 0 && h('span', null, t('show.willMask')),
    open.map(decide),
    settled.map(item),
  );
}

/** Tells one outcome from another: the page is drawn anew for another alone. Empty where nothing is found. */
export const sign = (text, kept) => found(text, kept).map((one) => `${one.kind} ${one.kept} ${one.text}`).join('\n');

export const keptOf = (text, kept) => found(text, kept).filter((one) => one.kept).map((one) => one.text);

export const standing = ({ text, kept = [] }) =>
  kept.length === 0 ? [] : found(text, []).filter((one) => !one.sure && kept.includes(one.kind)).map((one) => one.text);

/** Each once, as the server will see the line. */
function found(text, kept) {
  const { findings } = redact(text.trim(), kept);
  return findings.filter((one, at) =>
    findings.findIndex((other) => other.kind === one.kind && other.text === one.text) === at
  );
}

const mayKeep = ({ sure, text }, kept) => !sure && [...text].length <= LONGEST && kept.length < MOST;

const item = ({ kind, text, kept }) =>
  h('span', { class: kept ? 'finding' : 'finding masked' }, t(`mask.${kind}`), ' ', h('b', null, text));
