import { h } from '../ui/dom.js';

export function open(app) {
  return { title: () => 'show', render: () => h('main', null, 'show') };
}
