/** What the wall says. */
export const projector = {
  cards: 'cards; nobody sees another’s before they are turned',
  more: '{n} more',
  why: 'Why',
  ways: 'What to do',
  together: '{n} cards',
};
