import { h } from '../ui/dom.js';

export function open(app) {
  return { title: () => 'lobby', render: () => h('main', null, 'lobby') };
}
