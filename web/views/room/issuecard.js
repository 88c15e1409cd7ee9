/** One card: its number and minute before its author, its state in words, and what may be done with it. */
import { h, memo } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { tombstone } from '../../ui/tombstone.js';
import { ghostWays } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { kindOf } from '../../ui/kinds.js';
import { kindMark, roleBadge } from '../../ui/marks.js';
import { itemState } from '../../ui/status.js';
import { sure } from '../../ui/sure.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';
import { authorOf, evidenceOf, isSecret } from './issue.js';
import { spokenMinute } from './minutes.js';
import { mayDrag, mayGroup } from './grouping.js';
import { may } from './phases.js';
import { mayTag } from './tags.js';
import { discuss, issueMarks, mayDiscuss } from './talkmarks.js';
import { voteRefused, voting } from './votes.js';

/**
 * A card, drawn anew only when something it shows has changed: a room of a hundred cards stays quick. Ghost, card and
 * editor share one key, so that a card keeps its node, and the focus in it, from the first keystroke to the last vote.
 * `choose(now, issue)` puts something before its number.
 */
export function issueCard(now, issue, { first = false, role = false, choose = null } = {}) {
  const { app, ui, records } = now;
  const key = records.key('issue', issue.id);
  const editor = now.own(issue.id).isEdited && ui.parts.get(app, 'editor');
  return editor ? memo(key, editor, now, issue) : memo(key, drawn, now, issue, first, role, choose);
}

function drawn(now, issue, first, role, choose) {
  const { ui } = now;
  const { isPlace, isLeaving, isOpened } = now.own(issue.id);
  const group = now.stack(issue.id);
  const stack = group && ui.parts.get(now.app, 'stack');
  const item = now.own(issue.id).item ?? (group && now.own(group.id).item);
  return h(
    'article',
    {
      class: [
        'issue',
        isSecret(issue) && 'secret',
        isOpened && 'opened',
        group && 'stack',
        item && `changing ${item.state}`,
      ].filter(Boolean).join(' '),
      tabindex: isPlace || (first && ui.place === null) ? '0' : '-1',
      'data-issue': issue.id,
      draggable: !touch?.matches && mayDrag(now, issue) ? 'true' : null,
      'aria-label': `${issue.no ? `#${issue.no} ` : ''}${kindOf(issue.kind, now.room.template).name}：${issue.text}`,
      onfocusin: () => attend(now, issue),
      onclick: (event) => isFree(event) && ui.sheet.show(issue.id),
      onpointerenter: () => ui.pointing.pointAt(issue.offset ?? null),
    },
    h(
      'p',
      { class: 'issue-head' },
      choose?.(now, issue),
      issue.no && h('span', { class: 'no' }, `#${issue.no}`),
      role && roleBadge(now.app, issue.role),
      kindMark(issue.kind, now.room.template),
      issue.offset !== undefined && issue.offset !== null &&
        h('time', { title: spokenMinute(issue.offset) }, now.f.offset(issue.offset)),
      isSecret(issue) && h('span', { class: 'label' }, t('room.onlyYou')),
      issue.state && h('span', { class: `label state-${issue.state}` }, t(`room.state.${issue.state}`)),
    ),
    stack
      ? stack(now, group)
      : issue.erased
      ? tombstone(now.app, issue.erased)
      : h('p', { class: 'issue-text' }, issue.text),
    numbers(now, issue),
    issueMarks(now, issue),
    issue.question &&
      h(
        'p',
        { class: 'origin' },
        t('room.fromQuestion', { at: now.f.offset(issue.question.offset) }),
        issue.question.plus > 0 && h('b', null, ` +${issue.question.plus}`),
      ),
    h(
      'div',
      { class: 'issue-foot' },
      voting(now, issue),
      h('span', { class: 'author' }, author(now, issue)),
      totals(issue),
      byHand(now, group?.id ?? issue.id),
      item && itemState(item),
      tools(now, issue, item),
    ),
    voteRefused(now, issue),
    isLeaving &&
      sure({
        words: t('room.withdrawSure'),
        keep: t('room.keep'),
        go: t('room.withdraw'),
        act: () => acts.withdraw(now, issue.id),
        leave: () => ui.leave(null),
      }),
  );
}

/** A finger that rests on a card asks for its menu (pressing.js), and drags nothing. */
const touch = globalThis.matchMedia?.('(pointer: coarse)');

/** A press on the card itself, by which nothing was marked. */
const isFree = ({ target, defaultPrevented }) =>
  !defaultPrevented && !target.closest('button, a, input, textarea, select, label, [role=alertdialog]') &&
  String(getSelection()) === '';

/** A card on its way: drawn from the outbox with the key its record will have, so that it stays the same node. */
export function ghostCard(now, item) {
  return memo(item.id, ghost, now, item, item.state);
}

function ghost(now, item, state) {
  const { args } = item;
  return h(
    'article',
    { class: `issue ghost kind-of-${args.kind} ${state}`, 'data-ghost': item.id },
    h(
      'p',
      { class: 'issue-head' },
      kindMark(args.kind, now.room.template),
      args.offset !== undefined && h('time', null, now.f.offset(args.offset)),
    ),
    h('p', { class: 'issue-text' }, args.text),
    h(
      'div',
      { class: 'issue-foot' },
      args.anonymous && h('span', { class: 'author' }, `${t('room.me')} · ${t('room.anonymous')}`),
      itemState(item),
      state === 'refused' &&
        h(
          'span',
          { class: 'tools asking' },
          ghostWays(now.app, item, { words: t('room.takeBack'), back: () => later(now, 'takeBack', item) }),
        ),
    ),
  );
}

/** The evidence beside the opinion: value, goal and last show, with sign, colour and shape. */
export function numbers(now, issue) {
  const { app, f } = now;
  const evidence = evidenceOf(issue, issue.link && now.thresholds(issue.link.show));
  if (!evidence) return null;
  const { metric, value, goal, last, toGoal, toLast } = evidence;
  return h(
    'p',
    { class: 'numbers' },
    h('b', null, t(`metric.${metric}`)),
    ' ',
    sourced(app, {
      metric,
      value,
      snapshot: issue.link.snapshot,
      of: () => ofShow(app.records.log(issue.link.show)),
      isAside: true,
    }, f.metric(metric, value)),
    goal !== null && h('span', null, t('room.goalIs', { value: f.metric(metric, goal) }), ' ', gapMark(toGoal)),
    last !== null && h('span', null, t('room.lastIs', { value: f.metric(metric, last) }), ' ', gapMark(toLast, true)),
  );
}

/** A gap with shape, sign and colour; `mild` leaves the traffic light to goals and says better or worse only. */
export function gapMark(gap, mild = false) {
  if (!gap) return null;
  return h('span', { class: `gap ${mild ? mildly(gap) : gap.level}` }, gap.text);
}

function mildly({ good, share }) {
  if (good === null || Number(Math.abs(share).toFixed(3)) < 0.01) return 'plain';
  return good ? 'green' : 'amber';
}

function author({ app, me: self }, issue) {
  const { me, anonymous, member } = authorOf(issue, self);
  if (me) return anonymous ? `${t('room.me')} · ${t('room.anonymous')}` : t('room.me');
  if (anonymous) return t('room.anonymous');
  return member ? app.name(member) : '';
}

function totals(issue) {
  if (issue.votes === undefined || issue.votes === null) return null;
  return h(
    'span',
    { class: issue.votes ? 'total' : 'total none', 'aria-label': t('room.total', { n: issue.votes }) },
    '♥ ',
    issue.votes,
  );
}

/** How many of them the facilitator has entered for people without a device. */
function byHand({ records }, id) {
  const n = records.get('handVotes', 'hand')?.votes[id];
  return n ? h('span', { class: 'label', title: t('room.byHandVotes', { n }) }, t('room.byHand', { n })) : null;
}

function tools(now, issue, item) {
  const { app } = now;
  const busy = item && item.state !== 'refused';
  if (busy) return null;
  const dismiss = () => app.outbox.dismiss(item.id);
  return h(
    'span',
    { class: item ? 'tools asking' : 'tools' },
    item && h('button', { class: 'small', key: 'dismiss', onclick: dismiss }, t('status.drop')),
    toolsOf(now, issue).map(({ name, words, run }) =>
      h('button', { key: name, class: 'quiet tool', 'aria-label': words, title: words, onclick: run }, icon(name))
    ),
  );
}

/** What may be done with it: `{name, words, run}`, by the name of the icon. */
export function toolsOf(now, issue) {
  const { room, me, ui } = now;
  const edits = may.edit(room, issue, me);
  const tool = (name, words, run) => ({ name, words: t(words), run });
  return [
    may.link(room, issue, me) &&
    tool('chart', 'room.linkMetric', () => ui.opened.show({ name: 'link', issue: issue.id })),
    issue.revealed && !issue.erased && may.focus(room, me) &&
    tool('eye', 'focus.take', () => acts.focus(now, issue.id)),
    mayDiscuss(now, issue) && tool('comment', 'room.discuss', () => discuss(now, issue)),
    mayGroup(now) && tool('stack', 'room.group', () => ui.opened.show({ name: 'group', issue: issue.id })),
    mayTag(now, issue) && tool('tag', 'room.tag', () => ui.opened.show({ name: 'tag', issue: issue.id })),
    edits && !issue.erased && tool('edit', 'edit', () => ui.edits.open(issue.id)),
    edits &&
    tool('close', 'room.withdraw', () => later(now, 'withdraw', issue)),
    may.erase(issue, me) &&
    tool('erase', 'erasing.title', () => ui.opened.show({ name: 'erase', kind: 'issue', id: issue.id })),
  ].filter(Boolean);
}

/** One of cardacts.js, once it is here. */
const later = async (now, name, subject) => (await now.ui.parts.whenHere(now.app, 'cardacts'))?.[name](now, subject);

function attend(now, issue) {
  const { ui } = now;
  if (ui.place === issue.id) return;
  ui.pointing.pointAt(issue.offset ?? null);
  ui.attend(issue.id);
}
