/** What everyone looks at: told in the phase line, and followed there until one looks away with a tap. */
import { Value } from '../../core/source.js';
import { holdsFocus } from '../../ui/focus.js';
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { may } from './phases.js';

export class Along {
  #draw;
  /** The issue from which one has looked away. */
  #away = new Value(null);
  #shown = null;

  constructor(draw) {
    this.#draw = draw;
  }

  isAway(issue) {
    return this.#away.value === issue;
  }

  /** Null: back to what everyone looks at. */
  lookAway(issue) {
    this.#away.value = issue;
    if (issue === null) this.#shown = null;
    this.#draw();
  }

  /** Whether `issue` is newly looked at by everyone, and by this member too. */
  arrives(issue) {
    if (issue === this.#shown) return false;
    this.#shown = issue;
    return issue !== null && !this.isAway(issue);
  }
}

/** To be called at every drawing. */
export function noticeFocus(now) {
  const issue = now.records.only('focus')?.issue ?? null;
  if (now.ui.along.arrives(issue)) show(now, issue);
}

function show({ ui, page }, issue) {
  ui.attend(issue);
  openAlong(ui, page, issue);
  requestAnimationFrame(() => {
    document.querySelector(`[data-issue="${CSS.escape(issue)}"]`)?.scrollIntoView({
      block: 'nearest',
      inline: 'nearest',
    });
  });
}

/** Where sheets are what one looks at. Whoever writes on another one stays there, and comes along with a tap. */
function openAlong(ui, page, issue) {
  if (page !== 'solve' && ui.sheet.issue === null || ui.sheet.issue === issue) return;
  if (holdsFocus('.sheet-composer, .sheet .editing')) ui.along.lookAway(issue);
  else ui.sheet.show(issue);
}

export function focusPart(now) {
  const { ui, records, room, me } = now;
  const focus = records.only('focus');
  const issue = focus && records.get('issue', focus.issue);
  if (!issue) return null;
  const isAway = ui.along.isAway(issue.id);
  return h(
    'span',
    { class: 'along', key: 'along' },
    h('span', { class: 'along-at' }, t('focus.at', { no: issue.no ?? '' })),
    may.focus(room, me)
      ? h('button', { class: 'small quiet', key: 'let', onclick: () => acts.focus(now, null) }, t('focus.letGo'))
      : h('button', {
        class: 'small quiet',
        key: 'away',
        onclick: () => ui.along.lookAway(isAway ? null : issue.id),
      }, t(isAway ? 'focus.back' : 'focus.away')),
  );
}
