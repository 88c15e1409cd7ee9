import { h } from '../ui/dom.js';

export function open(app) {
  return { title: () => 'playbook', render: () => h('main', null, 'playbook') };
}
