/** By which template a room is opened: one of the usual ones, or one of the team's own, which is made here. */
import { TEMPLATES } from '../../core/wire.js';
import { longest } from '../../core/acts.js';
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { icon } from '../../ui/icon.js';
import { kindsOf, usual } from '../../ui/kinds.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

const SENSES = ['mistake', 'puzzle', 'experience'];
const MOST = 6;
/** Of which phases a template may say something of its own. */
const HINTED = ['collect', 'vote', 'solve'];
const blank = () => ({ name: '', hint: '', sense: 'mistake' });

/** Those a channel keeps. */
const ownOf = (app, log) => (log ? app.records.log(log).all('template') : []);

/**
 * A form for the team's own unfolds in it; what was saved is chosen.
 *
 *     picker.draw(chosen, choose) → node · picker.isUnsaved: whether words stand in the form
 */
export function templatePicker(app, channel) {
  const log = app.directory.get('channel', channel)?.log;
  let made = null; // { name, kinds, hints, tried }
  let saved = null; // { name, before: the ids that were there }
  const sent = new Submission(app, {
    saved: () => ((saved = made && { name: made.name.trim(), before: made.before }), made = null),
  });

  function begin(from) {
    const before = new Set(ownOf(app, log).map(({ id }) => id));
    made = {
      before,
      ...(from ? copyOf(from) : { name: '', kinds: [blank(), blank(), blank()], hints: {} }),
      tried: false,
    };
    app.draw();
  }

  function save() {
    made.tried = true;
    const kinds = made.kinds.filter(({ name }) => name.trim());
    const names = new Set(kinds.map(({ name }) => name.trim()));
    if (!made.name.trim() || kinds.length === 0 || names.size < kinds.length) return app.draw();
    const hints = Object.fromEntries(
      Object.entries(made.hints).map(([phase, words]) => [phase, words.trim()]).filter(([, words]) => words),
    );
    sent.send(log, 'template.save', {
      name: made.name.trim(),
      ...(Object.keys(hints).length ? { hints } : {}),
      kinds: kinds.map(({ name, hint, sense }) => ({
        name: name.trim(),
        sense,
        ...(hint.trim() ? { hint: hint.trim() } : {}),
      })),
    });
    app.draw();
  }

  function line(kind, n) {
    const write = (name) => (event) => ((kind[name] = event.currentTarget.value), app.draw());
    return h(
      'div',
      { class: 'template-kind', key: n },
      h(
        'select',
        { 'aria-label': t('template.sense'), value: kind.sense, onchange: write('sense') },
        SENSES.map((sense) =>
          h('option', { key: sense, value: sense }, `${t(`kindMark.${sense}`)} ${t(`kind.${sense}`)}`)
        ),
      ),
      h('input', {
        'aria-label': t('template.kind', { n: n + 1 }),
        placeholder: t('template.kind', { n: n + 1 }),
        maxlength: '12',
        value: kind.name,
        oninput: write('name'),
      }),
      h('input', {
        'aria-label': t('template.hint'),
        placeholder: t('template.hint'),
        maxlength: '60',
        value: kind.hint,
        oninput: write('hint'),
      }),
    );
  }

  function form() {
    return h(
      'fieldset',
      { class: 'template-form', key: 'own' },
      h('legend', null, t('template.own')),
      field(
        t('template.name'),
        h('input', {
          maxlength: longest('template.save', 'name'),
          value: made.name,
          created: (node) => node.focus(),
          oninput: (event) => ((made.name = event.currentTarget.value), app.draw()),
        }),
      ),
      made.kinds.map(line),
      h('p', { class: 'quiet-text tiny', key: 'hints' }, t('template.hints')),
      HINTED.map((phase) =>
        h('input', {
          key: phase,
          'aria-label': t('template.hintOf', { phase: t(`phase.${phase}`) }),
          placeholder: t('template.hintOf', { phase: t(`phase.${phase}`) }),
          maxlength: '40',
          value: made.hints[phase] ?? '',
          oninput: (event) => ((made.hints[phase] = event.currentTarget.value), app.draw()),
        })
      ),
      made.tried && !sent.busy && !sent.refusal &&
        h('p', { class: 'error', role: 'alert' }, t('template.incomplete')),
      sent.line(),
      h(
        'div',
        { class: 'row' },
        made.kinds.length < MOST &&
          h(
            'button',
            {
              type: 'button',
              key: 'more',
              class: 'quiet small',
              onclick: () => (made.kinds.push(blank()), app.draw()),
            },
            icon('plus'),
            t('template.more'),
          ),
        h('span', { class: 'grow' }),
        h('button', {
          type: 'button',
          key: 'leave',
          class: 'quiet small',
          onclick: () => (sent.clear(), made = null, app.draw()),
        }, t('cancel')),
        h('button', { type: 'button', key: 'save', class: 'small', disabled: sent.busy, onclick: save }, t('save')),
      ),
    );
  }

  /** What it asks for, so that nobody has to open a room to see. */
  function told(chosen) {
    const own = ownOf(app, log).find(({ id }) => id === chosen);
    const kinds = own ? kindsOf(own) : usual(chosen in TEMPLATES ? chosen : 'review');
    return kinds.map(({ key, sense, name }) => `${t(`kindMark.${sense}`)} ${name ?? t(`kind.${key}`)}`).join(' · ');
  }

  /** The record comes when it likes, before the answer or after it. */
  function chooseSaved(own, choose) {
    const found = saved && own.find(({ id, name }) => name === saved.name && !saved.before.has(id));
    if (!found) return;
    saved = null;
    queueMicrotask(() => choose(found.id));
  }

  function draw(chosen, choose) {
    const own = ownOf(app, log);
    chooseSaved(own, choose);
    const isOwn = own.some(({ id }) => id === chosen);
    return h(
      'div',
      { class: 'templates' },
      field(
        t('template.title'),
        h(
          'select',
          { value: chosen, onchange: (event) => choose(event.currentTarget.value) },
          Object.keys(TEMPLATES).map((id) => h('option', { key: id, value: id }, t(`template.usual.${id}`))),
          own.map(({ id, name }) => h('option', { key: id, value: id }, name)),
        ),
      ),
      h(
        'p',
        { class: 'quiet-text tiny row' },
        h('span', { class: 'grow' }, told(chosen)),
        isOwn && app.may('template.remove') &&
          h('button', {
            type: 'button',
            key: 'remove',
            class: 'quiet link',
            onclick: () => (app.submit(log, 'template.remove', { template: chosen }), choose('review')),
          }, t('template.remove')),
        isOwn && !made && app.may('template.save') &&
          h('button', {
            type: 'button',
            key: 'copy',
            class: 'quiet link',
            onclick: () => begin(own.find(({ id }) => id === chosen)),
          }, t('template.copy')),
        log && !made && app.may('template.save') &&
          h('button', {
            type: 'button',
            key: 'make',
            class: 'quiet link',
            onclick: () => begin(null),
          }, t('template.make')),
      ),
      made && form(),
    );
  }

  return {
    draw,
    get isUnsaved() {
      return made !== null && !sent.busy &&
        [made.name, ...made.kinds.flatMap(({ name, hint }) => [name, hint]), ...Object.values(made.hints)]
          .some((words) => words.trim() !== '');
    },
  };
}

/** To be changed and saved under another name: what is kept is never another than it was. */
function copyOf({ name, kinds, hints = {} }) {
  return {
    name: [...t('template.copyName', { name })].slice(0, longest('template.save', 'name')).join(''),
    kinds: kinds.map(({ name, hint = '', sense }) => ({ name, hint, sense })),
    hints: { ...hints },
  };
}
