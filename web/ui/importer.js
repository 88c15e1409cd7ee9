/**
 * A file handed to the server, and its report: what was read, what was not understood and why; good cells are kept.
 *
 *     const files = importer(app, { log, kinds: ['summary', 'trend'] });   // or { channel, kinds: ['list'] }
 *     files.button(label, kind?)   · files.report()
 */
import { api } from '../core/http.js';
import { h } from './dom.js';
import { icon } from './icon.js';
import { knows, refusal, t } from './words.js';

export function importer(app, { log, channel, kinds, done }) {
  let busy = null;
  let outcome = null;

  async function send(file, kind) {
    if (!file || busy) return;
    busy = file.name;
    outcome = null;
    app.draw();
    try {
      const target = new URLSearchParams(log ? { log, file: kind } : { file: kind, channel });
      outcome = { name: file.name, ...(await api(`/api/import?${target}`, { bytes: file })) };
      done?.(outcome);
    } catch (error) {
      outcome = { name: file.name, error };
    }
    busy = null;
    app.draw();
  }

  function button(label, kind = kinds[0]) {
    return h(
      'label',
      { class: 'button small file', key: `file ${kind}` },
      icon('upload'),
      label,
      h('input', {
        type: 'file',
        class: 'unseen',
        accept: '.csv,.tsv,.txt,.xlsx,text/csv',
        disabled: Boolean(busy),
        onchange: (event) => {
          send(event.currentTarget.files[0], kind);
          event.currentTarget.value = '';
        },
      }),
    );
  }

  function report() {
    if (busy) return h('p', { class: 'report', role: 'status', key: 'report' }, t('files.busy', { name: busy }));
    if (!outcome) return null;
    const close = () => {
      outcome = null;
      app.draw();
    };
    return h(
      'section',
      { class: 'report card', role: 'status', key: 'report' },
      h(
        'header',
        { class: 'row' },
        h('b', { class: 'grow' }, outcome.name),
        h('button', { class: 'quiet icon-only small', 'aria-label': t('close'), onclick: close }, icon('close')),
      ),
      outcome.error ? h('p', { class: 'error' }, wordsFor(outcome.error)) : details(outcome),
    );
  }

  return { button, report };
}

function wordsFor(error) {
  const fault = error.detail?.problem ?? error.detail?.why ?? error.code;
  return knows(`files.fault.${fault}`) ? t(`files.fault.${fault}`) : refusal(error);
}

function details({ encoding, rows, accepted, ignored = [], left = [], problems = [] }) {
  return [
    h('p', null, t('files.read', { rows, accepted, encoding })),
    ignored.length > 0 && h('p', { class: 'quiet-text' }, t('files.ignored', { columns: ignored.join('、') })),
    left.length > 0 && h('p', { class: 'quiet-text' }, t('files.left', { sheets: left.join('、') })),
    problems.length > 0 &&
    h(
      'table',
      { class: 'problems' },
      h('caption', null, t('files.problems', { n: problems.length })),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          ['line', 'column', 'cell', 'why'].map((name) => h('th', { key: name, scope: 'col' }, t(`files.${name}`))),
        ),
      ),
      h(
        'tbody',
        null,
        problems.map(({ sheet, line, column, header, code, raw }, n) =>
          h(
            'tr',
            { key: n },
            h('td', null, sheet ? `${sheet} ${line}` : String(line)),
            h('td', null, header ?? column ?? '—'),
            h('td', null, raw || '—'),
            h('td', null, knows(`files.problem.${code}`) ? t(`files.problem.${code}`) : code),
          )
        ),
      ),
    ),
  ];
}
