/** The review room: dialogs and editing. */
const counted = (n, one, many) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const room = {
  facilitator: 'Facilitator',
  people: 'Who is here',
  notHere: 'not here',
  hand: 'Hand over to them',
  handOver: 'Hand over',
  budget: 'Votes each',
  votesEach: ({ n }) => counted(n, 'vote', 'votes'),
  fewer: 'One vote fewer',
  more: 'One vote more',
  budgetFixed: 'The number of votes is fixed once voting has begun.',
  revealHint: 'Revealing shows every card to everyone: read them, then vote.',
  linkTo: 'Link a number to {no}',

  postAnew: 'Post as a new card',
  goneCard: 'This card has just been withdrawn.',
  erasedCard: 'The words of this card have just been erased.',
  cannotWrite: 'The room is in “{phase}”: no cards can be written here now.',
  cannotPost: 'The room is in “{phase}”: this card cannot be posted any more.',
  cannotPostYet: 'The room is in “{phase}”: this card can be posted once the review begins.',
  leftovers: 'Changes not saved',
  leftover: 'Everyone is in “{phase}”; this change was not saved: {text}',
  cannotSave: 'The room is in “{phase}”: nothing can be changed here now.',
  heldBack: 'Everyone is in “{phase}”. Finish, and you are taken there.',
  nowSeenEdit: 'Cards have been revealed: everyone sees this as soon as it is saved.',

  noMetric: 'No metric is called “{find}”.',
  newest: 'Newest of each',
  newestOf: 'the newest of each, from {n} snapshots, last: {name}',
  findMetric: 'Find a number',
  snapshot: 'Which numbers',
  unlink: 'Unlink',
  sources: { typed: 'Typed', summary: 'Show summary', list: 'Show list' },

  newTag: 'New tag',
  untag: 'Remove the tag {tag}',
  tagsHint: 'At most {n}, of up to {longest} characters, parted by commas or spaces',
  tagsSift: 'On the board, press a tag to see its cards alone',
  tagsFull: 'There are {n} tags: remove one to add another',
  tagsOver: 'At most {n} tags: remove {over} before you save',
  tagUnplaced: 'There are {n} tags, and no room for “{tag}”',
  tagLong: 'A tag has at most {longest} characters, this one has {n}',

  withdrawn: {
    title: 'Withdrawn and dropped',
    why:
      'Nobody sees these cards, comments and solutions any more, but the server keeps their words until they are erased. Cards withdrawn before they were turned are not shown here.',
    none: 'There are none.',
    comment: 'withdrawn comment',
    issue: 'withdrawn card',
    solution: 'dropped solution',
  },

  key: {
    keys: 'show this table',
    new: 'new card',
    lanes: 'go to a role',
    cards: 'from card to card',
    move: 'move the card up, down',
    vote: 'a vote more or less',
    edit: 'edit the card',
    metric: 'link a number',
    open: 'open the card',
    turn: 'next card, previous card',
    say: 'write a why, a solution',
    enter: 'submit',
    line: 'break the line',
    leave: 'leave the field',
  },
  reopenTells: 'It goes back to solving, everyone with it, and may be changed again.',
  keepClosed: 'Leave it closed',
};

export const undo = { do: 'Undo', done: 'Done: {act}', moved: 'Now in “{phase}”' };
