/** The line in which a question is logged: one thumb, one Enter, the last choices remembered. */
import { longest } from '../../core/acts.js';
import { local } from '../../core/local.js';
import { h } from '../../ui/dom.js';
import { field, select } from '../../ui/field.js';
import { growing } from '../../ui/growing.js';
import { holdsFocus } from '../../ui/focus.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { over, stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { parseMinute } from '../room/minutes.js';
import { afterDrawing } from '../../ui/textfield.js';
import { CATEGORIES, CUSTOMERS, optionsOf, SOURCES, URGENCIES } from './vocabulary.js';

/** Kept from one question to the next. */
const REMEMBERED = ['category', 'product'];
/** About one question only: kept with its words. */
const OF_ONE = ['urgency', 'source', 'group', 'user', 'customer', 'offset'];
/** Behind 更多. */
const BEHIND = ['group', 'user', 'customer', 'offset'];

/** `logged(item)` hears of every question that is sent; `find(item)` brings the question that it became into sight. */
export function composer(page, { logged, find }) {
  const { app, log } = page;
  const draft = `question:${log}`;
  const beside = `question.with:${log}`;
  const keeping = `question.kept:${log}`;
  const remembered = `last:${app.drafts.member}:${log}`;
  const some = (names, all = choice) => Object.fromEntries(names.map((name) => [name, all[name]]));
  let choice = { ...some(REMEMBERED, recall(remembered)), ...JSON.parse(app.drafts.read(beside) || '{}') };
  let revision = 0;
  let more = BEHIND.some((name) => choice[name]);
  let tried = false; // to send one whose minute is not known
  let placed = null; // the question last put at a minute of its own
  let hinted = ''; // what was last drawn of what will be masked

  function choose(name, value) {
    const changes = !choice[name] !== !value;
    choice = { ...choice, [name]: value || undefined };
    if (REMEMBERED.includes(name)) keep(remembered, some(REMEMBERED));
    else keepBeside();
    if (changes || tried) app.draw();
  }

  /** Another set of choices, which shows in the fields whoever stands in them. */
  function chooseAll(chosen) {
    choice = chosen;
    revision += 1;
    keepBeside();
  }

  function keepBeside() {
    const about = some(OF_ONE);
    app.drafts.write(beside, Object.values(about).some(Boolean) ? JSON.stringify(about) : '');
  }

  const typed = (name, props) =>
    h('input', {
      ...props,
      value: choice[name] ?? '',
      revision,
      oninput: (event) => choose(name, event.currentTarget.value),
    });

  /** What looks personal in the words and is not, as their writer says. */
  const stays = () => JSON.parse(app.drafts.read(keeping) || '[]');
  const keepWords = (words) =>
    app.drafts.write(keeping, words.length > 0 ? JSON.stringify(words) : '', { words: false });

  /** By what is masked; null while that is on its way. Nobody waits for it: the server masks whatever the page knows. */
  const rules = () => page.parts.get(app, 'masking');
  const sign = (text) => (text === '' ? '' : rules()?.sign(text, stays()) ?? '');

  /** What will be masked of the line, as it is typed. */
  function hint() {
    const text = app.drafts.read(draft);
    hinted = sign(text);
    return hinted !== '' && rules().masking(text, stays(), (words) => (keepWords(words), app.draw()));
  }

  /** The page is drawn anew only where there is something else to be told of the line. */
  function typing(text) {
    if (text === '' && stays().length > 0) keepWords([]);
    if (!may || sign(text) !== hinted) app.draw();
  }

  /** What is the matter with the minute, as things stand now. */
  function problem() {
    const at = choice.offset?.trim();
    if (at) return parseMinute(at, page.lasts) === null ? 'show.offsetWrong' : null;
    return page.offsetNow() === null ? 'show.offsetNeeded' : null;
  }

  let may = true;

  function send() {
    if (!may) return;
    const text = app.drafts.read(draft).trim();
    if (!text) return;
    tried = problem() !== null;
    if (tried) {
      more = true;
      afterDrawing(() => document.getElementById('offset')?.focus());
      return app.draw();
    }
    const { offset: at, ...about } = choice;
    const kept = rules()?.keptOf(text, stays()) ?? [];
    const args = { text, offset: at?.trim() ? parseMinute(at, page.lasts) : page.offsetNow() };
    for (const [name, value] of Object.entries(about)) if (value?.trim()) args[name] = value.trim();
    if (kept.length > 0) args.kept = kept;
    const item = app.submit(log, 'question.log', args);
    placed = at?.trim() ? item : null;
    app.drafts.clear(draft);
    keepWords([]);
    // After the show several are noted of one minute.
    chooseAll({ ...some(REMEMBERED), offset: page.live ? undefined : at });
    logged(item);
    document.getElementById('question')?.focus();
    app.draw();
  }

  /** Words that were refused come back into the line, with all that belonged to them. */
  function restore(item) {
    const { text, offset, kept = [], ...rest } = item.args;
    app.drafts.putBack(draft, text);
    keepWords([...stays(), ...kept]);
    chooseAll({ ...rest, offset: app.f.offset(offset) });
    app.outbox.dismiss(item.id);
    document.getElementById('question')?.focus();
  }

  const pick = (name, values, key) =>
    select({
      class: choice[name] ? 'pick chosen' : 'pick',
      'aria-label': t(`show.${name}`),
      blank: t(`show.${name}`),
      options: optionsOf(values, key),
      value: choice[name],
      choose: (value) => choose(name, value),
    });

  /**
   * `allowed`: whether its writer may still log questions; who no longer may keeps what was written. `news`: what says
   * that questions wait; the line stays on top, and so does what stands in it.
   */
  function render(allowed, news) {
    may = allowed;
    const wrong = tried && problem();
    const letGo = () => {
      app.drafts.clear(draft);
      document.activeElement?.blur();
      app.draw();
    };
    return h(
      'form',
      { class: 'composer', onsubmit: (event) => (event.preventDefault(), send()) },
      !may &&
        (app.drafts.read(draft) === ''
          ? over(t('show.mayNotLog'))
          : stranded(app, t('show.mayNotLog'), () => app.drafts.read(draft), [{ words: t('letGo'), act: letGo }])),
      h(
        'div',
        { class: 'line' },
        growing({
          id: 'question',
          'aria-label': t('show.ask'),
          placeholder: t('show.ask'),
          enterkeyhint: 'send',
          maxlength: longest('question.log', 'text'),
          autocomplete: 'off',
          ...app.drafts.field(draft, typing),
          ...onEnter(send),
        }),
        h('button', { class: 'primary', 'aria-label': t('show.log'), disabled: !may }, h('span', null, t('show.log'))),
      ),
      hint(),
      wrong && h('p', { class: 'error', role: 'alert' }, t(wrong)),
      placed &&
        h(
          'p',
          { class: 'quiet-text tiny', role: 'status' },
          t('show.placed', { at: app.f.offset(placed.args.offset) }),
          ' ',
          h('button', { type: 'button', class: 'small quiet', onclick: () => find(placed) }, t('show.find')),
        ),
      h(
        'div',
        { class: 'picks' },
        pick('category', CATEGORIES, 'category'),
        typed('product', {
          class: choice.product ? 'pick chosen' : 'pick',
          list: 'products',
          placeholder: t('show.product'),
          maxlength: longest('question.log', 'product'),
          // It stays from one question to the next: another product takes its place at once.
          onfocus: (event) => event.currentTarget.select(),
          'aria-label': t('show.product'),
        }),
        h('datalist', { id: 'products' }, productsOf(page).map((name) => h('option', { key: name, value: name }))),
        pick('urgency', URGENCIES, 'urgency'),
        pick('source', SOURCES, 'source'),
        h('button', {
          type: 'button',
          class: 'pick',
          'aria-expanded': String(more),
          onclick: () => ((more = !more), app.draw()),
        }, more ? t('show.less') : t('show.more')),
        news,
      ),
      more &&
        h(
          'div',
          { class: 'more' },
          field(t('show.group'), typed('group', { maxlength: longest('question.log', 'group') })),
          field(t('show.user'), typed('user', { maxlength: longest('question.log', 'user') })),
          field(
            t('show.customer'),
            select({
              options: optionsOf(CUSTOMERS, 'customer'),
              blank: '—',
              value: choice.customer,
              choose: (value) => choose('customer', value),
            }),
          ),
          field(
            t('show.offset'),
            typed('offset', {
              id: 'offset',
              ...onEnter(send),
              inputmode: 'numeric',
              placeholder: page.live ? t('show.offsetNow') : '1:02:30',
            }),
          ),
          h('p', { class: 'quiet-text tiny' }, icon('tick'), t('show.privacy')),
        ),
    );
  }

  return {
    render,
    restore,
    /** Somebody writes here, or has. */
    get isHeld() {
      return app.drafts.read(draft) !== '' || holdsFocus('form.composer');
    },
  };
}

/** Products already asked about or talked about, for choosing instead of typing. */
export function productsOf({ records }) {
  const asked = records.all('question').map((question) => question.product);
  const told = records.all('marker').filter((marker) => marker.kind === 'product').map((marker) => marker.text);
  return [...new Set([...asked, ...told].filter(Boolean))].sort((one, other) =>
    one.localeCompare(other, 'zh', { numeric: true })
  );
}

const recall = (name) => JSON.parse(local.getItem(name) ?? '{}');
const keep = (name, value) => local.setItem(name, JSON.stringify(value));
