/**
 * The minute curve on dygraphs, fetched when first drawn. One object a page: give `node` to the page, call `show` with
 * what is to be seen whenever it may have changed, and `settle` when the page stands. `state` is of the library:
 * 'loading', 'ready' or 'failed', and then `retry` fetches it again.
 */
import { loadScript, loadSheet } from '../ui/load.js';

const LIBRARY = { script: '/vendor/dygraphs/dygraph.min.js', sheet: '/vendor/dygraphs/dygraph.min.css' };
const TICKS = [60, 300, 600, 900, 1800, 3600, 7200];

/** Round moments between `from` and `to` (seconds), not more than `most`. */
export function minuteTicks(from, to, most) {
  const step = TICKS.find((width) => (to - from) / width <= most) ?? 3 * 3600;
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** The library's legend writes style attributes, which the policy forbids; the page has its own readout. */
function withoutLegend(Dygraph) {
  Dygraph.PLUGINS = Dygraph.PLUGINS.filter((plugin) => plugin !== Dygraph.Plugins.Legend);
}

export class Curve {
  node = Object.assign(document.createElement('div'), { className: 'curve' });
  #stage = document.createElement('div');
  #probe = document.createElement('i');
  #graph = null;
  #wanted = null;
  #rows = [];
  #drawn = '';
  #inDark = null;
  #base = null;
  #minute = null;
  #watch = new ResizeObserver(() => requestAnimationFrame(() => this.#graph?.resize()));
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #recolour = () => this.settle();
  state = null;

  constructor() {
    this.node.append(this.#stage, this.#probe);
    this.#stage.className = 'curve-stage';
    this.#watch.observe(this.node);
    this.#scheme.addEventListener('change', this.#recolour);
  }

  /**
   * `{base, key, rows() → [[offset, value, second?]], labels: [name, second?], dots: [{offset, name, text}], minute, axisText,
   * valueText, pick(offset), hover(offset | null), moved({from, to, left, width}), changed()}`; `base` names the
   * show, whose zoom is kept, `key` all that is drawn; `changed` hears of another `state`.
   */
  show(wanted) {
    if (this.#wanted?.key !== wanted.key) this.#rows = wanted.rows();
    this.#wanted = wanted;
    if (this.state === null) this.#load();
  }

  retry() {
    this.#load();
    this.#wanted.changed();
  }

  async #load() {
    this.state = 'loading';
    try {
      await Promise.all([loadScript(LIBRARY.script), loadSheet(LIBRARY.sheet)]);
      withoutLegend(globalThis.Dygraph);
      this.state = 'ready';
    } catch {
      this.state = 'failed';
    }
    this.#wanted.changed();
  }

  /** Shows `width` seconds around `offset`, or everything for null. */
  zoom(offset, width = 3600) {
    if (!this.#graph) return;
    if (offset === null) this.#graph.resetZoom();
    else {this.#graph.updateOptions({
        dateWindow: [
          Math.max(this.#rows[0][0], offset - width / 2),
          Math.min(this.#rows.at(-1)[0], offset + width / 2),
        ],
      });}
  }

  close() {
    this.#watch.disconnect();
    this.#scheme.removeEventListener('change', this.#recolour);
    this.#graph?.destroy();
    this.#graph = null;
  }

  /** Draws what is wanted, once the node stands in the page; what was drawn in other colours is drawn again. */
  settle() {
    const { key, base, dots } = this.#wanted ?? {};
    if (!key || this.state !== 'ready' || !this.node.isConnected) return;
    if (!this.#graph || this.#drawn !== key || this.#inDark !== this.#scheme.matches) {
      const window = this.#base === base ? this.#graph?.xAxisRange() : undefined;
      this.#graph?.destroy();
      this.#base = base;
      this.#graph = new globalThis.Dygraph(this.#stage, this.#rows, this.#options(window));
      this.#graph.setAnnotations(dots.map((dot) => this.#annotation(dot)));
      this.#drawn = key;
      this.#inDark = this.#scheme.matches;
      this.#minute = this.#wanted.minute;
    } else if (this.#minute !== this.#wanted.minute) {
      this.#minute = this.#wanted.minute;
      this.#graph.updateOptions({}, false);
    }
  }

  #options(window) {
    const { labels } = this.#wanted;
    const rows = this.#rows;
    const quiet = this.#ink('--curve-grid');
    return {
      labels: ['offset', ...labels],
      colors: [this.#ink('--curve-line'), this.#ink('--curve-second')],
      series: labels[1] ? { [labels[1]]: { axis: 'y2', strokeWidth: 1.25 } } : {},
      fillGraph: !labels[1],
      fillAlpha: 0.12,
      strokeWidth: 1.75,
      includeZero: true,
      connectSeparatedPoints: true,
      legend: 'never',
      highlightCircleSize: 4,
      gridLineColor: quiet,
      axisLineColor: quiet,
      axisLabelFontSize: 12,
      xRangePad: 0,
      dateWindow: window ?? [rows[0][0], rows.at(-1)[0]],
      axes: {
        x: {
          ticker: (from, to, pixels) =>
            minuteTicks(from, to, pixels / 70).map((v) => ({ v, label: this.#wanted.axisText(v) })),
          drawGrid: false,
        },
        y: { axisLabelWidth: 40, axisLabelFormatter: (value) => this.#wanted.valueText(0, value) },
        y2: {
          axisLabelWidth: 44,
          drawGrid: false,
          independentTicks: true,
          axisLabelFormatter: (value) => this.#wanted.valueText(1, value),
        },
      },
      highlightCallback: (_, offset) => this.#wanted.hover(offset),
      unhighlightCallback: () => this.#wanted.hover(null),
      clickCallback: (_, offset) => this.#wanted.pick(offset),
      underlayCallback: (canvas, area, graph) => this.#pointAt(canvas, area, graph),
      drawCallback: (graph) => {
        const [from, to] = graph.xAxisRange();
        const { x, w } = graph.getArea();
        this.#wanted.moved({ from, to, left: x, width: w });
      },
    };
  }

  /** A custom property as the canvas understands it: resolved for the scheme of the moment. */
  #ink(name) {
    this.#probe.style.setProperty('color', `var(${name})`);
    return getComputedStyle(this.#probe).color;
  }

  #annotation({ offset, name, text }) {
    return {
      series: this.#wanted.labels[0],
      x: offset,
      shortText: name === 'peak' ? '▲' : '▼',
      text,
      cssClass: name,
      width: 18,
      height: 18,
      tickHeight: 4,
      attachAtBottom: false,
      clickHandler: () => this.#wanted.pick(offset),
    };
  }

  #pointAt(canvas, area, graph) {
    const { minute } = this.#wanted;
    if (minute === null) return;
    const x = graph.toDomXCoord(minute);
    if (x < area.x || x > area.x + area.w) return;
    canvas.fillStyle = this.#ink('--curve-point');
    canvas.fillRect(Math.round(x) - 1, area.y, 2, area.h);
  }
}
