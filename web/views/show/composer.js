/** The line in which a question is logged: one thumb, one Enter, the last choices remembered. */
import { local } from '../../core/local.js';
import { h } from '../../ui/dom.js';
import { field, growing, select } from '../../ui/field.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { t } from '../../ui/words.js';
import { parseMinute } from '../room/minutes.js';
import { CATEGORIES, CUSTOMERS, optionsOf, SOURCES, URGENCIES } from './vocabulary.js';

/** Kept from one question to the next; group, user and customer are about one question only. */
const REMEMBERED = ['category', 'product', 'urgency', 'source'];

export function composer(page, { logged }) {
  const { app, log } = page;
  const draft = `question:${log}`;
  const remembered = `last:${app.drafts.member}:${log}`;
  let choice = recall(remembered);
  let more = false;
  let offsetText = null;
  let note = null;

  function choose(name, value) {
    choice = { ...choice, [name]: value || undefined };
    keep(remembered, Object.fromEntries(REMEMBERED.map(key => [key, choice[key]])));
    app.draw();
  }

  function send() {
    const text = app.drafts.read(draft).trim();
    if (!text) return;
    let offset = offsetText === null ? page.offsetNow() : parseMinute(offsetText, page.lasts);
    if (offset === null) {
      note = t('show.offsetWrong');
      return app.draw();
    }
    note = null;
    const args = { text, offset };
    for (const [name, value] of Object.entries(choice)) if (value) args[name] = value;
    app.submit(log, 'question.log', args);
    app.drafts.clear(draft);
    choice = { ...choice, group: undefined, user: undefined, customer: undefined };
    if (page.live) offsetText = null;
    logged();
    app.draw();
  }

  /** Words that were refused come back into the line, with all that belonged to them. */
  function restore(item) {
    const { text, offset, ...rest } = item.args;
    app.drafts.write(draft, [text, app.drafts.read(draft)].filter(Boolean).join('\n'));
    choice = rest;
    offsetText = app.f.offset(offset);
    app.outbox.dismiss(item.id);
    document.getElementById('question')?.focus();
  }

  const pick = (name, values, key) =>
    select({
      class: choice[name] ? 'pick chosen' : 'pick', 'aria-label': t(`show.${name}`), blank: t(`show.${name}`),
      options: optionsOf(values, key), value: choice[name], choose: value => choose(name, value),
    });

  function render() {
    const product = value => choose('product', value.trim());
    return h('form', { class: 'composer', onsubmit: event => (event.preventDefault(), send()) },
      h('div', { class: 'line' },
        growing({
          id: 'question', 'aria-label': t('show.ask'), placeholder: t('show.ask'), enterkeyhint: 'send', maxlength: '500',
          autocomplete: 'off', ...app.drafts.field(draft), ...onEnter(send),
        }),
        h('button', { class: 'primary', 'aria-label': t('show.log') }, h('span', null, t('show.log')))),
      note && h('p', { class: 'error', role: 'alert' }, note),
      h('div', { class: 'picks' },
        pick('category', CATEGORIES, 'category'),
        h('input', {
          class: choice.product ? 'pick chosen' : 'pick', list: 'products', placeholder: t('show.product'), maxlength: '40',
          'aria-label': t('show.product'), value: choice.product ?? '', onchange: event => product(event.currentTarget.value),
        }),
        h('datalist', { id: 'products' }, productsOf(page).map(name => h('option', { key: name, value: name }))),
        pick('urgency', URGENCIES, 'urgency'),
        pick('source', SOURCES, 'source'),
        h('button', { type: 'button', class: 'pick', 'aria-expanded': String(more), onclick: () => ((more = !more), app.draw()) },
          more ? t('show.less') : t('show.more'))),
      more && h('div', { class: 'more' },
        field(t('show.group'), h('input', { maxlength: '20', value: choice.group ?? '', onchange: event => choose('group', event.currentTarget.value.trim()) })),
        field(t('show.user'), h('input', { maxlength: '40', value: choice.user ?? '', onchange: event => choose('user', event.currentTarget.value.trim()) })),
        field(t('show.customer'), select({ options: optionsOf(CUSTOMERS, 'customer'), blank: '—', value: choice.customer, choose: value => choose('customer', value) })),
        field(t('show.offset'), h('input', {
          inputmode: 'numeric', value: offsetText ?? '', placeholder: page.live ? t('show.offsetNow') : '1:02:30',
          onchange: event => ((offsetText = event.currentTarget.value.trim() || null), app.draw()),
        })),
        h('p', { class: 'quiet-text tiny' }, icon('tick'), t('show.privacy'))));
  }

  return { render, restore };
}

/** Products already asked about or talked about, for choosing instead of typing. */
export function productsOf({ records }) {
  const asked = records.all('question').map(question => question.product);
  const told = records.all('marker').filter(marker => marker.kind === 'product').map(marker => marker.text);
  return [...new Set([...asked, ...told].filter(Boolean))].sort((one, other) => one.localeCompare(other, 'zh', { numeric: true }));
}

const recall = name => JSON.parse(local.getItem(name) ?? '{}');
const keep = (name, value) => local.setItem(name, JSON.stringify(value));
