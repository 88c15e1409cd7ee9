/** The review room. */
const counted = (n, one, many) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const room = {
  missing: 'This review does not exist, or you are not in its team.', toLobby: 'Back to the start', toShow: 'Go to the show', toPlaybook: 'Open the playbook',
  phases: 'Course of the review', lookAt: 'Look at “{phase}”', here: 'Everyone is here', returnTo: 'Back to everyone: {phase}', moved: 'Now in “{phase}”', turned: 'Cards have been revealed', comma: '. ',
  facilitate: 'Facilitate', facilitator: 'Facilitator', back: 'Back', backTo: 'Back to “{phase}”', next: 'Next', nextTo: 'Next: {phase}', reveal: 'Reveal cards',
  keys: 'Keyboard', evidence: 'Evidence', showCount: ({ n }) => counted(n, 'show', 'shows'),
  present: '{n} here', people: 'Who is here', notHere: 'not here', hand: 'Hand over to them', handOver: 'Hand over',
  doing: { reading: 'reading', writing: 'writing', away: 'away' },
  budget: 'Votes each', votesEach: ({ n }) => counted(n, 'vote', 'votes'), fewer: 'One vote fewer', more: 'One vote more', budgetFixed: 'The number of votes is fixed once voting has begun.',
  revealHint: 'Revealing shows every card to everyone: read them, then vote.',

  lanes: 'Roles', laneHidden: '{role}, cards of others are seen once revealed', lane: ({ role, n }) => `${role}, ${counted(n, 'card', 'cards')}`, newCards: ({ n }) => counted(n, 'new card', 'new cards'), arrived: ({ role, n }) => `${counted(n, 'new card', 'new cards')} for ${role}`,
  noCards: 'No cards yet', hidden: 'Seen once cards are revealed', yourLane: 'Write what your role got wrong, is puzzled by, or learnt', liveHint: 'The show is on; users’ questions go into the question log.', questionLog: 'Question log',
  blind: 'Writing apart', blindHint: 'Until cards are revealed only you see yours.', blindShort: 'Only you see it until cards are revealed', ofThemWaiting: ', {n} of them waiting for the network', mineSoFar: ({ n }) => `you wrote ${counted(n, 'card', 'cards')}`, cardsSoFar: ({ n, here }) => `${counted(n, 'card', 'cards')} so far · ${here} here`, votedSoFar: '{n} have voted · {here} here',
  votesLeft: ({ n }) => `${counted(n, 'vote', 'votes')} left`, spent: 'All votes given', voteHint: 'A card may take several votes. Nobody sees totals before the vote ends.',
  votesFor: 'Votes for {name}', lessVotes: 'One vote fewer for {name}', moreVotes: 'One vote more for {name}', ownVotes: ({ n }) => `you gave ${counted(n, 'vote', 'votes')}`, total: ({ n }) => `${counted(n, 'vote', 'votes')} in all`,

  onlyYou: 'only you see this', me: 'Me', anonymous: 'Anonymous', fromQuestion: 'From a user’s question at {at}',
  goalIs: 'goal {value}', lastIs: 'last {value}', linkMetric: 'Link a number', tag: 'Tag', tags: 'Tags', newTag: 'New tag', untag: 'Remove the tag {tag}', tagsHint: 'At most {n}, of up to 12 characters; press a tag to see its cards alone', linkTo: 'Link a number to {no}', withdraw: 'Withdraw', withdrawSure: 'Withdraw this card?', keep: 'Keep it',
  takeBack: 'Back into the field', conflict: 'Someone changed it first. It now says:', yours: 'You wrote:', takeTheirs: 'Take theirs', keepMine: 'Use mine instead',

  postAnew: 'Post as a new card', proposeAnew: 'Propose anew', goOnCard: 'Go on with the card begun', goOnSolution: 'Go on with the solution begun',
  goneCard: 'This card has just been withdrawn.', goneSolution: 'This solution has just been deleted.', erasedCard: 'The words of this card have just been erased.', erasedSolution: 'The words of this solution have just been erased.', leftovers: 'Changes not saved', leftover: 'Everyone is in “{phase}”; this change was not saved: {text}', cannotSave: 'The room is in “{phase}”: nothing can be changed here now.',
  cannotWrite: 'The room is in “{phase}”: no cards can be written here now.', cannotPost: 'The room is in “{phase}”: this card cannot be posted any more.', cannotPostYet: 'The room is in “{phase}”: this card can be posted once the review begins.', cannotPropose: 'The room is in “{phase}”: no solutions can be proposed now.',
  heldBack: 'Everyone is in “{phase}”. Finish, and you are taken there.', carried: 'Everyone is in “{phase}”; this card can still be posted.', nowSeen: 'Cards have been revealed: everyone sees this one as soon as it is posted.', nowSeenEdit: 'Cards have been revealed: everyone sees this as soon as it is saved.',

  compose: 'Write a card', post: 'Post', minute: 'Minute', minuteLong: 'Minute of the show, such as 62 or 1:02:10', minuteOdd: 'Not a time. Write 62 or 1:02:10', minuteIs: 'at {at}', roleGone: 'This card was for “{role}”, a role you no longer have. Choose a role, then post.',
  metric: 'Number', metricIs: 'Linked number: {name}', anonymousHint: 'Anonymous: no name on the card, its role is still seen',
  laneIsMe: 'You are the only one in {role}: even without a name it is seen to be yours.', laneIsOne: '{name} is the only one in {role}: people will think it is theirs.', laneIsNobodys: 'Nobody is in {role}: people will think a lead or the facilitator wrote it.',
  factHelps: 'A minute or a number makes it more useful', seeMine: ({ n }) => `see my ${counted(n, 'card', 'cards')}`, savingCards: 'Saving {n}…', waitingCards: '{n} waiting for the network', enterHint: 'Enter posts · Shift+Enter breaks the line',
  placeholder: {
    mistake: 'A mistake: what happened, at which minute…', puzzle: 'A puzzle: what do you not understand…', experience: 'Something to reuse: what was done, what it changed…',
  },

  ranked: 'By votes', solutions: 'Solutions', noDecisions: 'Nothing was decided.', noSolutions: 'No solutions yet. Tick cards on the left and write below.', noSolutionsYet: 'No solutions yet.', choose: 'Choose #{no}',
  propose: 'Write a solution', proposePlaceholder: 'For the ticked cards: what to do, and who…', proposeShort: 'Propose', proposeHint: 'Tick cards; one solution may answer several', answers: 'for {list}', answersNone: 'no cards ticked',
  ownerIs: '{role} answers for it', due: 'Due', dueIs: 'by {due}', dues: 'next show、within three shows、this week', writeCard: 'Write a card instead', writeSolution: 'Write a solution instead', drop: 'Delete', dropSure: 'Delete this solution?',
  promote: 'To the playbook', promoteNow: 'Add to the playbook', promoting: 'On its way into the playbook…', inPlaybook: 'In the playbook', promoteHint: 'It starts on trial and comes into force once verified.', triggerPlaceholder: 'e.g. the host leaves for more than 30 s',

  noMetric: 'No metric is called “{find}”.', newest: 'Newest of each', newestOf: 'the newest of each, from {n} snapshots, last: {name}',
  findMetric: 'Find a number', noSnapshot: 'This show has no numbers yet.', snapshot: 'Which numbers', show: 'Show', unlink: 'Unlink',
  sources: { typed: 'Typed', summary: 'Show summary', list: 'Show list' },

  agenda: 'How this review goes', facilitatedBy: ({ name, n }) => `${name} facilitates · ${counted(n, 'vote', 'votes')} each`, lacking: 'none yet',
  agendaOf: {
    goals: 'How much was reached, and where it fell short', show: 'The minute curve: what happened at peaks and troughs', comparison: 'Against the last show and the median of seven',
    collect: 'Every role writes mistakes, puzzles, experience: write before you speak', vote: 'Choose what is worth discussing', solve: 'Agree what to do, who, until which show',
  },
  has: { goals: 'Goals', snapshots: 'Numbers', minutes: 'Minute curve', markers: 'Markers', questions: 'User questions' },

  level: { red: '{n} short by over 30 %', amber: '{n} short by 10–30 %', green: '{n} reached or close', unknown: '{n} without a number' },
  noGoals: 'This show has no goals.', noActual: 'no number', points: '{n} pp', writeOne: 'Write', lastShow: 'Last {date}',
  column: {
    metric: 'Metric', goal: 'Goal', actual: 'Actual', attained: 'Reached', gap: 'Gap', last: 'Last show', act: 'Write a card', now: 'This show', change: 'Change', median: 'Median of {n}', trend: 'Trend',
    solution: 'Solution', kind: 'Kind', owner: 'Owner', due: 'Due', playbook: 'Playbook',
  },
  medianShort: 'median', medianOf: ({ n }) => `${counted(n, 'show has', 'shows have')} it`,
  comparedWith: ({ title, date, n }) => `The last show was ${title} on ${date}; the median is over ${counted(n, 'earlier show', 'earlier shows')} of this channel.`, noPast: 'This channel has no earlier show to compare with.',

  noSeries: 'This show has no minute data yet.', seriesFailed: 'The minute data did not arrive.', chartLoading: 'The minute curve is being drawn…', chartFailed: 'The chart could not be loaded.', curveRange: 'highest {most} · lowest {least}', compareWith: 'Overlay',
  peak: 'Peak', peaks: 'Peaks', trough: 'Trough', troughs: 'Troughs', turnsHint: 'Press a moment: the curve zooms to it and a card begins there.', wholeShow: 'Whole show',
  questions: 'Questions', density: 'Questions asked', askedAt: ({ at, n }) => `from ${at}: ${counted(n, 'person', 'people')} asked`, erased: '(erased)', pressMinute: 'press to take a minute', sparkLabel: 'People online and questions asked',

  withdrawn: {
    title: 'Withdrawn and dropped', why: 'Nobody sees these cards and solutions any more, but the server keeps their words until they are erased. Cards withdrawn before they were turned are not shown here.',
    none: 'There are none.', issue: 'withdrawn card', solution: 'dropped solution',
  },

  closed: 'Review complete', notClosed: 'The review is not over yet', decided: 'What was decided', topCards: 'Cards with most votes', tile: { cards: 'cards', solutions: 'solutions', promoted: 'in the playbook' },

  key: {
    keys: 'show this table', new: 'new card', lanes: 'go to a role', cards: 'from card to card', vote: 'a vote more or less', edit: 'edit the card', metric: 'link a number',
    enter: 'submit', line: 'break the line', leave: 'leave the field',
  },
};
