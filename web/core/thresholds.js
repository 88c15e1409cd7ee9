/** How far off its goal a number may be, in percent of it: less than `near` is green, more than `far` is red. */

/** Where a channel has none of its own, as the server has it. */
export const USUAL = Object.freeze({ near: 10, far: 30 });
