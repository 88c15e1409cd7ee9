/** Times that run by themselves, without the page being drawn again: `running(() => text)`, once a second. */
import { h } from './dom.js';

export function running(read, props = {}) {
  const tell = (node) => {
    const text = read();
    if (node.textContent !== text) node.textContent = text;
  };
  return h('time', {
    ...props,
    key: props.key ?? 'running',
    created: (node) => {
      tell(node);
      node.timer = setInterval(() => tell(node), 1000);
    },
    removed: (node) => clearInterval(node.timer),
  });
}
