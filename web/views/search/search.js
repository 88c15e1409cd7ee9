/**
 * The search, over everything. One types, and what is found stands below in groups; ↑↓ choose, Enter opens, Tab turns to
 * the next group, Esc leaves.
 *
 *     const draw = makeSearch(app, { close })     draw() → vnodes
 */
import { api } from '../../core/http.js';
import { modal } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { EnterGuard } from '../../ui/ime.js';
import { refusal, t } from '../../ui/words.js';
import { Finding } from './finding.js';
import { findHere } from './here.js';
import { hitRow } from './hit.js';
import { arrive, pathOf } from './places.js';

const GROUPS = ['issues', 'entries', 'solutions', 'actions', 'questions', 'comments', 'markers', 'shows'];
const keyOf = (hit) => `${hit.log} ${hit.kind} ${hit.id}`;

export function makeSearch(app, { close }) {
  const guard = new EnterGuard();
  let words = '';
  let chosen = null;
  let isHere = false;

  async function ask(question, signal) {
    isHere = app.connection.state === 'offline';
    if (!isHere) {
      try {
        return await api('/api/search', { body: question, signal: signal && limited(signal) });
      } catch (error) {
        if (error.code !== 'offline') throw error;
        isHere = true;
      }
    }
    return findHere(app, question);
  }

  const finding = new Finding({ ask, changed: () => app.draw() });

  const shownGroups = () => GROUPS.filter((group) => finding.groups[group]);
  const inOrder = () => shownGroups().flatMap((group) => finding.hits.filter((hit) => hit.group === group));

  function leave() {
    finding.stop();
    close();
  }

  function open(hit) {
    leave();
    app.go(pathOf(hit));
    arrive(hit);
  }

  function step(by) {
    const hits = inOrder();
    if (hits.length === 0) return;
    const at = hits.findIndex((hit) => keyOf(hit) === chosen);
    chosen = keyOf(hits[Math.min(Math.max(at + by, 0), hits.length - 1)]);
    app.draw();
    requestAnimationFrame(() => document.getElementById(`hit ${chosen}`)?.scrollIntoView({ block: 'nearest' }));
  }

  function turn(by) {
    const all = [null, ...shownGroups()];
    finding.choose(all[(all.indexOf(finding.group) + by + all.length) % all.length]);
  }

  function hear(event) {
    const meaning = guard.meaning(event);
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Tab' && finding.total + shownGroups().length > 0 && !event.ctrlKey) {
      event.preventDefault();
      turn(event.shiftKey ? -1 : 1);
    } else if (meaning === 'leave') {
      // A search field would be emptied by it first.
      event.preventDefault();
      leave();
    } else if (meaning === 'submit') {
      event.preventDefault();
      const hit = inOrder().find((one) => keyOf(one) === chosen) ?? inOrder()[0];
      if (hit) open(hit);
    }
  }

  function type(value) {
    words = value;
    finding.type(value);
  }

  /** Nobody has said it yet: one may. */
  function nothing() {
    const { compose } = app;
    const write = () => (leave(), compose(finding.found));
    return h(
      'div',
      { class: 'search-note' },
      h('p', null, t('search.none', { words: finding.found })),
      compose && h('button', { key: 'write', class: 'small', onclick: write }, t('search.write')),
    );
  }

  function list() {
    const hits = inOrder();
    if (finding.state === 'failed') {
      return h(
        'p',
        { class: 'search-note', role: 'alert' },
        refusal(finding.error),
        h('button', { class: 'small', onclick: () => finding.again() }, t('status.again')),
      );
    }
    if (finding.state === 'short') return h('p', { class: 'search-note' }, t('search.begin'));
    if (hits.length === 0) {
      return finding.state === 'found' ? nothing() : h('p', { class: 'search-note' }, t('loading'));
    }
    return [
      h(
        'div',
        { id: 'hits', class: 'hits', role: 'listbox', 'aria-label': t('search.title') },
        shownGroups().map((group) => {
          const own = hits.filter((hit) => hit.group === group);
          if (own.length === 0) return null;
          return h(
            'div',
            { key: group, role: 'group', 'aria-label': t(`search.group.${group}`) },
            h('p', { class: 'hits-of', 'aria-hidden': 'true' }, t(`search.group.${group}`)),
            own.map((hit) =>
              hitRow(app, hit, {
                key: keyOf(hit),
                words: finding.found,
                isChosen: keyOf(hit) === chosen,
                open: () => open(hit),
              })
            ),
          );
        }),
      ),
      finding.hasMore &&
      h(
        'button',
        { key: 'more', class: 'quiet small search-more', onclick: () => finding.more() },
        t('search.more', { n: finding.total - finding.hits.length }),
      ),
    ];
  }

  return () =>
    h(
      'dialog',
      { key: 'search', class: 'search', 'aria-label': t('search.title'), ...modal(leave), onmousedown: outside(leave) },
      h(
        'div',
        { class: 'search-line' },
        icon('search'),
        h('input', {
          type: 'search',
          value: words,
          placeholder: t('search.placeholder'),
          'aria-label': t('search.title'),
          role: 'combobox',
          'aria-expanded': String(finding.hits.length > 0),
          'aria-controls': 'hits',
          'aria-autocomplete': 'list',
          'aria-activedescendant': chosen ? `hit ${chosen}` : null,
          autocomplete: 'off',
          enterkeyhint: 'search',
          maxlength: 80,
          created: (node) => node.focus(),
          oninput: (event) => type(event.target.value),
          oncompositionend: (event) => guard.compositionEnded(event.timeStamp),
          onkeydown: hear,
        }),
        h(
          'span',
          { class: 'quiet-text search-count', role: 'status' },
          finding.state === 'found' && t('search.count', { n: finding.total }),
        ),
        h('button', { class: 'quiet icon-only', 'aria-label': t('close'), onclick: leave }, icon('close')),
      ),
      shownGroups().length > 0 &&
        h(
          'div',
          { class: 'search-groups', role: 'group', 'aria-label': t('search.groups') },
          [null, ...shownGroups()].map((group) =>
            h(
              'button',
              {
                key: group ?? 'all',
                class: 'chip small',
                'aria-pressed': String(finding.group === group),
                onclick: () => finding.choose(group),
              },
              group ? `${t(`search.group.${group}`)} ${finding.groups[group]}` : t('search.all'),
            )
          ),
        ),
      h('div', { class: 'search-found', tabindex: '0' }, list()),
      h(
        'footer',
        { class: 'quiet-text' },
        h('span', { class: 'wide' }, t('search.keys')),
        h('span', null, t(isHere ? 'search.here' : 'search.hidden')),
      ),
    );
}

/** Two reasons to give up: the fingers went on, or the server hangs. */
const limited = (signal) => AbortSignal.any?.([signal, AbortSignal.timeout(15_000)]) ?? signal;

function outside(leave) {
  return ({ target, currentTarget, clientX, clientY }) => {
    const box = currentTarget.getBoundingClientRect();
    const isOut = clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
    if (target === currentTarget && isOut) leave();
  };
}
