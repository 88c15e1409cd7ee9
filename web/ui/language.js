/** The other language, at once and for good; whoever pressed a button has it still under their finger. */
import { language, speak } from './words.js';

export async function turnLanguage(app) {
  await speak(language === 'en' ? 'zh-CN' : 'en', { remember: true });
  const root = document.getElementById('app');
  const way = focused(root);
  app.drawing.now();
  focusAgain(root, way);
}

/** Where the focus is within `root`, as a way down through its children; the same way leads there when all was made anew. */
function focused(root) {
  const way = [];
  let node = document.activeElement;
  if (!root.contains(node)) return way;
  for (; node !== root; node = node.parentNode) way.unshift([...node.parentNode.children].indexOf(node));
  return way;
}

function focusAgain(root, way) {
  if (way.length > 0) way.reduce((node, index) => node?.children[index], root)?.focus();
}
