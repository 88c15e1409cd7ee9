/** A channel's traffic light: how far off its goal a number may be, told in words, and changed by leads and operations. */
import { ACTS } from '../../core/wire.js';
import { h } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { holdsFocus } from '../../ui/focus.js';
import { ghostLine } from '../../ui/ghost.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { overlaid } from '../../ui/pending.js';
import { t } from '../../ui/words.js';

const OP = 'thresholds.set';
const LIMITS = ACTS[OP].fields.near.number;
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
const NAMES = ['near', 'far'];
const begin = ({ near, far }) => ({ near: String(near), far: String(far) });
const isUntouched = ({ fields, begun }, name) => fields[name] === begin(begun)[name];

/** What stands in the fields of an edit: one that its member has not touched follows what others make of it, `now`. */
export function followed(edit, now) {
  const stands = (name) => (isUntouched(edit, name) ? begin(now)[name] : edit.fields[name]);
  return { near: stands('near'), far: stands('far') };
}

/** One for all channels: at most one of them is being changed. */
export function trafficLights(app) {
  let editing = null; // { channel, edit, tried }

  const pending = ({ log }) => app.outbox.items(log).filter(({ op }) => op === OP);
  const stored = ({ id }) => app.listed.thresholds(id);
  /** As they will be once what is on its way is saved. */
  const expected = (channel) =>
    overlaid(stored(channel), pending(channel), { [OP]: (_, { near, far }) => ({ near, far }) });

  function open(channel, fields = {}) {
    const edit = new Edit(app, {
      log: channel.log,
      op: OP,
      record: expected(channel),
      draft: `light:${channel.id}`,
      begin,
      forgotten: close,
    });
    editing = { channel: channel.id, edit, tried: false };
    edit.change(fields);
  }

  function close() {
    editing = null;
    app.draw();
  }

  /** It stands in the row from now on, and what becomes of it: nothing that is on its way is behind a form. */
  function send(channel) {
    const { edit } = editing;
    const now = expected(channel);
    const { near, far, wrong } = readLight(followed(edit, now), LIMITS);
    editing.tried = true;
    if (wrong) return app.draw();
    if (near !== now.near || far !== now.far) {
      app.submit(channel.log, OP, { near, far }, { slot: `${OP} ${channel.log}` });
    }
    edit.forget();
  }

  /** What was refused stands in the form once more. */
  function takeBack(channel, item) {
    app.outbox.dismiss(item.id);
    open(channel, begin(item.args));
  }

  function number(name, channel, stands, wrong) {
    const { edit, tried } = editing;
    const [least, most] = LIMITS;
    const error = tried && wrong?.field === name && t(`settings.light.${wrong.problem}`, { least, most });
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
            value: stands[name],
            revision: isUntouched(edit, name) ? stands[name] : 'mine',
            'aria-invalid': String(Boolean(error)),
            'aria-describedby': error ? id : null,
            created: name === 'near' ? (node) => (node.focus(), node.select()) : undefined,
            ...onEnter(() => send(channel), close),
            oninput: (event) => edit.change({ [name]: event.currentTarget.value }),
          }),
          '%',
        ),
      ),
      error && h('small', { class: 'error', role: 'alert', id }, error),
    );
  }

  function form(channel) {
    const { edit } = editing;
    const now = expected(channel);
    const stands = followed(edit, now);
    const { near, far, wrong } = readLight(stands, LIMITS);
    const isOvertaken = now.near !== edit.begun.near || now.far !== edit.begun.far;
    return h(
      'form',
      {
        class: 'light',
        key: `${channel.id} light`,
        'aria-label': t('settings.light.of', { channel: channel.name }),
        onsubmit: (event) => (event.preventDefault(), send(channel)),
      },
      isOvertaken && h('p', { class: 'warning', role: 'status', key: 'newer' }, t('settings.light.newer', now)),
      h('div', { class: 'two' }, NAMES.map((name) => number(name, channel, stands, wrong))),
      h(
        'p',
        { class: 'quiet-text tiny', role: 'status' },
        !wrong && t('settings.light.means', { near, far }),
      ),
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', class: 'quiet small', onclick: () => edit.forget() }, t('cancel')),
        h('button', { class: 'primary small' }, t('save')),
      ),
    );
  }

  function summary(channel) {
    const { near, far } = expected(channel);
    const waits = pending(channel).some(({ state }) => state !== 'refused');
    return h(
      'button',
      {
        class: `quiet small light-summary${waits ? ' ghost' : ''}`,
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
    if (!channel.log || !(app.may(OP) || holdsFocus('.light'))) return null;
    const back = (item) => ({ words: t('edit'), back: () => takeBack(channel, item), drops: true });
    return [
      editing?.channel === channel.id ? form(channel) : summary(channel),
      pending(channel).map((item) => ghostLine(app, item, back(item))),
    ];
  };
}
