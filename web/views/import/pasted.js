/**
 * A table from the clipboard as the text of a file. Pure, but for the reading of a page's markup, which is handed in.
 *
 *     holdsTable({ text, html })        whether there is one, without reading it
 *     tableOf({ text, html }, parse)    its text, cells parted by tabs; '' where there is none
 */
export const holdsTable = ({ text = '', html = '' }) => /\t/.test(text) || /<table[\s>]/i.test(html);

export function tableOf({ text = '', html = '' }, parse) {
  if (/\t/.test(text) || !/<table[\s>]/i.test(html)) return text;
  const table = parse(html).querySelector('table');
  return [...(table?.querySelectorAll('tr') ?? [])]
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => quoted(cell.textContent)).join('\t'))
    .join('\n');
}

const quoted = (words) => {
  const text = words.trim();
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
