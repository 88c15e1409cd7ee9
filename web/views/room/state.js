/**
 * The room view's own state, kept between drawings. Each part has an owner with verbs, and nobody else writes it. Nothing
 * here is shared with anyone; what must survive a reload lies in `app.drafts`.
 */
import { Value } from '../../core/source.js';
import { Announcements } from './announce.js';
import { Columns } from './columns.js';
import { Composing } from './composing.js';
import { Edits } from './edits.js';
import { Figures } from './figures.js';
import { Looking } from './looking.js';
import { Opened } from './opened.js';
import { Pointing } from './pointing.js';
import { Proposing } from './proposing.js';
import { SeriesData } from './seriesdata.js';
import { Opening } from './opening.js';
import { Stretches } from './stretches.js';
import { Timekeeping } from './timekeeping.js';
import { Unrolling } from './unrolling.js';

export class RoomState {
  #kept = new Map();
  #draw;
  #place = new Value(null);
  #leaving = new Value(null);
  #overspent = new Value(null);

  /** For the wall: nothing is written, clicked or heard there. */
  projects = new URLSearchParams(globalThis.location?.search).has('projector');

  /** `parts`: what is fetched later (ui/later.js). */
  constructor(app, log, parts = null) {
    const draw = () => app.draw();
    this.#draw = draw;
    this.parts = parts;
    this.looking = new Looking(draw);
    this.announcements = new Announcements();
    this.columns = new Columns(draw);
    this.unrolling = new Unrolling(draw);
    this.stretches = new Stretches();
    this.pointing = new Pointing(draw);
    this.composing = new Composing(app, log);
    this.proposing = new Proposing(draw);
    this.edits = new Edits(draw);
    this.opened = new Opened(draw);
    this.sheet = new Opening(draw);
    this.series = new SeriesData(app);
    this.figures = new Figures(draw);
    this.timekeeping = new Timekeeping(draw);
  }

  /** The issue that holds the keyboard's place. */
  get place() {
    return this.#place.value;
  }

  /** The issue or solution of which is asked whether it is to go. */
  get leaving() {
    return this.#leaving.value;
  }

  /** The issue on which one vote too many was tried. */
  get overspent() {
    return this.#overspent.value;
  }

  attend(issue) {
    this.#set(this.#place, issue);
  }

  /** Null: it stays. */
  leave(id) {
    this.#set(this.#leaving, id);
  }

  overspend(issue) {
    this.#set(this.#overspent, issue);
  }

  #set(value, to) {
    value.value = to;
    this.#draw();
  }

  /** What a part that is fetched later keeps between drawings. It is closed with the room. */
  kept(name, make) {
    if (!this.#kept.has(name)) this.#kept.set(name, make());
    return this.#kept.get(name);
  }

  /** What such a part has kept by now, if anything. */
  keptBy(name) {
    return this.#kept.get(name);
  }

  close() {
    this.figures.close();
    this.composing.close();
    for (const one of this.#kept.values()) one.close?.();
  }
}
