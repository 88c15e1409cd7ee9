/** The places of the product: a quiet bar on a laptop, tabs at the thumb on a phone. `at`: the one that is open. */
import { h } from './dom.js';
import { icon } from './icon.js';
import { t } from './words.js';

const PLACES = [
  ['lobby', '/', 'chart'],
  ['actions', '/actions', 'tick'],
  ['playbook', '/playbook', 'book'],
];

export const placesBar = (at) =>
  h('nav', { class: 'places', key: 'places', 'aria-label': t('places.label') }, PLACES.map((place) => way(place, at)));

export const placesTabs = (at) =>
  h(
    'nav',
    { class: 'places-tabs', key: 'tabs', 'aria-label': t('places.label') },
    PLACES.map((place) => way(place, at)),
  );

const way = ([name, href, mark], at) =>
  h(
    'a',
    { key: name, href, 'aria-label': t(`opening.${name}`), 'aria-current': name === at ? 'page' : null },
    icon(mark),
    t(`places.${name}`),
  );
