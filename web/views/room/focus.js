/**
 * What everyone looks at: it opens before everyone as a sheet, and one tap looks away from it. Where the facilitator, who has
 * taken everyone along, opens another, everyone comes along again.
 */
import { h } from '../../ui/dom.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { noticeHanding } from './handing.js';
import { may } from './phases.js';
import { hasUnsaid } from './unsaid.js';

export class Along {
  #shown = null;
  #led = null;

  /** Whether `issue` is newly looked at by everyone. */
  arrives(issue) {
    if (issue === this.#shown) return false;
    this.#shown = issue;
    this.#led = issue;
    return issue !== null;
  }

  /** Whether everyone is to be taken to what is `opened`, and has not been asked to yet. */
  leads(opened) {
    if (opened === null || opened === this.#led) return false;
    this.#led = opened;
    return true;
  }
}

const focused = ({ records }) => records.only('focus')?.issue ?? null;

/** To be called at every drawing. */
export function noticeFocus(now) {
  noticeHanding(now);
  const { ui, room, me } = now;
  const along = ui.kept('along', () => new Along());
  const issue = focused(now);
  if (along.arrives(issue)) return openAlong(ui, issue);
  const { issue: opened } = ui.sheet;
  // A lead who looks around takes nobody along.
  if (issue === null || room.facilitator !== me.member || !now.records.get('issue', opened)?.revealed) return;
  if (now.isLive && along.leads(opened)) acts.focus(now, opened);
}

/** Whoever has words that are not sent stays with them, and comes along with a tap. */
function openAlong(ui, issue) {
  if (issue === null || ui.sheet.issue === issue) return;
  if (!hasUnsaid()) ui.sheet.show(issue);
}

/** Where everyone looks at something: what it is, and the way there or away from it. */
export function focusPart(now) {
  const { ui, records, room, me } = now;
  const leads = may.focus(room, me);
  const issue = records.get('issue', focused(now));
  if (!issue) return null;
  const isThere = ui.sheet.issue === issue.id;
  const button = (key, run) => h('button', { class: 'small quiet', key, onclick: run }, t(`focus.${key}`));
  return h(
    'span',
    { class: 'along', key: 'along' },
    h('span', { class: 'along-at' }, t('focus.at', { no: issue.no ?? '' })),
    leads && button('letGo', () => acts.focus(now, null)),
    isThere && !leads && button('away', () => ui.sheet.close()),
    !isThere && button('back', () => ui.sheet.show(issue.id)),
  );
}
