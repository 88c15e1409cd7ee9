/** Goals before the show, numbers after it: typed or from the platform's files. Numbers are never overwritten. */
import { longest } from '../../core/acts.js';
import { METRICS } from '../../core/metrics.js';
import { share } from '../../ui/attainment.js';
import { h } from '../../ui/dom.js';
import { ofShow, sourced } from '../../ui/figure.js';
import { holdsFocus } from '../../ui/focus.js';
import { icon } from '../../ui/icon.js';
import { onEnter } from '../../ui/ime.js';
import { byMetric } from '../../ui/metricorder.js';
import { parseMetric } from '../../ui/parse.js';
import { itemState } from '../../ui/status.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';
import { goalRows } from '../room/goalrows.js';
import { SeriesData } from '../room/seriesdata.js';
import { currentNumbers, sources } from './current.js';
import { filesSection } from './files.js';
import { seriesSection } from './seriescards.js';
import { typedNumbers } from './typing.js';

export function numbersTab(page) {
  const { app, log } = page;
  const minutes = new SeriesData(app);
  const byHand = typedNumbers(page);
  let problems = new Set();
  const goal = new Submission(app, { saved: () => clear(['goal-metric', 'goal-value', 'goal-basis']) });
  const draft = (name) => `${name}:${log}`;

  function clear(names) {
    for (const name of names) app.drafts.clear(draft(name));
  }

  function setGoal() {
    const metric = app.drafts.read(draft('goal-metric'));
    const typed = app.drafts.read(draft('goal-value')).trim();
    const value = metric && typed ? parseMetric(metric, typed) : null;
    problems = new Set([!metric && 'goal-metric', value === null && 'goal-value'].filter(Boolean));
    if (problems.size === 0) {
      const basis = app.drafts.read(draft('goal-basis')).trim();
      goal.send(log, 'goal.set', basis ? { metric, value, basis } : { metric, value });
    }
    app.draw();
  }

  function goalForm() {
    return h(
      'form',
      { class: 'goal-form', key: 'goal-form', onsubmit: (event) => (event.preventDefault(), setGoal()) },
      h(
        'select',
        {
          'aria-label': t('field.metric'),
          'aria-invalid': String(problems.has('goal-metric')),
          ...app.drafts.field(draft('goal-metric')),
        },
        h('option', { key: '', value: '' }, t('numbers.metric')),
        Object.keys(METRICS).map((key) => h('option', { key, value: key }, t(`metric.${key}`))),
      ),
      h('input', {
        'aria-label': t('numbers.goal'),
        placeholder: t('numbers.goal'),
        inputmode: 'decimal',
        'aria-invalid': String(problems.has('goal-value')),
        ...app.drafts.field(draft('goal-value')),
        ...onEnter(setGoal),
      }),
      h('input', {
        class: 'basis',
        'aria-label': t('numbers.basis'),
        placeholder: t('numbers.basisHint'),
        maxlength: longest('goal.set', 'basis'),
        ...app.drafts.field(draft('goal-basis')),
        ...onEnter(setGoal),
      }),
      h('button', { class: 'primary', disabled: goal.busy }, t('numbers.setGoal')),
      problems.has('goal-value') && h('p', { class: 'error', role: 'alert' }, t('numbers.unreadable')),
      goal.line(),
    );
  }

  function render() {
    const goals = page.records.all('goal').sort((one, other) => byMetric(one.metric, other.metric));
    const mayPlan = app.may('goal.set');
    const mayTake = app.may('snapshot.take');
    return [
      h(
        'section',
        { key: 'goals', class: 'block' },
        h(
          'header',
          null,
          h('h2', null, t('numbers.goals')),
          mayPlan && page.bring.button({ label: t('numbers.importGoals'), prefers: ['goals'] }),
        ),
        goals.length > 0 && goalTable(page, goals, page.records.only('latest')?.values ?? {}, mayPlan),
        goals.length === 0 && h('p', { class: 'quiet-text' }, t('numbers.noGoals')),
        (mayPlan || holdsFocus('.goal-form')) && goalForm(),
      ),
      h(
        'section',
        { key: 'snapshots', class: 'block' },
        h(
          'header',
          null,
          h('h2', null, t('numbers.snapshots')),
          mayTake && page.bring.button({ prefers: ['summary', 'trend'] }),
          mayTake && byHand.button(),
        ),
        byHand.isOpen && byHand.form(),
        currentNumbers(page),
        page.records.count('snapshot') === 0 && !byHand.isOpen &&
          h('p', { class: 'quiet-text' }, t(mayTake ? 'numbers.noSnapshots' : 'numbers.noSnapshotsYet')),
        sources(page),
      ),
      seriesSection(page, minutes),
      filesSection(page),
    ];
  }

  return { render };
}

function goalTable({ app, log, records, thresholds }, goals, actual, mayPlan) {
  const items = app.outbox.items(log);
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      { class: 'goals' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          ['metric', 'goal', 'actual', 'attained', 'gap', 'basis'].map((name) =>
            h('th', { key: name, scope: 'col', class: name }, t(`numbers.${name}`))
          ),
          h('td', null),
        ),
      ),
      h(
        'tbody',
        null,
        goals.map(({ id, metric, value, basis }) => {
          const [{ gap, attainment }] = goalRows([{ metric, value, basis }], actual, {}, thresholds);
          const pending = items.find((item) => item.op.startsWith('goal.') && item.args.metric === metric);
          return h(
            'tr',
            { key: id },
            h('th', { scope: 'row' }, t(`metric.${metric}`)),
            h('td', { class: 'goal' }, app.f.metric(metric, value)),
            h(
              'td',
              { class: 'actual' },
              actual[metric] === undefined ? '—' : sourced(
                app,
                { metric, value: actual[metric], of: () => ofShow(records) },
                app.f.metric(metric, actual[metric]),
              ),
            ),
            h('td', { class: 'attained' }, attainment === null ? '—' : share(app.f, metric, attainment, gap)),
            h(
              'td',
              { class: 'gap-cell' },
              gap ? h('span', { class: `gap ${gap.level}` }, gap.text) : '—',
              attainment !== null && h('small', { class: 'reached' }, share(app.f, metric, attainment, gap)),
            ),
            h('td', { class: 'basis' }, pending ? itemState(pending) : basis ?? ''),
            h(
              'td',
              null,
              mayPlan &&
                h('button', {
                  class: 'quiet small icon-only',
                  'aria-label': t('numbers.clear', { metric: t(`metric.${metric}`) }),
                  onclick: () => app.submit(log, 'goal.clear', { metric }),
                }, icon('close')),
            ),
          );
        }),
      ),
    ),
  );
}
