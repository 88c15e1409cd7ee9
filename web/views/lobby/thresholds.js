/** A channel's traffic light: how far off its goal a number may be, told in words, and changed by leads and operations. */
import { ACTS } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { holdsFocus } from '../../ui/focus.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { Submission } from '../../ui/submission.js';
import { refusal, t } from '../../ui/words.js';

const LIMITS = ACTS['thresholds.set'].fields.near.number;
const SHAPES = { green: '●', amber: '▲', red: '■' };

/** What stands in the fields: `{near, far, wrong}`; `wrong` is `{field, problem: 'whole' | 'order'}` or null. */
export function readLight(written, [least, most]) {
  const [near, far] = [written.near, written.far].map((text) => whole(text.normalize('NFKC').trim()));
  const isWithin = (number) => number >= least && number <= most;
  const field = !isWithin(near) ? 'near' : !isWithin(far) ? 'far' : null;
  if (field) return { near, far, wrong: { field, problem: 'whole' } };
  return { near, far, wrong: near < far ? null : { field: 'far', problem: 'order' } };
}

const whole = (text) => (/^\d{1,2}$/.test(text) ? Number(text) : NaN);

/** One for all channels: at most one of them is being changed. */
export function trafficLights(app) {
  let editing = null; // { channel, near, far, tried, sent }

  function open(channel) {
    const { near, far } = app.listed.thresholds(channel.id);
    const sent = new Submission(app, { saved: close });
    editing = { channel: channel.id, near: String(near), far: String(far), tried: false, sent };
    app.draw();
  }

  function close() {
    editing = null;
    app.draw();
  }

  function send(channel) {
    editing.tried = true;
    const { near, far, wrong } = readLight(editing, LIMITS);
    const now = app.listed.thresholds(channel.id);
    if (near === now.near && far === now.far) return close();
    if (!wrong) editing.sent.send(channel.log, 'thresholds.set', { near, far });
    app.draw();
  }

  /** At the field it is about: what is wrong with it, or what the server says of it. */
  function errorAt(name) {
    const { wrong } = readLight(editing, LIMITS);
    const [least, most] = LIMITS;
    if (editing.tried && wrong?.field === name) return t(`settings.light.${wrong.problem}`, { least, most });
    const refused = editing.sent.refusal;
    return refused && (refused.detail?.field ?? 'far') === name ? refusal(refused) : null;
  }

  function number(name, channel) {
    const error = errorAt(name);
    const id = `light-${channel.id}-${name}`;
    return h(
      'div',
      { key: name },
      h(
        'label',
        { class: 'field' },
        h('span', null, t(`settings.light.${name}`)),
        h(
          'span',
          { class: 'percent' },
          h('input', {
            inputmode: 'numeric',
            maxlength: '3',
            autocomplete: 'off',
            value: editing[name],
            'aria-invalid': String(Boolean(error)),
            'aria-describedby': error ? id : null,
            created: name === 'near' ? (node) => (node.focus(), node.select()) : undefined,
            ...onEnter(() => send(channel), close),
            oninput: (event) => change({ [name]: event.currentTarget.value }),
          }),
          '%',
        ),
      ),
      error && h('small', { class: 'error', role: 'alert', id }, error),
    );
  }

  function change(part) {
    editing.sent.clear();
    Object.assign(editing, part);
    app.draw();
  }

  function form(channel) {
    const { near, far, wrong } = readLight(editing, LIMITS);
    return h(
      'form',
      {
        class: 'light',
        key: `${channel.id} light`,
        'aria-label': t('settings.light.of', { channel: channel.name }),
        onsubmit: (event) => (event.preventDefault(), send(channel)),
      },
      h('div', { class: 'two' }, number('near', channel), number('far', channel)),
      h(
        'p',
        { class: 'quiet-text tiny', role: 'status' },
        !wrong && t('settings.light.means', { near, far }),
      ),
      editing.sent.busy && editing.sent.line(),
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', class: 'quiet small', onclick: close }, t('cancel')),
        h('button', { class: 'primary small', disabled: editing.sent.busy }, t('save')),
      ),
    );
  }

  function summary(channel) {
    const { near, far } = app.listed.thresholds(channel.id);
    return h(
      'button',
      {
        class: 'quiet small light-summary',
        key: `${channel.id} light`,
        'aria-label': `${t('settings.light.of', { channel: channel.name })}：${
          t('settings.light.means', { near, far })
        }`,
        onclick: () => open(channel),
      },
      h('span', { class: 'quiet-text' }, t('settings.light.name')),
      Object.entries(SHAPES).map(([level, shape]) =>
        h('span', { key: level, class: `gap ${level}` }, `${shape} ${t(`settings.light.${level}`, { near, far })}`)
      ),
      icon('edit'),
    );
  }

  /** Of a channel that has no log there is nothing to be said: the server is one of before. */
  return (channel) => {
    if (!channel.log || !(app.may('thresholds.set') || holdsFocus('.light'))) return null;
    const isOpen = editing?.channel === channel.id;
    const items = isOpen ? [] : app.outbox.items(channel.log).filter(({ op }) => op === 'thresholds.set');
    return [isOpen ? form(channel) : summary(channel), items.map((item) => ghostLine(app, item))];
  };
}
