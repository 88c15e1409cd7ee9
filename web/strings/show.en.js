export const show = {
  keys: { title: 'Keys', write: 'Write a question', tabs: 'Questions, numbers, markers', enter: 'Submit', break: 'New line', leave: 'Leave', help: 'These keys' },
  tab: { questions: 'Questions', numbers: 'Numbers', markers: 'Markers' },
  start: 'Start show', end: 'End show', endSure: 'End it', undo: { start: 'Undo the start', end: 'Undo the end' },
  early: 'Planned for {planned}, {by} from now. Does it start now?', late: 'Planned for {planned}, {by} ago. Every minute counts from the start: when was it?',
  startNow: 'Now, {at}', startPlanned: 'As planned, {at}', startOther: 'Another time…',
  times: 'Correct the times', plannedStart: 'Planned start', plannedEnd: 'Planned end', realStart: 'Real start', realEnd: 'Real end',
  timesWhy: 'Markers, questions, the curve and the minutes of cards move along with the start. Empty means not started, or not ended.',
  told: 'The platform’s file says it ran from {from} to {to}, which is not what is known here.', takeTold: 'Use the platform’s times', planned: 'Planned for {when}', ended: '{day} {from}–{to}',
  ask: 'Log a user’s question…', log: 'Log', category: 'Category', product: 'Product', urgency: 'Urgency', source: 'Source', more: 'More',
  less: 'Less', group: 'Group', user: 'User', customer: 'Customer', offset: 'Show time', offsetNow: 'now',
  offsetWrong: 'Write the time as 1:02:30.', offsetNeeded: 'The show has ended: write at which time of it this was asked, e.g. 1:02:30.',
  placed: 'Logged at {at}.', find: 'Show it', privacy: 'Phone and order numbers, WeChat ids and names are masked before saving',
  allProducts: 'All products', allStatuses: 'Any status', status: 'Status', airOnly: 'For the host', importQuestions: 'Import',
  newQuestions: ({ n }) => (n === 1 ? '1 new question' : `${n} new questions`), noMatch: 'No such question',
  noQuestions: 'No questions yet. Write above; Enter logs it.', noQuestionsYet: 'No questions yet; they appear here once logged.', restore: 'Take back and edit', plusLabel: 'One more asks: {n} now',
  air: 'For the host to say', onAir: 'For the host', imported: 'Imported', masked: 'masked: {what}', answer: 'Answer', answerHint: 'What was answered (may be empty)',
  mode: { answer: 'Answer', promote: 'Make a card', edit: 'Edit', erase: 'Erase' },
  issue: { requested: 'Becoming a card', raised: 'Is a card', refused: 'Did not become a card' },
  noRoom: 'No review room for this show yet.', room: 'Room', issueRole: 'For the role', issueKind: 'As',
  expired: 'The words have expired', gone: 'This question has just been erased: nothing can be saved to it.', mayNotLog: 'Your role has just changed: you can no longer log questions.',
};

export const numbers = {
  goals: 'Goals', metric: 'Metric', goal: 'Goal', actual: 'Actual', attained: 'Reached', gap: 'Gap', basis: 'Basis', basisHint: 'Basis, e.g. 7-show median × 1.1',
  setGoal: 'Set goal', importGoals: 'Import goals', noGoals: 'No goals yet. Set before the show, compared after it.', clear: 'Clear the goal for {metric}',
  unreadable: 'What is marked red cannot be read as a number.', snapshots: 'Numbers', importSummary: 'Import summary',
  importTrend: 'Import minute series', type: 'Type', noSnapshots: 'No numbers yet. Import the platform’s files, or type them.', noSnapshotsYet: 'No numbers yet.', label: 'Label',
  labelHint: 'e.g. T+1', source: { typed: 'Typed', summary: 'Show summary', list: 'Show list' }, series: '{minutes} minutes: {columns}',
  peaks: 'Peaks', troughs: 'Troughs', seriesFailed: 'The minute data did not arrive.',
};

export const markers = {
  text: 'What happened (optional)', kind: 'Kind', hint: 'One tap marks this moment', minuteFirst: 'Not on air: write the time of the show, then the kind.', import: 'Import', none: 'No markers yet',
};

export const files = {
  busy: 'Reading {name}…', read: '{rows} rows read, {accepted} kept ({encoding}).', ignored: 'Columns not used: {columns}',
  problems: ({ n }) => (n === 1 ? '1 cell was not understood; the rest is kept' : `${n} cells were not understood; the rest is kept`),
  line: 'Line', column: 'Column', cell: 'Cell', why: 'Why',
  problem: {
    notANumber: 'not a number', notADuration: 'not a duration', notADate: 'not a date', notARatio: 'not a ratio',
    tooManyDigits: 'too many digits, an id perhaps', outOfRange: 'out of the possible range', unknownWord: 'word not known',
    missing: 'something must stand here', tooLong: 'too long', duplicate: 'the same once more', extraCell: 'beyond the last header',
    unclosedQuote: 'a quote that never closes', brokenText: 'broken characters',
  },
  fault: {
    empty: 'The file is empty.', notText: 'Neither UTF-8 nor GB18030 text.', spreadsheet: 'An Excel workbook: save it as CSV first.',
    tooBig: 'The file is too big.', unrecognised: 'None of the columns needed; is it the right file?',
  },
};
