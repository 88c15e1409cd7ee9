/** A show's beginning and end: pressed, asked about where it is odd, taken back, corrected later. */
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { sure } from '../../ui/sure.js';
import { t } from '../../ui/words.js';
import { distance, isOdd, pressed } from './moment.js';
import { timesDialog } from './times.js';

/** What this page has pressed may be taken back as long as nothing came after it. */
const STANDS = { start: (show) => show.start && !show.end, end: (show) => show.end };

export function airing(page) {
  const { app, log } = page;
  let asking = null; // 'start', 'end' or 'times'
  let own = null; // 'start' or 'end': what was pressed here last
  let form = null;

  function ask(what) {
    asking = what;
    form = what === 'times' ? timesDialog(page, () => ask(null)) : null;
    app.draw();
  }

  function act(op, args = {}) {
    own = args.at === '' ? null : op.slice(5);
    app.submit(log, op, args);
    ask(null);
  }

  /** A press long before the plan or long after it may be a mistake, or late: every minute of the show hangs on it. */
  const start = () => (isOdd(page.show, app.clock.now()) ? ask('start') : act('show.start'));

  function buttons() {
    const { show, live } = page;
    if (!app.may('show.start')) return null;
    const going = app.outbox.items(log).some((item) => item.op === 'show.start' || item.op === 'show.end');
    if (asking === 'end') {
      return sure({ keep: t('cancel'), go: t('show.endSure'), act: () => act('show.end'), leave: () => ask(null) });
    }
    const undone = own && STANDS[own](show) ? own : pressed(show, app.clock.now());
    return [
      undone &&
      h('button', {
        key: 'undo',
        class: 'quiet',
        disabled: going,
        onclick: () => act(`show.${undone}`, { at: '' }),
      }, t(`show.undo.${undone}`)),
      !show.start && h('button', { key: 'start', class: 'primary', disabled: going, onclick: start }, t('show.start')),
      live && h('button', { key: 'end', class: 'quiet', disabled: going, onclick: () => ask('end') }, t('show.end')),
      h('button', {
        key: 'times',
        class: 'quiet icon-only',
        'aria-label': t('show.times'),
        title: t('show.times'),
        onclick: () => ask('times'),
      }, icon('clock')),
    ];
  }

  function odd() {
    const { show } = page;
    const now = app.clock.now();
    const late = now > show.plannedStart;
    const by = app.f.duration(distance(show, now));
    return dialog(
      { title: t('show.start'), close: () => ask(null) },
      h('p', null, t(late ? 'show.late' : 'show.early', { planned: app.f.when(show.plannedStart), by })),
      h(
        'div',
        { class: 'row choices' },
        h(
          'button',
          { key: 'now', class: late ? null : 'primary', onclick: () => act('show.start') },
          t('show.startNow', { at: app.f.time(now) }),
        ),
        late &&
          h(
            'button',
            { key: 'plan', class: 'primary', onclick: () => act('show.start', { at: show.plannedStart }) },
            t('show.startPlanned', { at: app.f.time(show.plannedStart) }),
          ),
        late && h('button', { key: 'other', class: 'quiet', onclick: () => ask('times') }, t('show.startOther')),
        !late && h('button', { key: 'not', class: 'quiet', onclick: () => ask(null) }, t('cancel')),
      ),
    );
  }

  /** What the platform's file says instead, for who may correct it. */
  function offer() {
    const { show } = page;
    const { start: began, end: ended } = show.told ?? {};
    const differs = (told, known) => told && known && Math.abs(told - known) >= 60_000;
    if (!app.may('show.plan') || !(differs(began, show.start) || differs(ended, show.end))) return null;
    const take = () =>
      app.submit(log, 'show.plan', { ...(began ? { start: began } : {}), ...(ended ? { end: ended } : {}) });
    const waits = app.outbox.items(log).some((item) => item.op === 'show.plan' && item.state !== 'refused');
    return h(
      'p',
      { class: 'warning told', key: 'told' },
      h(
        'span',
        { class: 'grow' },
        t('show.told', { from: began ? app.f.when(began) : '—', to: ended ? app.f.time(ended) : '—' }),
      ),
      h('button', { class: 'small', disabled: waits, onclick: take }, t('show.takeTold')),
    );
  }

  return { buttons, offer, dialogs: () => (asking === 'start' && !page.show.start ? odd() : form?.()) };
}
