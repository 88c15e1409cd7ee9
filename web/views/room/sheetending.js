/** Where the room ends under an open sheet, the sheet closes: everyone comes to the report. */
import { hasUnsaid } from './unsaid.js';

export class Ending {
  #phase = null;

  /** Whether the room has just ended while the sheet was open. */
  comes(phase) {
    const before = this.#phase;
    this.#phase = phase;
    return before !== null && before !== 'closed' && phase === 'closed';
  }

  /** The sheet has closed. */
  forget() {
    this.#phase = null;
  }
}

const endingOf = ({ ui }) => ui.kept('ending', () => new Ending());

/** To be called at every drawing of a sheet; answers whether it closes. Whoever has words in it that are not sent keeps it. */
export function closesAtTheEnd(now) {
  if (!endingOf(now).comes(now.room.phase) || hasUnsaid()) return false;
  now.ui.sheet.close();
  return true;
}

export const forgetEnding = (now) => endingOf(now).forget();
