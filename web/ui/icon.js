/** Line icons on a 20-unit grid, drawn in the colour of the text; `icon(name)` is decoration, hidden from readers. */
import { h } from './dom.js';

const PATHS = {
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  down: 'M6 8l4 4 4-4',
  back: 'M12 4l-6 6 6 6',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  phone: 'M6 2.5h8a1 1 0 011 1v13a1 1 0 01-1 1H6a1 1 0 01-1-1v-13a1 1 0 011-1zM9 14.5h2',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 004 4l2-2M13 11l2-2a2.8 2.8 0 00-4-4L9 7',
  people:
    'M7.5 9a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM2.5 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M13 4.3a2.5 2.5 0 010 4.4M14.5 11.8c2 .5 3 2 3 4.2',
  book: 'M4 4.5c2.5-1 4.5-1 6 .5 1.5-1.5 3.5-1.5 6-.5v11c-2.5-1-4.5-1-6 .5-1.5-1.5-3.5-1.5-6-.5zM10 5v11',
  mic: 'M10 3a2 2 0 012 2v4a2 2 0 01-4 0V5a2 2 0 012-2zM5.5 9.5a4.5 4.5 0 009 0M10 14v3',
  reply: 'M8 5L4 9l4 4M4 9h7c3 0 5 2 5 6',
  tick: 'M4 10.5l4 4 8-9',
  upload: 'M10 13V4M6.5 7.5L10 4l3.5 3.5M4 13v3h12v-3',
  download: 'M10 4v9M6.5 9.5L10 13l3.5-3.5M4 13v3h12v-3',
  chart: 'M4 4v12h12M7 13l3-4 2.5 2L16 6',
  flag: 'M5 17V3.5M5 4h9l-2 3 2 3H5',
  tag: 'M3.5 4.5v5l7 7 6-6-7-7zM7 7.5h.01',
  stack: 'M10 3.5l7 3.5-7 3.5L3 7zM3 10.5l7 3.5 7-3.5M3 13.5l7 3.5 7-3.5',
  gear:
    'M10 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.5 13.5L15 15M15 5l-1.5 1.5M6.5 13.5L5 15',
  edit: 'M4 16l1-4 8-8 3 3-8 8zM11.5 5.5l3 3',
  print: 'M6 8V3h8v5M6 14H4V8h12v6h-2M6 12h8v5H6z',
  send: 'M17 3L9 11M17 3l-5 14-3-6-6-3z',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  eye: 'M2.5 10s2.7-5 7.5-5 7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 100-4.4 2.2 2.2 0 000 4.4z',
  comment: 'M4 4.5h12v8.5H9.5L6 16v-3H4z',
  clock: 'M10 17a7 7 0 100-14 7 7 0 000 14zM10 6v4.5l3 1.8',
  erase:
    'M8 16h8M4.3 11.7l6.9-6.9a1.4 1.4 0 012 0l2.5 2.5a1.4 1.4 0 010 2L9 16H7l-2.7-2.6a1.2 1.2 0 010-1.7zM7.5 8.5l4.5 4.5',
  pause: 'M7 5v10M13 5v10',
  play: 'M7 4.5l8 5.5-8 5.5z',
  search: 'M9 14.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM13 13l4 4',
  out: 'M8 4H4v12h4M12 6l4 4-4 4M16 10H8',
};

export function icon(name) {
  return h('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, h('path', { d: PATHS[name] }));
}
