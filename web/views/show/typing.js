/**
 * The numbers of a show typed by hand, when there is no file: first those with a goal, then what a team usually types, then
 * whatever else of the catalogue is added.
 */
import { longest } from '../../core/acts.js';
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { field, select } from '../../ui/field.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { byMetric } from '../../ui/metricorder.js';
import { parseMetric } from '../../ui/parse.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

/** What a team usually types. */
const USUAL = [
  'watch_uv',
  'gmv',
  'pay_cnt',
  'pay_uv',
  'avg_online',
  'peak_online',
  'avg_watch_sec',
  'clk_pay_rate',
  'new_follow',
  'wecom_new',
  'reserve_uv',
  'refund_amt',
];

/**
 * What the form asks for, in its order: `goals` are metrics that have one, `more` those that were added.
 */
export function askedFor(goals, more) {
  const first = [...goals].sort(byMetric);
  return [...new Set([...first, ...USUAL, ...more])];
}

/** `isOpen`, and what opens it (`button()`) and the form itself (`form()`). */
export function typedNumbers(page) {
  const { app, log } = page;
  let isOpen = false;
  let added = [];
  /** Chosen, and not added yet: by the keys a select goes through all that lie before the one that is meant. */
  let picked = null;
  let problems = new Set();
  const sent = new Submission(app, { saved: () => (clear(), (isOpen = false)) });
  const draft = (name) => `${name}:${log}`;
  const isTyped = (metric) => app.drafts.read(draft(metric)).trim() !== '';

  /** What was half written before a reload is asked for as well. */
  function asked() {
    const goals = page.records.all('goal').map(({ metric }) => metric).filter((metric) => metric in METRICS);
    const kept = Object.keys(METRICS).filter((metric) => !added.includes(metric) && isTyped(metric));
    return askedFor(goals, [...added, ...kept]);
  }

  function clear() {
    for (const name of ['snapshot-label', ...asked()]) app.drafts.clear(draft(name));
    added = [];
  }

  function add() {
    if (!picked) return;
    const metric = picked;
    added = [...added, metric];
    picked = null;
    app.draw();
    requestAnimationFrame(() => document.getElementById(`typed-${metric}`)?.focus());
  }

  function take() {
    const values = {};
    problems = new Set();
    for (const metric of asked()) {
      const typed = app.drafts.read(draft(metric)).trim();
      if (!typed) continue;
      const value = parseMetric(metric, typed);
      if (value === null) problems.add(metric);
      else values[metric] = value;
    }
    if (problems.size === 0 && Object.keys(values).length > 0) {
      const label = app.drafts.read(draft('snapshot-label')).trim();
      sent.send(log, 'snapshot.take', label ? { values, label } : { values });
    }
    app.draw();
  }

  function form() {
    const metrics = asked();
    return h(
      'form',
      { class: 'snapshot-form card', key: 'snapshot-form', onsubmit: (event) => (event.preventDefault(), take()) },
      h(
        'div',
        { class: 'inputs' },
        metrics.map((metric) =>
          field(
            `${t(`metric.${metric}`)} ${t(`unit.${METRICS[metric].unit}`)}`,
            h('input', {
              key: metric,
              id: `typed-${metric}`,
              inputmode: METRICS[metric].unit === 'seconds' ? 'text' : 'decimal',
              placeholder: METRICS[metric].unit === 'seconds' ? '3:25' : null,
              'aria-invalid': String(problems.has(metric)),
              ...app.drafts.field(draft(metric)),
              ...onEnter(take),
            }),
          )
        ),
        more(metrics),
        field(
          t('numbers.label'),
          h('input', {
            maxlength: longest('snapshot.take', 'label'),
            placeholder: t('numbers.labelHint'),
            ...app.drafts.field(draft('snapshot-label')),
            ...onEnter(take),
          }),
        ),
      ),
      problems.size > 0 && h('p', { class: 'error', role: 'alert' }, t('numbers.unreadable')),
      sent.line(),
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', class: 'quiet', onclick: () => ((isOpen = false), app.draw()) }, t('cancel')),
        h('button', { class: 'primary', disabled: sent.busy }, t('save')),
      ),
    );
  }

  /** Whatever else the catalogue has, by who answers for it. */
  function more(metrics) {
    const rest = Object.keys(METRICS).filter((metric) => !metrics.includes(metric));
    if (rest.length === 0) return null;
    return h(
      'div',
      { class: 'row more-metric', key: 'more' },
      field(
        t('numbers.more'),
        select({
          value: rest.includes(picked) ? picked : null,
          blank: t('numbers.moreHint'),
          options: rest.map((metric) => ({ value: metric, text: t(`metric.${metric}`) })),
          choose: (metric) => ((picked = metric), app.draw()),
        }),
      ),
      h('button', { type: 'button', disabled: !rest.includes(picked), onclick: add }, t('numbers.addMetric')),
    );
  }

  function button() {
    return h(
      'button',
      { class: 'small', 'aria-expanded': String(isOpen), onclick: () => ((isOpen = !isOpen), app.draw()) },
      icon('edit'),
      t('numbers.type'),
    );
  }

  return {
    get isOpen() {
      return isOpen;
    },
    button,
    form,
  };
}
