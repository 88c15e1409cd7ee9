/**
 * The course of a review, to be walked along: its stops in order of time, phases as bands, and how much happened when. Pure.
 *
 *     const course = new Course({ first, deeds })
 *     course.stops       `[{ seq, at, deed? }]`; the first one is all that was before the cards were turned
 *     course.from · course.to     milliseconds
 *     course.at(time)    the number of the last stop until then
 *     course.step(n, by) the number of a stop `by` stops on; `course.stride(n, way)` where the next or last phase begins
 *     course.bands       `[{ phase, from, to }]`        course.bars(n)   how much happened in each nth part, from 0 to 1
 */
export class Course {
  constructor({ first, deeds }) {
    const before = deeds.filter(({ seq }) => seq <= first);
    const later = deeds.filter(({ seq }) => seq > first);
    // Of what nobody is named for the minute is told, which may be before what came earlier.
    let latest = 0;
    const inTime = (deed) => (latest = Math.max(latest, deed.at));
    this.before = before;
    for (const deed of before) inTime(deed);
    this.stops = [
      { seq: first, at: latest || (later[0]?.at ?? 0) },
      ...later.map((deed) => ({ seq: deed.seq, at: inTime(deed), deed })),
    ];
    this.from = before[0]?.at ?? this.stops[0].at;
    this.to = Math.max(this.stops.at(-1).at, this.from + 1);
    this.bands = bandsOf(deeds, this.from, this.to);
  }

  at(time) {
    const next = this.stops.findIndex((stop) => stop.at > time);
    return next < 0 ? this.stops.length - 1 : Math.max(0, next - 1);
  }

  /** The number of the stop of that event, or of the last one before it. */
  of(seq) {
    const next = this.stops.findIndex((stop) => stop.seq > seq);
    return next < 0 ? this.stops.length - 1 : Math.max(0, next - 1);
  }

  step(n, by) {
    return Math.min(this.stops.length - 1, Math.max(0, n + by));
  }

  stride(n, way) {
    const moves = this.stops.map(({ deed }, at) => (deed?.phase ? at : -1)).filter((at) => at >= 0);
    const next = way > 0 ? moves.find((at) => at > n) : moves.findLast((at) => at < n);
    return next ?? (way > 0 ? this.stops.length - 1 : 0);
  }

  bars(count) {
    const bars = Array(count).fill(0);
    for (const { at, deed } of this.stops) {
      if (deed) bars[Math.min(count - 1, Math.floor((at - this.from) / (this.to - this.from) * count))] += 1;
    }
    const most = Math.max(1, ...bars);
    return bars.map((n) => n / most);
  }

  /** Where a moment stands, from 0 to 1. */
  share(time) {
    return Math.min(1, Math.max(0, (time - this.from) / (this.to - this.from)));
  }
}

function bandsOf(deeds, from, to) {
  const moves = deeds.filter(({ phase }) => phase);
  const bands = [];
  let [phase, begun] = ['prepare', from];
  for (const { at, phase: next } of moves) {
    if (next === phase) continue;
    if (at > begun) bands.push({ phase, from: begun, to: at });
    [phase, begun] = [next, at];
  }
  return [...bands, { phase, from: begun, to }];
}
