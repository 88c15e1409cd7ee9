/** Erasing. */
export const erasing = {
  erase: 'Erase',
  reason: 'Why (everyone will see it)',
  goes: {
    question:
      'The words, group, user, product and answer are deleted from the server for good; everyone’s page keeps the time and the reason. This cannot be undone.',
    issue:
      'What this card says and said before is deleted from the server for good; everyone’s page keeps the time and the reason. This cannot be undone.',
    solution:
      'What this solution says and said before, and its due date, are deleted from the server for good; everyone’s page keeps the time and the reason. This cannot be undone.',
    comment:
      'What this comment says and said before is deleted from the server for good; everyone’s page keeps the time and the reason. This cannot be undone.',
    entry:
      'Title, situation and text of this entry and of its earlier versions are deleted from the server for good; the page keeps the time and the reason, exports leave it out. This cannot be undone.',
  },
  onward: {
    question:
      'Erase the card it became, too, and solutions and entries that quote it. What someone has rewritten stays.',
    issue: 'Erase solutions that quote this card, too, and the entries they became. What someone has rewritten stays.',
    solution: 'Erase the playbook entry it became, too. What someone has rewritten stays.',
  },
};
