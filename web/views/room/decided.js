/**
 * Whether a solution was agreed upon: it was chosen, or an action was made of it. The server's report says so in the same way
 * (`Solution.isDecided`). Pure.
 */
export const isDecided = ({ chosen, actions = [] }) =>
  chosen === true || actions.some(({ state }) => state !== 'refused');
