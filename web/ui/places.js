/**
 * The places of the product: a quiet bar on a laptop, tabs at the thumb on a phone. `at`: the one that is open. Beside the
 * actions stands how many open ones are mine.
 */
import { MyActions } from '../core/myactions.js';
import { h } from './dom.js';
import { icon } from './icon.js';
import { t } from './words.js';

const PLACES = [
  ['lobby', '/', 'chart'],
  ['actions', '/actions', 'tick'],
  ['playbook', '/playbook', 'book'],
];

/** One for the page: who goes from place to place finds the count there. */
let own = null;

export const placesBar = (app, at) =>
  h('nav', { class: 'places', key: 'places', 'aria-label': t('places.label') }, PLACES.map((one) => way(app, one, at)));

export const placesTabs = (app, at) =>
  h(
    'nav',
    { class: 'places-tabs', key: 'tabs', 'aria-label': t('places.label') },
    PLACES.map((one) => way(app, one, at)),
  );

function way(app, [name, href, mark], at) {
  const mine = name === 'actions' ? (own ??= new MyActions({ app })).count : 0;
  const label = t(`opening.${name}`);
  return h(
    'a',
    {
      key: name,
      href,
      'aria-label': mine > 0 ? `${label} ${t('places.mine', { n: mine })}` : label,
      'aria-current': name === at ? 'page' : null,
    },
    icon(mark),
    t(`places.${name}`),
    mine > 0 && h('span', { class: 'count', 'aria-hidden': 'true' }, mine > 99 ? '99+' : mine),
  );
}
