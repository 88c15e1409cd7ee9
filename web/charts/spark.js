/** A small curve as SVG, drawn without a library: a line over its area, dots, one line upright, bars beneath. */
import { h } from '../ui/dom.js';

/**
 * The path of `values` at `offsets` within `box` `{from, to, most, width, height}`; a gap (null) breaks the line.
 */
export function linePath(offsets, values, { from, to, most, width, height }) {
  let path = '';
  let pen = 'M';
  offsets.forEach((offset, n) => {
    const value = values[n];
    if (value === null || value === undefined) {
      pen = 'M';
      return;
    }
    path += `${pen}${round(((offset - from) / (to - from)) * width)} ${round(height - (value / most) * height)}`;
    pen = 'L';
  });
  return path;
}

const round = (value) => Math.round(value * 10) / 10;

/**
 * `dots`: `[{offset, value, name}]`; `bars`: `[{offset, asked}]` of `barWidth` seconds; `minute`: the offset pointed
 * at; `stretch`: `{from, to}`, of which the drawing tells. `pick(offset)` hears a press, `hover(offset | null)` the pointer.
 */
export function spark(
  { offsets, values, dots = [], bars = [], barWidth = 300, minute = null, stretch = null, label, pick, hover },
) {
  const width = 300;
  const height = 84;
  const barHeight = 26;
  const from = offsets[0];
  const to = offsets.at(-1) + 60;
  const most = Math.max(1, ...values.filter((value) => value !== null)) * 1.08;
  const x = (offset) => round(((offset - from) / (to - from)) * width);
  const line = linePath(offsets, values, { from, to, most, width, height });
  const busiest = Math.max(1, ...bars.map((bar) => bar.asked));
  const offsetAt = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = from + ((event.clientX - box.left) / box.width) * (to - from);
    return Math.max(from, Math.min(to - 60, Math.floor(at / 60) * 60));
  };
  return h(
    'svg',
    {
      class: 'spark',
      viewBox: `0 0 ${width} ${height + (bars.length ? barHeight + 6 : 0)}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': label,
      onclick: (event) => pick?.(offsetAt(event)),
      onpointermove: (event) => hover?.(offsetAt(event)),
      onpointerleave: () => hover?.(null),
    },
    stretch && h('rect', {
      class: 'stretch',
      x: x(stretch.from),
      y: 0,
      width: round(x(stretch.to) - x(stretch.from)),
      height,
    }),
    h('path', { class: 'area', d: line && `${line}L${x(offsets.at(-1))} ${height}L${x(from)} ${height}Z` }),
    h('path', { class: 'spark-line', d: line }),
    h(
      'g',
      { class: 'bars' },
      bars.map((bar) =>
        bar.asked > 0 && h('rect', {
          key: bar.offset,
          x: x(bar.offset) + 0.5,
          width: Math.max(1, x(bar.offset + barWidth) - x(bar.offset) - 1),
          y: height + 6 + barHeight * (1 - bar.asked / busiest),
          height: barHeight * (bar.asked / busiest),
        })
      ),
    ),
    dots.map(({ offset, value, name }) =>
      h('path', {
        key: `${name}${offset}`,
        class: `dot ${name}`,
        d: `M${x(offset)} ${round(height - (value / most) * height)}h0`,
      })
    ),
    minute === null ? null : h('path', { class: 'pointer', d: `M${x(minute)} 0V${height}` }),
  );
}
