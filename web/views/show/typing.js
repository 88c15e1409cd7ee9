/** The numbers of a show typed by hand, when there is no file. */
import { longest } from '../../core/acts.js';
import { METRICS } from '../../core/metrics.js';
import { h } from '../../ui/dom.js';
import { field } from '../../ui/field.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { parseMetric } from '../../ui/parse.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

/** What a team types by hand when there is no file. */
const TYPED = [
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

/** `isOpen`, and what opens it (`button()`) and the form itself (`form()`). */
export function typedNumbers({ app, log }) {
  let isOpen = false;
  let problems = new Set();
  const sent = new Submission(app, { saved: () => (clear(['snapshot-label', ...TYPED]), (isOpen = false)) });
  const draft = (name) => `${name}:${log}`;

  function clear(names) {
    for (const name of names) app.drafts.clear(draft(name));
  }

  function take() {
    const values = {};
    problems = new Set();
    for (const metric of TYPED) {
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
    return h(
      'form',
      { class: 'snapshot-form card', key: 'snapshot-form', onsubmit: (event) => (event.preventDefault(), take()) },
      h(
        'div',
        { class: 'inputs' },
        TYPED.map((metric) =>
          field(
            `${t(`metric.${metric}`)} ${t(`unit.${METRICS[metric].unit}`)}`,
            h('input', {
              key: metric,
              inputmode: METRICS[metric].unit === 'seconds' ? 'text' : 'decimal',
              placeholder: METRICS[metric].unit === 'seconds' ? '3:25' : null,
              'aria-invalid': String(problems.has(metric)),
              ...app.drafts.field(draft(metric)),
              ...onEnter(take),
            }),
          )
        ),
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
