/** The question log: composer on top, newest first below, others' questions waiting at the door. */
import { Arrivals } from '../../ui/arrivals.js';
import { h } from '../../ui/dom.js';
import { ghostWays } from '../../ui/ghost.js';
import { select } from '../../ui/field.js';
import { itemState } from '../../ui/status.js';
import { t } from '../../ui/words.js';
import { Attending } from './attending.js';
import { composer, productsOf } from './composer.js';
import { expected } from './pending.js';
import { isUntold, questionRow } from './question.js';
import { optionsOf, STATUSES } from './vocabulary.js';

export function questionsTab(page) {
  const { app, log } = page;
  const arrivals = new Arrivals();
  const line = composer(page, {
    logged(item) {
      arrivals.admit();
      state.logged(item.id);
    },
    find: () => document.querySelector('.question.own')?.scrollIntoView({ block: 'center' }),
  });
  const filter = { product: null, status: null, air: false };
  const state = new Attending(() => app.draw());
  const mayLog = () => app.may('question.log');
  const mayImport = () => app.mayBring('questions.import');

  function narrow(name, value) {
    filter[name] = value;
    arrivals.admit();
    app.draw();
  }

  /** One that is open, and one just logged here, stays in sight, whatever others make of it. */
  function passes(question) {
    if (state.is(question.id) || state.isOwn(page.records.key('question', question.id))) return true;
    if (filter.product && question.product !== filter.product) return false;
    if (filter.status && (question.status !== filter.status || isUntold(question))) return false;
    return !filter.air || (question.onAir && question.status !== 'resolved');
  }

  function empty(all) {
    if (all > 0) return h('p', { class: 'empty' }, t('show.noMatch'));
    return h('p', { class: 'empty' }, t(mayLog() ? 'show.noQuestions' : 'show.noQuestionsYet'));
  }

  function render() {
    const me = app.me?.member;
    const all = page.records.all('question');
    const items = app.outbox.items(log);
    const ghosts = items.filter((item) => item.op === 'question.log').reverse();
    const look = () => arrivals.sift(all, (question) => question.by === me);
    // Where the filter leaves nothing to be read, nothing is moved by what comes.
    if (!look().some(passes)) arrivals.admit();
    const inside = look();
    const rows = inside.filter(passes).sort((one, other) => other.offset - one.offset || other.no - one.no);
    const logs = mayLog() || line.isHeld;
    const news = arrivals.waiting > 0 &&
      h(
        'button',
        { key: 'waiting', type: 'button', class: 'newcomers', onclick: () => (arrivals.admit(), app.draw()) },
        t('show.newQuestions', { n: arrivals.waiting }),
      );
    return [
      logs && line.render(mayLog(), news),
      h(
        'div',
        { class: 'filters' },
        select({
          class: filter.product ? 'pick chosen' : 'pick',
          'aria-label': t('show.product'),
          blank: t('show.allProducts'),
          options: productsOf(page).map((value) => ({ value, text: value })),
          value: filter.product,
          choose: (value) => narrow('product', value),
        }),
        select({
          class: filter.status ? 'pick chosen' : 'pick',
          'aria-label': t('show.status'),
          blank: t('show.allStatuses'),
          options: optionsOf(STATUSES, 'questionStatus'),
          value: filter.status,
          choose: (value) => narrow('status', value),
        }),
        h('button', {
          class: 'chip small',
          'aria-pressed': String(filter.air),
          onclick: () => narrow('air', !filter.air),
        }, t('show.airOnly')),
        mayImport() && page.bring.button({ prefers: ['questions'] }),
        !logs && news,
      ),
      h(
        'ol',
        { class: 'questions', 'aria-label': t('show.tab.questions') },
        ghosts.map((item) => ghost(app, item, line)),
        rows.map((question) => questionRow(page, expected(question, items), state)),
      ),
      rows.length + ghosts.length === 0 && empty(all.length),
    ];
  }

  return { render };
}

function ghost(app, item, line) {
  const { text, offset, product, category, urgency } = item.args;
  const refused = item.state === 'refused';
  return h(
    'li',
    { key: item.id, class: refused ? 'question ghost refused' : 'question ghost' },
    h('time', null, app.f.offset(offset)),
    h(
      'div',
      { class: 'body' },
      h('p', { class: 'text' }, text),
      h(
        'p',
        { class: 'tags' },
        product && h('span', null, product),
        category && h('span', null, t(`category.${category}`)),
        urgency && h('span', null, t(`urgency.${urgency}`)),
        itemState(item),
      ),
      refused &&
        h(
          'p',
          { class: 'row' },
          ghostWays(app, item, { words: t('show.restore'), back: () => line.restore(item), drops: true }),
        ),
    ),
  );
}
