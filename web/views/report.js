/**
 * A review's report for whoever has a link: without an account, and made anew at every look. The token stands in the
 * fragment, which browsers send to nobody, and stays there: who keeps the link may look again.
 */
import { api } from '../core/http.js';
import { h } from '../ui/dom.js';
import { makeFormat } from '../ui/format.js';
import { turnLanguage } from '../ui/language.js';
import { roleBadge } from '../ui/marks.js';
import { tombstone } from '../ui/tombstone.js';
import { language, refusal, t } from '../ui/words.js';
import { content } from './report/content.js';
import { sheet } from './report/sheet.js';

export const sheets = ['/css/ui/report.css'];
export const words = ['metrics', 'erasing', 'report'];

export function open(app) {
  let report = null;
  let error = null;

  async function look() {
    const token = location.hash.slice(1);
    report = error = null;
    app.draw();
    try {
      report = await api('/api/report', { body: { token } });
    } catch (refused) {
      error = refused;
    }
    app.draw();
  }

  addEventListener('hashchange', look);
  look();
  return {
    title: () => report?.title ?? t('report.shared.title'),
    render: () =>
      h(
        'main',
        { class: 'report-page alone' },
        h('h1', { class: 'unseen' }, t('report.shared.title')),
        !report && !error && h('p', { class: 'quiet-text', role: 'status' }, t('loading')),
        error && refused(error, look),
        report && (report.closedAt ? drawn(report) : opened(report)),
        h(
          'p',
          { class: 'report-foot' },
          h('span', null, report?.closedAt && t('report.shared.foot')),
          h(
            'button',
            { class: 'quiet small', onclick: () => turnLanguage(app) },
            language === 'en' ? '中文' : 'English',
          ),
        ),
      ),
    close: () => removeEventListener('hashchange', look),
  };
}

function drawn(report) {
  const house = houseOf(report);
  const tools = { f: house.f, t, roleName: house.roleName, name: ({ name }) => name };
  return sheet(content(report, tools), {
    t,
    badge: (role) => roleBadge(house, role),
    tombstone: (erased) => tombstone(house, erased),
  });
}

/** What elsewhere the directory says: the team's words for its roles, and its time zone. */
function houseOf({ labels = {}, zone = 'Asia/Shanghai' }) {
  return {
    f: makeFormat(language, zone, Date.now),
    roleName: (role) => labels[role] || t(role === 'all' ? 'everyone' : `role.${role}`),
  };
}

const opened = ({ title }) =>
  h('section', { class: 'report-sheet' }, h('h2', null, title), h('p', null, t('report.shared.open')));

function refused(error, look) {
  const words =
    { notFound: 'report.shared.gone', invalid: 'report.shared.gone', rate: 'report.shared.often' }[error.code];
  return h(
    'section',
    { class: 'report-sheet' },
    h('p', { role: 'alert' }, words ? t(words) : refusal(error)),
    words !== 'report.shared.gone' && h('p', null, h('button', { onclick: look }, t('status.again'))),
  );
}
