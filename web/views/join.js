import { h } from '../ui/dom.js';

export function open(app) {
  return { title: () => 'join', render: () => h('main', null, 'join') };
}
