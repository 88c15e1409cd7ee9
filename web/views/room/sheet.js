/**
 * An issue opened as a sheet: its evidence, why it happened, what is to be done, how its words came about. On a laptop it
 * stands in place of the evidence, on a phone it is the whole page; where solutions are found it is the centre.
 */
import { h, memo } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { kindMark, roleBadge } from '../../ui/marks.js';
import { tombstone } from '../../ui/tombstone.js';
import { t } from '../../ui/words.js';
import { inSight, neighbour } from './agenda.js';
import { facesAt } from './faces.js';
import { focusPart } from './focus.js';
import { history } from './history.js';
import { authorOf } from './issue.js';
import { spokenMinute } from './minutes.js';
import { may } from './phases.js';
import { halfMark, isHalfWritten, sheetComposer, writingOn } from './sheetcomposer.js';
import { closesAtTheEnd, forgetEnding } from './sheetending.js';
import { sheetEvidence } from './sheetevidence.js';
import { partIn, PARTS } from './sheetparts.js';
import { standing } from './talking.js';
import { tagMarks } from './tags.js';
import { voteRefused, voting } from './votes.js';
import { ways } from './ways.js';
import { whys } from './whys.js';

/** As the sheets have it. */
const narrow = globalThis.matchMedia?.('(max-width: 999px)');
/** Where there are hardly keys, none are named. */
const touch = globalThis.matchMedia?.('(pointer: coarse)');

/** `undone`: what was just done and can be taken back; on a phone it is said here. */
export const sheet = (now, undone = null) => closesAtTheEnd(now) ? null : memo('sheet', drawn, now, undone);

function drawn(now, undone) {
  const all = inSight(now);
  const issue = now.issues.find(({ id }) => id === now.ui.sheet.issue);
  const place = all.findIndex(({ id }) => id === issue?.id);
  const parts = issue && partsOf(now, issue);
  const writing = issue && writingOn(now, issue);
  const part = issue && partIn(PARTS.filter((one) => parts[one]), now.ui.sheet, writing.mode?.name);
  return h(
    'aside',
    {
      class: `sheet part-${part ?? ''}`,
      tabindex: '0',
      'aria-label': name(issue),
      'data-sheet': issue?.id,
      created: attend,
      removed: () => forgetEnding(now),
    },
    head(now, issue, place, all.length),
    h('div', { class: 'along-strip narrow-only' }, focusPart(now)),
    issue ? content(now, issue, { parts, part, writing }) : h('p', { class: 'empty' }, t('room.goneCard')),
    undone && h('div', { class: 'narrow-only', key: 'undone' }, undone),
    issue && !issue.erased && sheetComposer(now, issue),
  );
}

/** Where it covers the page, the focus is on it. */
const attend = (node) => narrow?.matches && node.focus();

const name = (issue) => issue?.no ? t('sheet.titleOf', { no: `#${issue.no}` }) : t('sheet.title');

function head(now, issue, place, count) {
  const { ui, f, app } = now;
  const turn = (by, key, words) => {
    const next = neighbour(now, by);
    return h('button', {
      key,
      class: 'quiet small turn',
      'aria-label': words,
      title: words,
      disabled: !next,
      onclick: () => ui.sheet.show(next.id),
    }, touch?.matches ? (by < 0 ? '‹' : '›') : key);
  };
  return h(
    'header',
    { class: 'sheet-head' },
    issue && h(
      'p',
      { class: 'issue-head grow' },
      issue.no && h('span', { class: 'no' }, `#${issue.no}`),
      kindMark(issue.kind, now.room.template),
      issue.offset !== undefined && issue.offset !== null &&
        h('time', { title: spokenMinute(issue.offset) }, f.offset(issue.offset)),
      roleBadge(app, issue.role),
      h('span', null, by(now, issue)),
      issue.state && h('span', { class: `label state-${issue.state}` }, t(`room.state.${issue.state}`)),
      issue.votes !== undefined &&
        h('span', { class: 'total' }, '♥ ', now.groupOf(issue.id)?.votes ?? issue.votes),
    ),
    !issue && h('span', { class: 'grow' }),
    facesAt(now, issue),
    place >= 0 && h('span', { class: 'quiet-text count' }, `${place + 1} / ${count}`),
    issue && may.edit(now.room, issue, now.me) && !issue.erased &&
      h('button', {
        key: 'edit',
        class: 'quiet icon-only',
        'aria-label': t('edit'),
        title: t('edit'),
        onclick: () => edit(now, issue),
      }, icon('edit')),
    turn(-1, 'K', t('sheet.before')),
    turn(1, 'J', t('sheet.after')),
    h(
      'button',
      { class: 'quiet icon-only', key: 'close', 'aria-label': t('close'), onclick: () => ui.sheet.close() },
      icon('close'),
    ),
  );
}

/** In its own place on the board, which a phone's sheet covers. */
function edit({ ui }, { id }) {
  if (narrow?.matches) ui.sheet.close();
  ui.edits.open(id);
}

function by({ app, me }, issue) {
  const { me: mine, anonymous, member } = authorOf(issue, me);
  if (anonymous) return mine ? `${t('room.me')} · ${t('room.anonymous')}` : t('room.anonymous');
  return mine ? t('room.me') : member ? app.name(member) : '';
}

/** What another feature puts beside it: a part that is fetched later. */
function besides(now, issue, part) {
  const { app, ui: { parts } } = now;
  if (!parts.has(part)) return null;
  const draw = parts.get(app, part);
  return h('div', { key: part, class: `sheet-${part}` }, draw ? draw(now, issue) : parts.without(app, part));
}

/** What there is of it, by the name of its part: drawn, or null. */
function partsOf(now, issue) {
  return {
    discussion: besides(now, issue, 'discussion'),
    whys: whys(now, issue),
    ways: ways(now, issue),
    history: history(now, issue),
  };
}

/** How much there is in a part, and on its way there. */
function countIn({ records, pending }, { id }, part) {
  if (part === 'discussion') return records.get('talk', id)?.comments;
  if (part === 'whys') return (records.get('cause', id)?.whys.length ?? 0) + (pending.causes.get(id)?.length ?? 0);
  if (part !== 'ways') return 0;
  const isItsOwn = ({ issues }) => issues?.includes(id);
  return records.all('solution').filter(isItsOwn).length +
    pending.proposals.filter(({ args }) => isItsOwn(args)).length;
}

/** A phone shows one of them. */
function sides(now, issue, { parts, part, writing }) {
  return h(
    'div',
    { class: 'sides narrow-only', role: 'group', 'aria-label': t('sheet.title') },
    PARTS.filter((one) => parts[one]).map((one) => {
      const n = countIn(now, issue, one);
      return h(
        'button',
        {
          key: one,
          class: 'quiet',
          'aria-pressed': String(one === part),
          onclick: () => now.ui.sheet.turnTo(one),
        },
        t(`sheet.part.${one}`),
        n > 0 && h('span', { class: 'count' }, n),
        isHalfWritten(now, issue, { part: one }, writing) && halfMark(),
      );
    }),
  );
}

function content(now, issue, sight) {
  const { parts } = sight;
  return h(
    'div',
    { class: 'sheet-body', key: issue.id },
    h(
      'div',
      { class: 'sheet-main' },
      issue.erased ? tombstone(now.app, issue.erased) : h('h2', { class: 'sheet-title' }, issue.text),
      tagMarks(now, issue),
      h('div', { class: 'row sheet-votes' }, voting(now, issue)),
      voteRefused(now, issue),
      standing(now, issue),
      sheetEvidence(now, issue),
      sides(now, issue, sight),
      parts.whys,
      parts.ways,
    ),
    h('div', { class: 'sheet-aside' }, besides(now, issue, 'groupcards'), parts.discussion, parts.history),
  );
}
