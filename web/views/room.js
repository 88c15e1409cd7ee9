import { h } from '../ui/dom.js';

export function open(app) {
  return { title: () => 'room', render: () => h('main', null, 'room') };
}
