/** How many cards a lane shows; of one that hides others' cards nothing, rather than a zero that is not true. Pure. */
export const laneCount = (n, { revealed }) => (n === 0 && revealed !== true ? '' : String(n));
