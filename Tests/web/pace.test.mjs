/** Between drawings of news the page rests, in proportion to what the last one took. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Pace } from '../../web/ui/pace.js';

class Time {
  ms = 1000;
  waiting = [];

  now = () => this.ms;
  setTimeout = (run, ms) => this.waiting.push({ run, at: this.ms + ms });

  pass(ms) {
    this.ms += ms;
    const due = this.waiting.filter((one) => one.at <= this.ms);
    this.waiting = this.waiting.filter((one) => one.at > this.ms);
    for (const one of due) one.run();
  }
}

function paced() {
  const time = new Time();
  let drawings = 0;
  const pace = new Pace(() => (drawings += 1), time);
  return { time, pace, count: () => drawings };
}

describe('the pace of drawing', () => {
  it('news after a quiet moment is drawn at once', () => {
    const { pace, count } = paced();
    pace.hear();
    assert.equal(count(), 1);
  });

  it('news that comes while the page rests is drawn once, when it has rested', () => {
    const { time, pace, count } = paced();
    pace.drew(995, 1000); // 5 ms: 40 ms of rest
    for (let n = 0; n < 10; n++) pace.hear();
    time.pass(39);
    assert.equal(count(), 0);
    time.pass(1);
    assert.equal(count(), 1);
    pace.hear();
    assert.equal(count(), 2);
  });

  it('no rest is longer than a quarter of a second', () => {
    const { time, pace, count } = paced();
    pace.drew(0, 1000);
    pace.hear();
    time.pass(250);
    assert.equal(count(), 1);
  });
});
